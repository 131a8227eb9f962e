import { named, type OptimizerName } from '../../math/optimizers';
import { CONSTANT } from '../../math/schedules';
import { SHEET_MINIMA, SHEET_OBJECTIVE } from '../descend/sheet.fixtures';
import type { PopulationTask } from './task';

/** The surface with a flat start: gradient and Hessian are 0 at (-2, 2), its minimum lies at (1, -1), with the limit 2/9. */
export const FLAT_START = '((x+2)^4+(y-2)^4)/4-(x+2)^3+(y-2)^3+13.5';
export const HIMMELBLAU = '(x^2+y-11)^2+(x+y^2-7)^2';
export const HIMMELBLAU_MINIMA = [
  [3, 2],
  [-2.805118086952745, 3.131312518250573],
  [-3.7793102533777467, -3.283185991286169],
  [3.584428340330492, -1.8481265269644036],
];

const plain = { optimizer: named('gd'), schedule: CONSTANT, iterations: 200, tolerance: 1e-3, bound: 1e6 } as const;

/** The surface with a flat start, on a grid of this many pixels. */
export function flatStart(width: number, height: number, given: Partial<PopulationTask> = {}): PopulationTask {
  return {
    ...plain,
    objective: FLAT_START,
    learningRates: [0.05],
    starts: {
      sampling: 'grid',
      size: [width, height],
      box: [
        { low: -4, high: 4 },
        { low: -4, high: 4 },
      ],
    },
    targets: [[1, -1]],
    ...given,
  };
}

export function himmelblau(width: number, height: number, given: Partial<PopulationTask> = {}): PopulationTask {
  return {
    ...plain,
    objective: HIMMELBLAU,
    learningRates: [0.01],
    starts: {
      sampling: 'grid',
      size: [width, height],
      box: [
        { low: -5, high: 5 },
        { low: -5, high: 5 },
      ],
    },
    targets: HIMMELBLAU_MINIMA,
    ...given,
  };
}

/** A learning rate for each optimizer at which it is stable on the sheet's function. */
export const STABLE_RATES: Record<OptimizerName, number> = {
  gd: 0.05,
  momentum: 0.01,
  nesterov: 0.01,
  adagrad: 1,
  rmsprop: 0.02,
  adam: 0.02,
};

/** The sheet's function with an optimizer at its stable rate, from starts on an even grid. */
export function sheetWith(name: OptimizerName, starts: number, given: Partial<PopulationTask> = {}): PopulationTask {
  return {
    ...plain,
    objective: SHEET_OBJECTIVE,
    optimizer: named(name),
    learningRates: [STABLE_RATES[name]],
    starts: { sampling: 'grid', size: [starts], box: [{ low: -5, high: 20 }] },
    targets: SHEET_MINIMA.map((minimum) => [minimum]),
    iterations: 1000,
    // rmsprop ends in a band of half its rate on either side of the minimum.
    tolerance: name === 'rmsprop' ? STABLE_RATES.rmsprop : 1e-3,
    ...given,
  };
}
