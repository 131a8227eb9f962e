import { defineWords } from './words';

/** Signals that a person brings along, and what is wrong with their files. */
export const fileWords = /* @__PURE__ */ defineWords('files', {
  choose: 'A signal of your own…',
  hint: 'WAV, CSV or plain numbers; or drop it here',
  from: 'from {name}',
  reading: 'Reading {name}',
  readingSoFar: 'reading {name}, {percent}',
  column: 'column',
  columnNumber: 'column {number}',
  refused: 'This file cannot be used',
  because: '“{name}”: {reason}. The pictures are the last good ones.',

  empty: 'it is empty',
  tooManyBytes: 'it has {size} MiB; it takes at most {most} MiB, and at most {samples} samples',
  oneSample: 'it has one sample; it takes two or more',
  noText: 'it is neither a WAV file nor text',
  headerOnly: 'it has a header and no numbers',
  noNumbers: 'it has no column of numbers; line {line} begins with {cell}',
  noCell: 'line {line} has no {column}',
  noNumber: 'line {line} has {cell} where a finite number must be',
  tooManySamples: 'it has more than {most} samples, and it takes no more than that',
  noWAV: 'it is no WAV file',
  noFormat: 'its samples come before their format',
  endsEarly: 'it ends early: its samples take {size} bytes, and {found} are there',
  noSamples: 'it has no samples',
  channels: 'it has {channels} channels; it takes a WAV with one (mono)',
  noRate: 'its sample rate is 0',
  coding:
    'its samples are coded in a way that is not read here (format {coding}, {bits} bits); it takes PCM of 8, 16, 24 or 32 bits, or floating-point numbers',
  longWAV: 'it has {length} samples; it takes at most {most}',
  sampleIs: 'sample {place} is {value}, which is no number',
});
