// Written from the folders of src/experiments by `npm run generate`.
import { experimentElement } from '../elements/experiment-element';
import { show } from '../elements/show';
import type { ClassOf } from '../elements/types';

export const GdAbsoluteError = experimentElement({
  name: 'absolute-error',
  defaults: {
    loss: 'absolute',
    points: [
      [0, 0.6],
      [0.5, 0.7],
      [1, 1.5],
      [1.5, 1.4],
      [2, 2.1],
      [2.5, 2.2],
      [3, 3.1],
      [3.5, 8],
    ],
    design: null,
    targets: null,
    weights: 'auto',
    bias: 0,
    learningRate: 0.1,
    schedule: 'constant',
    iterations: 500,
    views: ['fit', 'bias', 'descent'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [17, 2, 62], views: { fit: [86, 70, 60], bias: [91, 72, 64], descent: [107, 80, 72] } },
  load: async () => show(await import('./load/absolute-error')),
}) as unknown as ClassOf<typeof import('../experiments/absolute-error/experiment').experiment>;
export type GdAbsoluteError = InstanceType<typeof GdAbsoluteError>;

export const GdActivations = experimentElement({
  name: 'activations',
  defaults: {
    function: 'sigmoid',
    x: 1,
    beta: 1,
    logits: [1, 2, 3],
    selectedLogit: 1,
    views: ['curve', 'jacobian'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [7, 2, 23], views: { curve: [68, 61, 63], jacobian: [123, 68, 53] } },
  load: async () => show(await import('./load/activations')),
}) as unknown as ClassOf<typeof import('../experiments/activations/experiment').experiment>;
export type GdActivations = InstanceType<typeof GdActivations>;

export const GdBoxConstraint = experimentElement({
  name: 'box-constraint',
  defaults: {
    objective: '(theta-0.5)^2/2',
    learningRate: 1,
    lower: -1,
    upper: 1,
    start: 0,
    iterations: 100,
    views: ['map', 'landscape', 'descent', 'boundary'],
    iteration: null,
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [18, 14, 42],
    views: { map: [74, 71, 60], landscape: [101, 67, 48], descent: [79, 72, 63], boundary: [81, 69, 56] },
  },
  load: async () => show(await import('./load/box-constraint')),
}) as unknown as ClassOf<typeof import('../experiments/box-constraint/experiment').experiment>;
export type GdBoxConstraint = InstanceType<typeof GdBoxConstraint>;

export const GdClassificationLoss = experimentElement({
  name: 'classification-loss',
  defaults: {
    logit: -4.595,
    learningRate: 1,
    logitLow: -8,
    logitHigh: 8,
    views: ['loss', 'gradient', 'escape'],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [7, 2, 26], views: { loss: [65, 56, 58], gradient: [74, 65, 67], escape: [72, 60, 59] } },
  load: async () => show(await import('./load/classification-loss')),
}) as unknown as ClassOf<typeof import('../experiments/classification-loss/experiment').experiment>;
export type GdClassificationLoss = InstanceType<typeof GdClassificationLoss>;

export const GdConv1d = experimentElement({
  name: 'conv1d',
  defaults: {
    signal: 'blocks',
    length: 1024,
    filter: 'gaussian 15',
    noise: 0.02,
    outliers: 0.01,
    loss: 'huber',
    ridge: 0.01,
    learningRate: 'auto',
    iterations: 100,
    seed: 1,
    views: ['signal', 'loss', 'rates', 'filter', 'operator'],
    iteration: null,
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: ['samples', 'observed', 'filterTaps', 'initial'],
  heights: {
    around: [9, 2, 59],
    views: {
      signal: [94, 79, 57],
      loss: [50, 39, 42],
      rates: [66, 48, 51],
      filter: [74, 39, 36],
      operator: [123, 74, 40],
    },
  },
  load: async () => show(await import('./load/conv1d')),
}) as unknown as ClassOf<typeof import('../experiments/conv1d/experiment').experiment>;
export type GdConv1d = InstanceType<typeof GdConv1d>;

export const GdFocalLoss = experimentElement({
  name: 'focal-loss',
  defaults: {
    gamma: 2,
    p: 0.99,
    easy: 0.9,
    hard: 0.1,
    easyExamples: 100,
    views: ['loss', 'gradient', 'examples'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [7, 2, 28], views: { loss: [82, 71, 66], gradient: [81, 71, 66], examples: [107, 60, 56] } },
  load: async () => show(await import('./load/focal-loss')),
}) as unknown as ClassOf<typeof import('../experiments/focal-loss/experiment').experiment>;
export type GdFocalLoss = InstanceType<typeof GdFocalLoss>;

export const GdGaussianModel = experimentElement({
  name: 'gaussian-model',
  defaults: {
    sigma: 1,
    points: [
      [0, 1],
      [1, 3],
      [2, 2],
      [3, 5],
      [4, 4.5],
    ],
    design: null,
    targets: null,
    intercept: 'none',
    weights: 'auto',
    learningRate: 0.1,
    iterations: 100,
    views: ['density', 'likelihood', 'residuals'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [18, 3, 48],
    views: { density: [79, 65, 60], likelihood: [132, 62, 56], residuals: [67, 53, 48] },
  },
  load: async () => show(await import('./load/gaussian-model')),
}) as unknown as ClassOf<typeof import('../experiments/gaussian-model/experiment').experiment>;
export type GdGaussianModel = InstanceType<typeof GdGaussianModel>;

export const GdLearningRate = experimentElement({
  name: 'learning-rate',
  defaults: {
    objective: '(w-100)^2/2',
    learningRates: 'auto',
    start: 'auto',
    iterations: 20,
    optimizer: 'gd',
    schedule: 'constant',
    views: ['descent', 'cobweb', 'iterates', 'rates', 'table'],
    selectedRate: null,
    iteration: null,
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [10, 6, 55],
    views: {
      descent: [72, 65, 57],
      cobweb: [84, 81, 72],
      iterates: [87, 79, 70],
      rates: [73, 56, 59],
      table: [76, 66, 66],
    },
  },
  load: async () => show(await import('./load/learning-rate')),
}) as unknown as ClassOf<typeof import('../experiments/learning-rate/experiment').experiment>;
export type GdLearningRate = InstanceType<typeof GdLearningRate>;

export const GdLeastSquares = experimentElement({
  name: 'least-squares',
  defaults: {
    design: [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
    targets: 'auto',
    learningRates: 'auto',
    optimizer: 'gd',
    schedule: 'constant',
    starts: 10000,
    spread: 5,
    iterations: 1000,
    seed: 1,
    views: ['plane', 'modes', 'rates', 'exceptional', 'recurrence'],
    selectedRate: null,
    iteration: 0,
    axes: 'weights',
    across: 1,
    up: 2,
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [18, 11, 64],
    views: {
      plane: [91, 77, 52],
      modes: [78, 66, 61],
      rates: [88, 74, 69],
      exceptional: [68, 60, 61],
      recurrence: [84, 78, 69],
    },
  },
  load: async () => show(await import('./load/least-squares')),
}) as unknown as ClassOf<typeof import('../experiments/least-squares/experiment').experiment>;
export type GdLeastSquares = InstanceType<typeof GdLeastSquares>;

export const GdLinearLayers = experimentElement({
  name: 'linear-layers',
  defaults: {
    activation: 'none',
    w1: [
      [1, 2],
      [0, -1],
      [3, 0.5],
    ],
    b1: [1, 0, -2],
    w2: [
      [2, 0, 1],
      [-1, 1, 0.5],
    ],
    b2: [0.5, -0.5],
    input: [1.5, -2],
    middle: 1,
    learningRate: 0.4,
    start: [2.6, 1.1],
    iterations: 100,
    iteration: null,
    views: ['shapes', 'maps', 'bottleneck', 'training'],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [6, 1, 58],
    views: { shapes: [77, 63, 61], maps: [140, 126, 52], bottleneck: [95, 55, 60], training: [153, 95, 67] },
  },
  load: async () => show(await import('./load/linear-layers')),
}) as unknown as ClassOf<typeof import('../experiments/linear-layers/experiment').experiment>;
export type GdLinearLayers = InstanceType<typeof GdLinearLayers>;

export const GdMatrixFactorization = experimentElement({
  name: 'matrix-factorization',
  defaults: {
    ratings: 'sheet',
    rank: 4,
    learningRate: 'auto',
    epochs: 'auto',
    ridge: 0,
    validation: 0.1,
    users: 300,
    items: 200,
    observed: 30000,
    trueRank: 4,
    noise: 0.3,
    biases: 'off',
    seed: 1,
    views: ['step', 'valley', 'errors', 'rates', 'table', 'items'],
    step: 1,
    ratio: 1,
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: ['triplets', 'file', 'columns'],
  heights: {
    around: [35, 12, 43],
    views: {
      step: [150, 120, 53],
      valley: [126, 65, 53],
      errors: [77, 50, 47],
      rates: [94, 59, 53],
      table: [72, 44, 32],
      items: [48, 22, 2],
    },
  },
  load: async () => show(await import('./load/matrix-factorization')),
}) as unknown as ClassOf<typeof import('../experiments/matrix-factorization/experiment').experiment>;
export type GdMatrixFactorization = InstanceType<typeof GdMatrixFactorization>;

export const GdMatrixGradient = experimentElement({
  name: 'matrix-gradient',
  defaults: {
    expression: 'quadratic',
    a: 'auto',
    x: 'auto',
    z: 'auto',
    w: 'auto',
    b: 'auto',
    y: 'auto',
    stepWidth: 0.0001,
    derivation: 'numbers',
    views: ['shapes', 'derivation', 'check'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [7, 2, 39], views: { shapes: [137, 95, 82], derivation: [133, 99, 72], check: [95, 75, 71] } },
  load: async () => show(await import('./load/matrix-gradient')),
}) as unknown as ClassOf<typeof import('../experiments/matrix-gradient/experiment').experiment>;
export type GdMatrixGradient = InstanceType<typeof GdMatrixGradient>;

export const GdMinibatch = experimentElement({
  name: 'minibatch',
  defaults: {
    examples: 100,
    epochs: 10000,
    gradients: [1, 2, 4, 7, 11],
    batch: 2,
    factor: 4,
    learningRate: 0.1,
    seed: 1,
    views: ['coverage', 'variance', 'scaling'],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [7, 2, 52], views: { coverage: [86, 79, 81], variance: [75, 65, 61], scaling: [85, 69, 71] } },
  load: async () => show(await import('./load/minibatch')),
}) as unknown as ClassOf<typeof import('../experiments/minibatch/experiment').experiment>;
export type GdMinibatch = InstanceType<typeof GdMinibatch>;

export const GdNorms = experimentElement({
  name: 'norms',
  defaults: {
    vector: [0, 1, 0, 2, 3],
    p: 3,
    point: [0.9, 0.6],
    target: [1.8, 0.9],
    radius: 1,
    design: [
      [2, 1],
      [0, 1],
    ],
    seed: 1,
    views: ['bars', 'balls', 'sparsity'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [9, 4, 28], views: { bars: [101, 58, 45], balls: [103, 59, 57], sparsity: [108, 61, 61] } },
  load: async () => show(await import('./load/norms')),
}) as unknown as ClassOf<typeof import('../experiments/norms/experiment').experiment>;
export type GdNorms = InstanceType<typeof GdNorms>;

export const GdRidgeSearch = experimentElement({
  name: 'ridge-search',
  defaults: {
    batches: [16, 32, 64, 128],
    learningRates: [0.001, 0.01, 0.1, 1],
    epochs: [5, 10, 20, 40],
    strengths: [0, 0.001, 0.01, 0.1],
    standardize: 'center',
    validation: 0.2,
    seed: 1,
    views: ['grid', 'curves', 'weights', 'predictions', 'closed'],
    combination: null,
    exact: 'auto',
    tested: 'winner',
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: ['design', 'targets', 'testDesign', 'testTargets', 'featureNames', 'imageWidth'],
  heights: {
    around: [17, 2, 68],
    views: {
      grid: [89, 86, 81],
      curves: [82, 61, 57],
      weights: [99, 50, 48],
      predictions: [68, 62, 60],
      closed: [59, 33, 21],
    },
  },
  load: async () => show(await import('./load/ridge-search')),
}) as unknown as ClassOf<typeof import('../experiments/ridge-search/experiment').experiment>;
export type GdRidgeSearch = InstanceType<typeof GdRidgeSearch>;

export const GdSoftmaxUpdate = experimentElement({
  name: 'softmax-update',
  defaults: {
    weights: [
      [0.1, -0.2, 0.3],
      [0.4, 0, -0.1],
    ],
    input: [1, 2],
    learningRate: 0.5,
    label: 1,
    optimizer: 'gd',
    step: 1,
    derivation: 'numbers',
    points: [
      [-0.9, -0.3, 0],
      [-0.6, -0.7, 0],
      [-0.7, -0.1, 0],
      [-0.4, -0.4, 0],
      [-1, -0.8, 0],
      [-0.2, -0.8, 0],
      [0.9, -0.2, 1],
      [0.5, -0.6, 1],
      [0.7, 0.1, 1],
      [0.4, -0.1, 1],
      [1, -0.7, 1],
      [0.8, -0.9, 1],
      [-0.1, 0.8, 2],
      [0.2, 0.6, 2],
      [-0.4, 0.7, 2],
      [0.5, 0.9, 2],
      [0, 0.3, 2],
      [-0.6, 0.5, 2],
    ],
    hiddenLayer: 'none',
    iterations: 100,
    iteration: null,
    nextClass: 0,
    seed: 1,
    views: ['step', 'derivation', 'regions'],
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: { around: [9, 4, 41], views: { step: [161, 141, 74], derivation: [232, 182, 148], regions: [137, 75, 57] } },
  load: async () => show(await import('./load/softmax-update')),
}) as unknown as ClassOf<typeof import('../experiments/softmax-update/experiment').experiment>;
export type GdSoftmaxUpdate = InstanceType<typeof GdSoftmaxUpdate>;

export const GdStochasticGradient = experimentElement({
  name: 'stochastic-gradient',
  defaults: {
    points: [
      [1, 2],
      [2, 3],
      [3, 4],
    ],
    theta: 0.5,
    learningRate: 0.05,
    replicas: 100000,
    iterations: 200,
    batch: 1,
    replacement: 'with',
    seed: 1,
    views: ['gradients', 'estimate', 'paths', 'stationary'],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [19, 6, 53],
    views: { gradients: [75, 58, 65], estimate: [89, 70, 77], paths: [101, 81, 74], stationary: [94, 74, 62] },
  },
  load: async () => show(await import('./load/stochastic-gradient')),
}) as unknown as ClassOf<typeof import('../experiments/stochastic-gradient/experiment').experiment>;
export type GdStochasticGradient = InstanceType<typeof GdStochasticGradient>;

export const GdSurface = experimentElement({
  name: 'surface',
  defaults: {
    objective: '((x+2)^4+(y-2)^4)/4-(x+2)^3+(y-2)^3+13.5',
    learningRate: 'auto',
    optimizer: 'gd',
    schedule: 'constant',
    start: 'auto',
    starts: 10000,
    iterations: 200,
    frozen: 'none',
    xLow: 'auto',
    xHigh: 'auto',
    yLow: 'auto',
    yHigh: 'auto',
    seed: 1,
    views: ['surface', 'contours', 'basins', 'rates', 'loss', 'vectorized'],
    shownOptimizer: 0,
    iteration: 0,
    turn: 30,
    tilt: 38,
    basinsWindow: [],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [12, 6, 74],
    views: {
      surface: [83, 83, 68],
      contours: [94, 94, 79],
      basins: [87, 86, 75],
      rates: [57, 44, 43],
      loss: [50, 46, 53],
      vectorized: [47, 27, 24],
    },
  },
  load: async () => show(await import('./load/surface')),
}) as unknown as ClassOf<typeof import('../experiments/surface/experiment').experiment>;
export type GdSurface = InstanceType<typeof GdSurface>;

export const GdWideMinima = experimentElement({
  name: 'wide-minima',
  defaults: {
    objective: 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
    learningRates: 'auto',
    starts: 10000,
    iterations: 1000,
    optimizer: 'gd',
    schedule: 'constant',
    low: 'auto',
    high: 'auto',
    sampling: 'random',
    seed: 1,
    tolerance: 0.001,
    bound: 1000000,
    rateLow: 'auto',
    rateHigh: 'auto',
    views: ['landscape', 'schedule', 'histogram', 'outcomes', 'basins', 'bifurcation'],
    selectedRate: null,
    shownOptimizer: 0,
    selectedStart: null,
    iteration: 0,
    basinsWindow: [],
    bifurcationWindow: [],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [14, 9, 80],
    views: {
      landscape: [89, 81, 74],
      schedule: [18, 9, 2],
      histogram: [119, 74, 62],
      outcomes: [82, 68, 58],
      basins: [86, 77, 66],
      bifurcation: [84, 77, 63],
    },
  },
  load: async () => show(await import('./load/wide-minima')),
}) as unknown as ClassOf<typeof import('../experiments/wide-minima/experiment').experiment>;
export type GdWideMinima = InstanceType<typeof GdWideMinima>;

export const GdXor = experimentElement({
  name: 'xor',
  defaults: {
    points: [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
    units: 0,
    learningRate: 0.1,
    iterations: 500,
    networks: 10000,
    seed: 1,
    newTarget: 1,
    iteration: null,
    trainabilityWindow: [],
    views: ['plane', 'loss', 'unique', 'networks', 'trainability'],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
    sync: '',
    answers: 'shown',
  },
  data: [],
  heights: {
    around: [17, 10, 41],
    views: {
      plane: [118, 70, 65],
      loss: [80, 69, 64],
      unique: [88, 44, 53],
      networks: [24, 15, 2],
      trainability: [30, 19, 2],
    },
  },
  load: async () => show(await import('./load/xor')),
}) as unknown as ClassOf<typeof import('../experiments/xor/experiment').experiment>;
export type GdXor = InstanceType<typeof GdXor>;

/** Every element: its tag and its class. */
export const registry = {
  'gd-absolute-error': GdAbsoluteError,
  'gd-activations': GdActivations,
  'gd-box-constraint': GdBoxConstraint,
  'gd-classification-loss': GdClassificationLoss,
  'gd-conv1d': GdConv1d,
  'gd-focal-loss': GdFocalLoss,
  'gd-gaussian-model': GdGaussianModel,
  'gd-learning-rate': GdLearningRate,
  'gd-least-squares': GdLeastSquares,
  'gd-linear-layers': GdLinearLayers,
  'gd-matrix-factorization': GdMatrixFactorization,
  'gd-matrix-gradient': GdMatrixGradient,
  'gd-minibatch': GdMinibatch,
  'gd-norms': GdNorms,
  'gd-ridge-search': GdRidgeSearch,
  'gd-softmax-update': GdSoftmaxUpdate,
  'gd-stochastic-gradient': GdStochasticGradient,
  'gd-surface': GdSurface,
  'gd-wide-minima': GdWideMinima,
  'gd-xor': GdXor,
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'gd-absolute-error': GdAbsoluteError;
    'gd-activations': GdActivations;
    'gd-box-constraint': GdBoxConstraint;
    'gd-classification-loss': GdClassificationLoss;
    'gd-conv1d': GdConv1d;
    'gd-focal-loss': GdFocalLoss;
    'gd-gaussian-model': GdGaussianModel;
    'gd-learning-rate': GdLearningRate;
    'gd-least-squares': GdLeastSquares;
    'gd-linear-layers': GdLinearLayers;
    'gd-matrix-factorization': GdMatrixFactorization;
    'gd-matrix-gradient': GdMatrixGradient;
    'gd-minibatch': GdMinibatch;
    'gd-norms': GdNorms;
    'gd-ridge-search': GdRidgeSearch;
    'gd-softmax-update': GdSoftmaxUpdate;
    'gd-stochastic-gradient': GdStochasticGradient;
    'gd-surface': GdSurface;
    'gd-wide-minima': GdWideMinima;
    'gd-xor': GdXor;
  }
}
