// Written from the folders of src/experiments by `npm run generate`.
/** The experiments for programmers: parameters, preparation, computation. */
export {
  experiment as absoluteError,
  type AbsoluteErrorParameters,
  type AbsoluteErrorResult,
} from '../experiments/absolute-error/experiment';
export {
  experiment as activations,
  type ActivationsParameters,
  type ActivationsResult,
} from '../experiments/activations/experiment';
export {
  experiment as boxConstraint,
  type BoxConstraintParameters,
  type BoxConstraintResult,
} from '../experiments/box-constraint/experiment';
export {
  experiment as classificationLoss,
  type ClassificationLossParameters,
  type ClassificationLossResult,
} from '../experiments/classification-loss/experiment';
export { experiment as conv1d, type Conv1dParameters, type Conv1dResult } from '../experiments/conv1d/experiment';
export {
  experiment as focalLoss,
  type FocalLossParameters,
  type FocalLossResult,
} from '../experiments/focal-loss/experiment';
export {
  experiment as gaussianModel,
  type GaussianModelParameters,
  type GaussianModelResult,
} from '../experiments/gaussian-model/experiment';
export {
  experiment as learningRate,
  type LearningRateParameters,
  type LearningRateResult,
} from '../experiments/learning-rate/experiment';
export {
  experiment as leastSquares,
  type LeastSquaresParameters,
  type LeastSquaresResult,
} from '../experiments/least-squares/experiment';
export {
  experiment as linearLayers,
  type LinearLayersParameters,
  type LinearLayersResult,
} from '../experiments/linear-layers/experiment';
export {
  experiment as matrixFactorization,
  type MatrixFactorizationParameters,
  type MatrixFactorizationResult,
} from '../experiments/matrix-factorization/experiment';
export {
  experiment as matrixGradient,
  type MatrixGradientParameters,
  type MatrixGradientResult,
} from '../experiments/matrix-gradient/experiment';
export {
  experiment as minibatch,
  type MinibatchParameters,
  type MinibatchResult,
} from '../experiments/minibatch/experiment';
export { experiment as norms, type NormsParameters, type NormsResult } from '../experiments/norms/experiment';
export {
  experiment as ridgeSearch,
  type RidgeSearchParameters,
  type RidgeSearchResult,
} from '../experiments/ridge-search/experiment';
export {
  experiment as softmaxUpdate,
  type SoftmaxUpdateParameters,
  type SoftmaxUpdateResult,
} from '../experiments/softmax-update/experiment';
export {
  experiment as stochasticGradient,
  type StochasticGradientParameters,
  type StochasticGradientResult,
} from '../experiments/stochastic-gradient/experiment';
export { experiment as surface, type SurfaceParameters, type SurfaceResult } from '../experiments/surface/experiment';
export {
  experiment as wideMinima,
  type WideMinimaParameters,
  type WideMinimaResult,
} from '../experiments/wide-minima/experiment';
export { experiment as xor, type XorParameters, type XorResult } from '../experiments/xor/experiment';
