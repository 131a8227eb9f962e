import { defineWords } from './words';

/** Convolution as an operator: the experiment and its element. */
export const conv1dWords = /* @__PURE__ */ defineWords('conv1d', {
  title: 'Convolution without the matrix',
  problem:
    'A signal is blurred, noise and a few outliers are added, and gradient descent recovers it. The blur is a matrix with a row for every sample, and it is never formed: an object that can be applied and transposed is enough.',

  signal: 'Signal',
  'signal.help': 'One of the four test signals of Donoho and Johnstone, or data that was loaded.',
  'signal.blocks': 'blocks',
  'signal.bumps': 'bumps',
  'signal.heavisine': 'heavisine',
  'signal.doppler': 'doppler',
  'signal.data': 'data',
  length: 'Length',
  'length.help': 'How many samples the signal has.',
  'length.ofData': 'How many samples the signal has: it is as long as the data that was loaded.',
  filter: 'Filter',
  'filter.help':
    'gaussian R or box R, a blur that reaches R samples to either side; difference; or the taps themselves, as in 0.5 -1 0.25.',
  'filter.takes':
    'gaussian R, box R (2R + 1 taps, R from 0 to {radius}), difference, or 1 to {taps} numbers separated by spaces, not all zero',
  noise: 'Noise',
  'noise.help':
    'The standard deviation of the noise that is added to the blurred signal; with data, in units of the standard deviation of the data.',
  outliers: 'Outliers',
  'outliers.help':
    'The fraction of samples that are thrown off by 3 to 6; with data, by 3 to 6 of its standard deviations.',
  loss: 'Loss',
  'loss.help':
    'Huber: square up to a residual of 1, straight beyond, so that outliers pull no harder than that. Or the square throughout.',
  'loss.huber': 'huber',
  'loss.square': 'square',
  ridge: 'Ridge',
  'ridge.help': 'The factor of |x|²/2, which keeps x small where the observation says nothing of it.',
  learningRate: 'Learning rate',
  'learningRate.help': 'auto is 90 % of the largest stable rate, 2/(|A|² + λ).',
  iterations: 'Iterations',
  'iterations.help': 'How many steps the descent makes.',
  seed: 'Seed',
  'seed.help': 'The same seed draws the same noise and outliers.',
  views: 'Views',
  'views.help': 'Which pictures are computed and shown.',
  iteration: 'Iteration',
  'iteration.help': 'The iterate that the pictures show; the last one if nothing is said.',

  needsRadius: '{filter} needs one whole number from 0 to {radius}',
  nothingThere: 'nothing stands there',
  noNumber: '"{text}" is no number',
  tapsAre: { one: 'these are {count} taps', other: 'these are {count} taps' },
  tapIs: 'tap number {place} is {value}',
  zeroFilter: 'it lets nothing through',
  dataTakes: 'data only once there is some: load a file, or set the property samples or observed',
  filterTaps: { one: '{filter}, {count} tap', other: '{filter}, {count} taps' },
  fewerTaps: 'no more taps than the signal has samples, which are {length}',
  lengthTakes: 'so many that x has at most {most}',
  initialTakes: '{length} numbers, as many as x has',
  iterationTakes: 'a whole number from 0 to iterations, which is {iterations}',
  arrayTakes: 'a Float32Array or a Float64Array',
  countTakes: '1 to {most} numbers',
  valueAt: '{value} at place {place}',
  sampleTakes: 'numbers from -{most} to {most}',

  'signal.title': 'The signal, the observation, the recovery',
  'signal.hint': 'Above, what is observed: blurred, noisy, with outliers. Below, what descent makes of it.',
  'signal.invitation': 'Play to watch it descend.',
  'loss.title': 'The loss at every iteration',
  'loss.hint': 'The objective F that descent goes down on.',
  'loss.invitation': 'Click the curve to show that iteration above.',
  'rates.title': 'The learning rate and how far it comes',
  'rates.hint':
    'Each dot is a descent of its own; all run at once. Dashed: the largest rate at which descent is stable whatever is observed; measured: the lowest at which a small disturbance was seen to grow, with no residual so large that Huber cuts it off. Outliers that it does cut off take curvature away: just above, the loss may still fall.',
  'rates.invitation': 'Click a rate to descend with it.',
  'filter.title': 'The filter',
  'filter.hint':
    'Its taps, and what it multiplies a wave of each frequency by. What it multiplies by nearly nothing, no descent can bring back.',
  'operator.title': 'The matrix that is never formed',
  'operator.hint':
    'What the matrix A would cost beside the operator that stands in for it, measured here and now; and the identity that shows the operator’s transpose to be one.',

  objective: 'The objective, and a step of its descent',
  recoverySeries: 'recovery x',
  signalSeries: 'signal',
  observationSeries: 'observation b',
  signalAndRecovery: 'signal, and recovery x',
  liveliest: 'on the {number} liveliest samples',
  hear: 'hear',
  hearIt: 'Hear it',
  soundSignal: 'signal',
  soundObservation: 'observation',
  soundRecovery: 'recovery',
  cannotPlay: 'This sound cannot be played here: {reason}',
  waiting: 'Waiting for a signal',
  waitingForPage: 'It is to be set by the page that this stands in.',
  waitingForFile:
    'It is to be data of your own, which an address cannot carry. Load a file, drop one here, or choose a test signal.',
  untilThen: 'Until then the pictures are those from before.',
});
