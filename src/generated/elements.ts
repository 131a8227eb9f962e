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
  heights: {
    around: [166, 19, 615],
    views: { fit: [864, 702, 599], bias: [906, 718, 639], descent: [1073, 804, 720] },
  },
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
  heights: { around: [70, 18, 230], views: { curve: [679, 612, 629], jacobian: [1229, 680, 529] } },
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
    around: [178, 141, 420],
    views: { map: [741, 711, 603], landscape: [1011, 672, 479], descent: [787, 723, 629], boundary: [810, 689, 559] },
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
  heights: {
    around: [71, 21, 259],
    views: { loss: [651, 561, 575], gradient: [741, 651, 665], escape: [717, 595, 585] },
  },
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
    around: [94, 20, 591],
    views: {
      signal: [937, 787, 569],
      loss: [497, 394, 419],
      rates: [661, 475, 509],
      filter: [739, 385, 359],
      operator: [1232, 736, 403],
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
  heights: {
    around: [70, 18, 280],
    views: { loss: [817, 708, 659], gradient: [811, 708, 659], examples: [1066, 597, 563] },
  },
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
    around: [182, 34, 480],
    views: { density: [787, 651, 599], likelihood: [1319, 617, 559], residuals: [666, 527, 479] },
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
    around: [99, 55, 550],
    views: {
      descent: [717, 653, 569],
      cobweb: [844, 813, 719],
      iterates: [873, 792, 699],
      rates: [731, 556, 587],
      table: [762, 662, 662],
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
    around: [180, 112, 637],
    views: {
      plane: [909, 773, 515],
      modes: [781, 663, 605],
      rates: [881, 744, 685],
      exceptional: [682, 602, 605],
      recurrence: [835, 779, 685],
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
    around: [59, 7, 576],
    views: {
      shapes: [767, 626, 612],
      maps: [1402, 1262, 523],
      bottleneck: [953, 550, 595],
      training: [1525, 954, 665],
    },
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
    around: [352, 119, 428],
    views: {
      step: [1504, 1201, 525],
      valley: [1264, 653, 525],
      errors: [773, 498, 469],
      rates: [941, 589, 530],
      table: [724, 443, 323],
      items: [477, 217, 20],
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
  heights: {
    around: [69, 17, 394],
    views: { shapes: [1365, 953, 824], derivation: [1326, 993, 720], check: [953, 746, 709] },
  },
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
  heights: {
    around: [72, 22, 522],
    views: { coverage: [862, 791, 805], variance: [753, 650, 605], scaling: [851, 689, 706] },
  },
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
  heights: {
    around: [92, 42, 279],
    views: { bars: [1011, 582, 449], balls: [1032, 585, 569], sparsity: [1080, 605, 609] },
  },
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
    around: [168, 21, 681],
    views: {
      grid: [889, 861, 814],
      curves: [817, 609, 565],
      weights: [987, 503, 477],
      predictions: [677, 621, 595],
      closed: [588, 333, 206],
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
  heights: {
    around: [86, 36, 414],
    views: { step: [1608, 1406, 735], derivation: [2316, 1817, 1482], regions: [1368, 749, 569] },
  },
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
    around: [188, 60, 530],
    views: {
      gradients: [746, 581, 645],
      estimate: [886, 700, 765],
      paths: [1006, 810, 735],
      stationary: [944, 741, 623],
    },
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
    around: [120, 58, 739],
    views: {
      surface: [830, 833, 675],
      contours: [936, 943, 791],
      basins: [870, 857, 745],
      rates: [566, 440, 425],
      loss: [499, 455, 525],
      vectorized: [466, 269, 238],
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
    around: [143, 91, 799],
    views: {
      landscape: [890, 805, 741],
      schedule: [178, 92, 20],
      histogram: [1190, 740, 623],
      outcomes: [820, 680, 577],
      basins: [859, 768, 664],
      bifurcation: [835, 774, 625],
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
    around: [168, 95, 414],
    views: {
      plane: [1180, 702, 652],
      loss: [801, 687, 635],
      unique: [881, 439, 525],
      networks: [236, 150, 20],
      trainability: [297, 191, 20],
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
