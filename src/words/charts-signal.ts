import { defineWords } from './words';

/** The pictures of the recovery of a signal. */
export const seriesWords = /* @__PURE__ */ defineWords('series', {
  secondsAxis: 'time, seconds →',
  samplesAxis: 'sample i →',
  readName: 'Read the values along the samples',
  sample: 'sample {number}',
  sampleAt: 'sample {number}, {seconds} s',
  value: '{series} {value}',
  fromTo: '{series} from {low} to {high}',
  beyond: '{series} beyond all numbers',
  spanSeconds: '{seconds} seconds, {number} samples',
  span: '{number} samples',
  summary: '{span} at iteration {iteration} of {iterations}: {parts}.',
});

export const lossCurveWords = /* @__PURE__ */ defineWords('lossCurve', {
  pickName: 'Iteration to show in the other pictures',
  readName: 'Read the objective along the iterations',
  value: 'iteration {iteration}: F = {value}',
  diverged:
    'At learning rate {rate}, the objective F begins at {first} and is beyond every bound at iteration {iteration}: the descent diverged.',
  fallen:
    'At learning rate {rate}, the objective F begins at {first} and is {last} after {iterations} iterations, {times} times less.',
  notFallen: 'At learning rate {rate}, the objective F begins at {first} and is {last} after {iterations} iterations.',
});

export const rateLossWords = /* @__PURE__ */ defineWords('rateLoss', {
  lossAxis: '↑ F after {iterations} iterations (log scale)',
  lossAxisOfPiece: '↑ F after {iterations} iterations, {piece} (log scale)',
  atStart: 'F at iterate 0',
  beyond: '× diverged, or beyond the picture',
  noSwitch: 'no switch was measured',
  switched: '▲ measured switch {rate} ({deviation})',
  pickName: 'Learning rate to descend with',
  readName: 'Read the objective along the learning rate',
  press: 'press to descend with it',
  allDiverged: 'All of them diverged.',
  least: 'The least F, {value} from {start}, is reached at {rate}.',
  leastAndDiverged: 'The least F, {value} from {start}, is reached at {rate}. {number} diverged.',
  summary: '{number} learning rates from {low} to {high}, {iterations} iterations each. {least} {formula}; {switched}.',
  summaryOfPiece:
    '{number} learning rates from {low} to {high}, {iterations} iterations each, {piece}. {least} {formula}; {switched}.',
  switchedInWords: 'the measured switch is at {rate} ({deviation})',
});

export const tapsWords = /* @__PURE__ */ defineWords('taps', {
  weightAxis: '↑ weight of the tap',
  tapAxis: 'tap j →',
  gainAxis: '↑ a wave is multiplied by',
  frequencyAxis: 'frequency, cycles per sample →',
  readTaps: 'Read the taps',
  tap: 'k at {place} = {value}',
  readGains: 'Read what the filter does to waves',
  gain: 'frequency {frequency}: multiplied by {gain}',
  filter: {
    one: 'A filter of {count} tap that add up to {sum}.',
    other: 'A filter of {count} taps that add up to {sum}.',
  },
  waves:
    'It multiplies a constant by {constant} and the fastest wave by {fastest}; no signal becomes longer than |A| = {norm} times its length.',
});

/** What the matrix costs, and what it looks like. */
export const operatorCardWords = /* @__PURE__ */ defineWords('operatorCard', {
  caption: 'What the dense matrix and the operator cost',
  dense: 'dense matrix',
  operator: 'operator',
  memory: 'memory',
  products: 'products in A x',
  timeOnPage: 'time on this page',
  timeOnGPU: 'time on the GPU',
  timeInWorkers: 'time in workers',
  doesNotFit: 'does not fit',
  tooLong: 'too long',
  apart: 'apart by',
  nothing: 'nothing',
  ofLengths: '{number} of |A x| |y|',
  bytes: '{number} bytes',
  withDense: '{time} with the dense matrix',
  withOperator: '{time} with the operator',
  withOperatorOnGPU: '{time} with the operator on the GPU',
  withOperatorInWorkers: '{time} with the operator in workers',
  costs: 'Dense, it would fill {dense}; the operator keeps {operator}. A x takes {times}.',
  costsUnformed:
    'Dense, it would fill {dense}; the operator keeps {operator}. A x takes {times}; the matrix does not fit here and was not formed.',
  same: '⟨A x, y⟩ and ⟨x, A′ y⟩ are the same number.',
  differ: '⟨A x, y⟩ and ⟨x, A′ y⟩ are apart by {number} of |A x| |y|.',
  whole: 'A, {rows} × {columns}, to scale',
  zeros: '{share} of the entries are zero',
  none: 'none',
  entries: 'its entries',
  corner: 'its first {rows} rows and {columns} columns',
  band: 'A has {rows} rows and {columns} columns; each row holds the {taps} taps, one place further than the row above, so {share} of its entries are zero.',
});
