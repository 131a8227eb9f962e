import { defineWords } from './words';

/** The pictures of matrix factorization. */
export const factorizationStepWords = /* @__PURE__ */ defineWords('factorizationStep', {
  before: 'before',
  after: 'after',
  side: '{title}: {numbers}',
  descent: 'J, step by step',
  caption: 'The working of step {step}',
  residuals: 'residuals, {formula}',
  gradients: 'gradients',
  gradientsOf: 'gradients, {first} and {second}',
  update: 'update: old − {rate} × gradient, all at once',
  loss: 'loss, {formula}',
  hazard:
    'All four come from the old values. A program that has already overwritten u when it turns to v makes another step: {late} instead of {right}, and J = {loss}.',
  falls:
    'Step {step} of {steps} at learning rate {rate}. Before: {before}; residuals {residuals}. After: {after}. J falls from {first} to {last}.',
  rises:
    'Step {step} of {steps} at learning rate {rate}. Before: {before}; residuals {residuals}. After: {after}. J rises from {first} to {last}.',
});

export const valleyWords = /* @__PURE__ */ defineWords('valley', {
  endLoss: 'J where descent ended: {loss}',
  upAxis: '↑ {entry} as predicted, {product}',
  acrossAxis: '{entry} as predicted, {product} →',
  curve: '{equation}: exact fits',
  start: 'start',
  end: 'descent ended here',
  point: 'At c = {ratio}: {numbers}',
  summary:
    'Descent ended at r₁₂ = {r12} and r₂₁ = {r21}, with J = {loss}. Any two numbers whose product is {product} go with an exact fit of what is known. {point}.',
  summaryWithRidge:
    'Descent ended at r₁₂ = {r12} and r₂₁ = {r21}, with J = {loss}. Any two numbers whose product is {product} go with an exact fit of what is known; the ridge prefers some of them. {point}.',
});

export const errorCurvesWords = /* @__PURE__ */ defineWords('errorCurves', {
  errorAxis: '↑ root mean square error',
  errorAxisIn: '↑ root mean square error, {unit}',
  validation: 'validation (held out)',
  training: 'training',
  rateDiverged: '{rate} × diverged',
  divergence: { one: '× diverged at epoch {epoch}', other: '× diverged at epoch {epoch} ({count} runs)' },
  noise: 'noise level {noise}',
  readName: 'Read the errors along the epochs',
  epoch: 'epoch {epoch}',
  epochWithValidation: 'epoch {epoch}: validation (training)',
  readDiverged: 'rate {rate}: diverged at epoch {epoch}',
  readEnded: 'rate {rate}: ended at epoch {epoch}',
  read: 'rate {rate}: {error}',
  readBoth: 'rate {rate}: {validation} ({training})',
  endDiverged: 'at {rate} diverged at epoch {epoch}',
  end: 'at {rate} training {training}',
  endBoth: 'at {rate} training {training}, validation {validation}',
  epochs: { one: '{count} epoch', other: '{count} epochs' },
  rates: { one: '{count} learning rate', other: '{count} learning rates' },
  summary: 'Root mean square error over {epochs} for {rates}. In the end: {ends}.',
  noiseIs: 'The noise level is {noise}.',
});

