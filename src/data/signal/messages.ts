import { defineMessages } from '../../messages';

/** What is wrong with a file that should hold a signal. */
export const fileMessages = defineMessages('files', {
  empty: 'it is empty',
  tooManyBytes: 'it has {size} MiB; the limit is {most} MiB and {samples} samples',
  oneSample: 'it has one sample; at least two are needed',
  onlyCounts: '{column} counts the rows or tells the time; {other} has {cell}, which is no number that can be read',
  unreadValues:
    '{other} has {cell}, which is no number that can be read, and {column} may only say where it stands; write numbers there, or choose {column}',
  noCell: '{column} is empty; fill it in or remove the line',
  notANumber: '{cell} is not a finite number',
  otherFormat: '{cell} is written differently from the numbers before it; choose the decimal sign',
  linesOrColumns:
    'there are {columns} {columns|column|columns} of numbers and no header; choose one of them, or, if their lines are parts of one signal, write one number a line',
  arrayLinesOrColumns:
    'array {name} has {rows} {rows|row|rows} and {columns} {columns|column|columns}; choose one of them, or, if its rows are parts of one signal, save them as one, as {array}.ravel()',
  others: { one: 'another column is not read', other: '{count} other columns are not read' },
  notRead: '{columns} {count|is|are} not read',
  valueFrom: 'value from {column}',
  tooManySamples: 'it has more than {most} samples, which is the limit',
  columnNumber: 'column {number}',
  notWAV: 'it is not a WAV file',
  noFormat: 'its samples come before their format',
  endsEarly: 'it ends early: its samples take {size} bytes, but only {found} are there',
  noSamples: 'it has no samples',
  channels: 'it has {channels} channels',
  mixed: '{channels} channels, mixed down to one',
  sound: 'WAV, {how}',
  rate: '{rate} samples a second',
  decoded: '{format}, decoded by the browser; {rate} samples a second',
  decodedAt: '{format}, decoded by the browser at {rate} samples a second, whatever rate the file has',
  resampled: '{format}, decoded by the browser, which resampled it from {stated} to {rate} samples a second',
  notDecoded: 'it is {format}, which this browser cannot decode; save it as WAV',
  array: 'array {name}, {type}, {shape}',
  arrayColumn: '{array}; {value}',
  whichArray: 'there are the arrays {names}; choose which one is the signal',
  noRate: 'its sample rate is 0',
  coding:
    'its encoding cannot be read (format {coding}, {bits} bits); use PCM with 8, 16, 24 or 32 bits, or floating-point numbers',
  codingNamed:
    'its samples are packed as {name}, which cannot be read; use PCM with 8, 16, 24 or 32 bits, or floating-point numbers',
  longWAV: 'it has {length} samples; the limit is {most}',
  sampleBeyond:
    'sample {place} of {length} is {value}; samples can be from -{most} to {most}; divide all of them, by 1000 for example',
  sampleIs: 'sample {place} of {length} is {value}, which is not a finite number',
});
