import { defineWords } from '../../words/words';

/** What the pictures say. */
export const say = /* @__PURE__ */ defineWords('ridge-search', {
  all: 'all',
  batch: 'batch {batch}',
  epochCount: { one: '{count} epoch', other: '{count} epochs' },
  rateAxis: '→ learning rate {low} to {high}, in each square',
  strengthAxis: '↑ L2 strength {low} to {high}',
  forecast:
    '{trainings}, {work} billion multiply-adds: seconds on a graphics processor, about {time} on this computer’s processor.',
  forecastHere: '{trainings}, {work} billion multiply-adds: about {time}, at the speed of the last search.',
  timeLeft: '{trainings}, {work} billion multiply-adds: about {time} left, at the speed so far.',
  trainings: { one: '{count} training of {epochs}', other: '{count} trainings of {epochs}' },
  seconds: { one: 'one second', other: '{count} seconds' },
  minutes: { one: 'one minute', other: '{count} minutes' },
  hours: { one: 'one hour', other: '{count} hours' },
  readGrid: 'Every combination; arrows move, Enter shows its curves and weights',
  settings: 'batch {batch}, rate {rate}, {epochs}, L2 {strength}',
  hasError: 'validation error {error}',
  hasTrainingError: 'training error {error}',
  hasDiverged: 'diverged',
  isBest: 'the winner',
  pressToShow: 'Press to show its curves and weights',
  divergedKey: '× diverged',
  bestKey: '★ the winner',
  shownKey: '● shown below',
  allDiverged:
    'Every training diverged. The largest stable rate of full-batch descent is 2/λ = {threshold}: choose learning rates below it{advice}.',
  orStandardize: ', or standardize the features',
  sameTargets:
    'All validation targets are the mean of those of training: predicting it for all is exact, and there is nothing to learn.',
  noBetter:
    'Predicting the mean for all would give {mean}, which is no worse: these rates are too small or too large. The largest stable rate of full-batch descent is 2/λ = {threshold}.',
  winnerIs: 'The winner: {settings}. Validation error {validation}.',
  winnerByTraining:
    'The winner: {settings}. Training error {validation}; nothing was held out, so the winner may have learned by heart.',
  testIs: 'On the {count} {count|test example|test examples}, which had no part in the choice: {error} (half: {half}).',
  noTest: 'There is no test set.',
  madeUp:
    '{training} drawn faces to learn from, {validation} held out, {test} for the test. They are made up, age included.',
  ownData:
    '{training} {training|example|examples} to learn from, {validation} held out, {test} for the test; {features}.',
  features: { one: '{count} feature', other: '{count} features' },
  tooLarge:
    'Batches of {batch} are larger than the {count} training {count|example|examples}: they take all of them, as “all” does.',
  constant: {
    one: '{count} feature has one value in all training examples: it gets no weight.',
    other: '{count} features have one value each in all training examples: they get no weight.',
  },
  fewRows:
    'There are no more training examples than features: without L2 infinitely many weights fit them exactly. Descent from 0 comes to the shortest.',
  gridSummary:
    'The validation errors of {count} {count|combination|combinations}. {diverged} diverged, the others lie between {low} and {high}. {winner}',
  gridSummaryAll:
    'The validation errors of {count} {count|combination|combinations} lie between {low} and {high}; none diverged. {winner}',
  countDiverged: { one: '{count} combination', other: '{count} combinations' },

  epochAxis: 'epoch →',
  errorAxis: '↑ mean square',
  trainingLine: 'training, of the one shown',
  validationLine: 'validation, of the one shown',
  othersLine: 'validation, all others at rate {rate}',
  readCurves: 'Errors over the epochs',
  atEpoch: 'epoch {epoch}',
  training: 'training: {error}',
  validation: 'validation: {error}',
  curvesSummary: 'Shown: {settings}. After {epochs} the training error is {training}{validation}.',
  andValidation: ', the validation error {validation}',
  divergedAt: 'Shown: {settings}. It diverged in epoch {epoch}.',

  weightsTitle: 'Weights of: {settings}',
  weightOf: 'weight {weight}',
  pixel: 'pixel in row {row}, column {column}',
  feature: 'feature {number}',
  exampleTitle: 'Some of the training examples, with their targets',
  negativeKey: 'negative',
  positiveKey: 'positive',
  readWeights: 'The weights one by one',
  largestOf: 'The {shown} largest of {count} weights',
  oneWeight: 'The only weight is {low}, the bias {bias}.',
  weightsSummary: 'The {count} weights lie between {low} and {high}; their norm is {norm}, the bias {bias}.',

  trueAxis: 'true →',
  predictedAxis: '↑ predicted',
  predictionsNote: 'mean square {error}, half {half}',
  predictionsSummary:
    'Predicted against true for {count} {count|test example|test examples}: mean square {error}, typically {root} off. Predicting the mean of the training targets would give {mean}.',
  readPredictions: 'Test examples, from the least to the greatest target',
  trueIs: 'true: {value}',
  predictedIs: 'predicted: {value}',
  noTestSet: 'There is no test set: drop one beside the training examples, or set testDesign and testTargets.',
  noWinner: 'Every training diverged, so there is no winner.',
  diagonal: 'predicted = true',

  descended: 'the winner, by descent',
  solved: 'the exact solution',
  meanOnly: 'predicting the mean',
  onValidation: 'validation',
  onTraining: 'training',
  onTest: 'test',
  byQr: 'Solved by QR.',
  byCholesky: 'More than 500 features: solved by Cholesky of X′X/n + αI.',
  byShortest: 'Many weights fit equally well: this is the shortest of them, the minimum-norm solution.',
  distance: 'The winner’s weights differ from the exact ones by {share} of their norm.',
  strengthIs: 'Both at L2 strength {strength}.',
  notSolved: 'With {count} features the exact solution takes minutes, in a worker beside the page.',
  solve: 'Solve exactly',
  testToo: 'Test it too',
  testedToo: 'Both are tested here: to choose between them by these errors would make the test set a validation set.',
  closedSummary: '{method} {strength} Exact: {exact}. By descent: {descended}. {distance}',
  errorsOn: '{set} {error}',
});
