import { formatNumber } from '../../charts/kit';
import type { RidgeSearchParameters } from './parameters';
import type { Combination } from './problem';
import { runOf, weightsOf, type RidgeSearchRun } from './search';
import { say } from './words';

export const number = (value: number): string => formatNumber(value);

export const batchName = (batch: Combination['batch']): string => (batch === 'all' ? say('all') : String(batch));

/** A combination in words: `batch 16, rate 0.1, 40 epochs, L2 0`. */
export const settingsOf = ({ batch, learningRate, epochs, strength }: Combination): string =>
  say('settings', {
    batch: batchName(batch),
    rate: number(learningRate),
    epochs: say('epochCount', { count: epochs }),
    strength: number(strength),
  });

/** The combination in hand: the one that was picked, or the winner, or the first where there is none. */
export function combinationShown({ combination }: RidgeSearchParameters, { result }: RidgeSearchRun): number {
  return combination !== null && combination < result.grid.length ? combination : (result.best ?? 0);
}

/** One training's errors over the epochs; cut off where it diverged. */
export function curvesOf({ trained, result }: RidgeSearchRun, training: number) {
  const width = trained.trainingErrors.length / trained.diverged.length;
  const end = trained.diverged[training];
  const count = end ?? width;
  const curve = (all: Float64Array | undefined) => all?.subarray(training * width, training * width + count);
  return {
    training: curve(trained.trainingErrors)!,
    validation: curve(trained.validationErrors),
    diverged: end,
    epochs: width - 1,
    parameters: result.parameters,
  };
}

/** The weights of a combination, for standardized features. */
export function weightsShown(run: RidgeSearchRun, combination: number) {
  const { parameters, examples } = run.result;
  const marks = [...new Set(parameters.epochs)].sort((a, b) => a - b);
  return weightsOf(run.trained, parameters, marks, examples.features, combination);
}

export { runOf };