export const rateOutcomesWords = /* @__PURE__ */ defineWords('rateOutcomes', {
  trainingError: 'training error',
  validationError: 'validation error',
  afterEpochs: { one: 'after {count} epoch', other: 'after {count} epochs' },
  inTheEnd: 'in the end',
  errorAxis: '↑ {error} {when}',
  limit: 'estimated limit {limit}',
  unknown: 'unknown',
  divergedNote: '× diverged, at its epoch',
  noneDiverged: 'no run diverged',
  allDiverged: 'every run diverged',
  switched: '▒ measured switch, {below} to {above}',
  noSingleSwitch: 'no single switch was measured',
  noNumber: 'no number',
  epoch: 'epoch {epoch}',
  readName: 'Read the errors along the learning rate',
  errorIs: '{error} {value}',
  noLimit: 'No limit was estimated.',
  noRuns: 'There are no runs.',
  noneAsExpected: 'No run diverged, as is to be expected up to the estimated limit {limit}.',
  noneDespite:
    'No run diverged: the measured switch is above {rate}, at more than {deviation} from the estimated limit {limit}.',
  allAsExpected: 'Every run diverged, as is to be expected above the estimated limit {limit}.',
  allDespite:
    'Every run diverged: the measured switch is below {rate}, at {deviation} or further from the estimated limit {limit}.',
  measured: '{below} is the largest rate that did not diverge, {above} the smallest that did',
  unclear: 'There is no single switch: {measured}. Where a run ends at such rates depends on its start.',
  between:
    '{measured}. The measured switch, between them, is at {low} to {high} from the estimated limit {limit}, which lies between them too.',
  off: '{measured}. The measured switch, between them, is at {low} to {high} from the estimated limit {limit}.',
  summary: {
    one: '{count} learning rate: {outcomes}. Estimated limit {limit}. {switched}',
    other: '{count} learning rates: {outcomes}. Estimated limit {limit}. {switched}',
  },
  outcomeAt: 'at {rate} {outcome}',
  everyOneDiverged: 'all diverged',
  valueAt: '{value} at {rate}',
  least: '{error} {when} is least at {rate}, {value}; {number} diverged',
  leastAgainst: '{error} {when} is least at {rate}, {value}, against {others}; {number} diverged',
});

export const ratingTablesWords = /* @__PURE__ */ defineWords('ratingTables', {
  known: 'known ratings R',
  predictions: 'predictions UV′',
  lost: 'no numbers: the run diverged',
  blank: 'blank: unknown',
  heldOut: '◥ held out',
  sides: 'rows: users, columns: items',
  keys: 'The two tables. Arrow keys move from rating to rating.',
  ratingUnknown: 'rating unknown',
  rating: 'rating {rating}',
  ratingHeldOut: 'rating {rating}, held out',
  noPrediction: 'prediction: no number',
  prediction: 'prediction {prediction}',
  error: 'error {error}',
  users: { one: '{count} user', other: '{count} users' },
  items: { one: '{count} item', other: '{count} items' },
  ratings: { one: '{count} rating', other: '{count} ratings' },
  size: {
    one: '{users} and {items}: of {ratings}, {count} is known.',
    other: '{users} and {items}: of {ratings}, {count} are known.',
  },
  learned: '{number} learned from.',
  learnedWithError: '{number} learned from, with a root mean square error of {error}.',
  held: '{number} held out.',
  heldWithError: '{number} held out, with a root mean square error of {error}.',
  predictsNothing: 'The run diverged and predicts no numbers.',
  fills: 'The predictions fill the table.',
});

export const itemMapWords = /* @__PURE__ */ defineWords('itemMap', {
  upAxis: '↑ 2nd principal direction',
  upAxisWithShare: '↑ 2nd principal direction, {share} of the variance',
  acrossAxis: '1st principal direction →',
  acrossAxisWithShare: '1st principal direction, {share} of the variance →',
  lost: '{lost} of {number} items have no place, as their factors are no numbers.',
  area: 'dot area: number of ratings',
  keys: 'The items, by number of ratings. Arrow keys move to the next one.',
  ratings: { one: '{count} rating', other: '{count} ratings' },
  at: 'at {x}, {y}',
  rated: '{item} ({number}) at {x}, {y}',
  summary: {
    one: '{count} item along the first two principal directions of their factors.',
    other: '{count} items along the first two principal directions of their factors.',
  },
  summaryWithShares: {
    one: '{count} item along the first two principal directions of their factors, which hold {first} and {second} of the variance.',
    other:
      '{count} items along the first two principal directions of their factors, which hold {first} and {second} of the variance.',
  },
  mostRated: 'Most rated: {items}.',
});
