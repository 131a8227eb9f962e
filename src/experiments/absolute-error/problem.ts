import { leastAbsolutePlane } from '../../math/least-absolute';
import {
  descendRegression,
  meanLoss,
  REGRESSION_LOSSES,
  regressionGradient,
  residualsOf,
  withOnes,
  type LinearModel,
  type RegressionData,
  type RegressionLoss,
  type RegressionRun,
} from '../../math/linear-regression';
import { leastSquares, slopesWithoutRounding } from '../../math/least-squares';
import { isConstant, type Schedule } from '../../math/schedules';
import { examplesOf } from '../parameters/examples';
import { parseSchedule } from '../parameters/schedule';
import type { AbsoluteErrorParameters } from './parameters';

export interface AbsoluteErrorResult {
  /** The values that it was computed from. */
  parameters: AbsoluteErrorParameters;
  /** The mean loss's gradient at `weights` and `bias`. */
  gradient: { w: number[]; b: number };
  /** How many examples the model says too much for. */
  positive: number;
  /** How many it says too little for. */
  negative: number;
  /** How many it is exact for: their subgradient counts as 0. */
  zero: number;
  /** The mean loss there. */
  loss: number;
  /** Where descent ended, on each loss; null where it diverged. */
  fits: { loss: RegressionLoss; w: number[] | null; b: number | null }[];
  /** Least squares in closed form; the shortest solution where it is not the only one. */
  leastSquares: { w: number[]; b: number; isUnique: boolean };
}

export interface AbsoluteErrorProblem {
  parameters: AbsoluteErrorParameters;
  data: RegressionData;
  arePoints: boolean;
  start: LinearModel;
  residuals: number[];
  /** The run on each loss. */
  runs: Readonly<Record<RegressionLoss, RegressionRun>>;
  /** The run with another schedule, for comparison: constant, or decaying where the given one is constant. */
  other: { schedule: string; run: RegressionRun };
  /** The least loss in hand, or the lowest that was found where none is known, as of Huber’s. */
  least: number;
  /** Where the loss in hand is least; null where that is not known. */
  minimizer: LinearModel | null;
  result: AbsoluteErrorResult;
}

const DECAYING = 'inverse 10';

/** Works out the gradient at the start, and descent on all three losses. */
export function prepare(p: AbsoluteErrorParameters): AbsoluteErrorProblem {
  const { design, targets, arePoints } = examplesOf(p);
  const data = { design, targets };
  const start = { w: [...p.weights], b: p.bias };
  const schedule = parseSchedule(p.schedule);
  const runOf = (loss: RegressionLoss, schedule: Schedule) =>
    descendRegression({ data, loss, start, learningRate: p.learningRate, schedule, iterations: p.iterations });
  const runs = Object.fromEntries(REGRESSION_LOSSES.map((loss) => [loss, runOf(loss, schedule)])) as Record<
    RegressionLoss,
    RegressionRun
  >;
  const otherText = isConstant(schedule) ? DECAYING : 'constant';
  const other = { schedule: otherText, run: runOf(p.loss, parseSchedule(otherText)) };
  const residuals = residualsOf(data, start);
  const solved = leastSquares(
    design.map((row) => [...row, 1]),
    targets,
  );
  const exact = { w: solved.solution.slice(0, -1), b: solved.solution.at(-1)! };
  const found = Math.min(...runs[p.loss].losses, ...other.run.losses);
  const known = leastKnown(data, p.loss, exact);
  const atStart = regressionGradient(data, p.loss, start);
  const [slope, ...slopes] = slopesWithoutRounding([atStart.b, ...atStart.w], withOnes(design), targets);
  const count = (sign: number) => residuals.filter((r) => Math.sign(r) === sign).length;
  return {
    parameters: p,
    data,
    arePoints,
    start,
    residuals,
    runs,
    other,
    least: Math.min(known?.loss ?? found, found),
    minimizer: known ?? null,
    result: {
      parameters: p,
      gradient: { w: slopes, b: slope },
      positive: count(1),
      negative: count(-1),
      zero: residuals.filter((r) => r === 0).length,
      loss: meanLoss(data, p.loss, start),
      fits: REGRESSION_LOSSES.map((loss) => {
        const { w, b, diverged } = runs[loss];
        return { loss, w: diverged ? null : w, b: diverged ? null : b };
      }),
      leastSquares: { ...exact, isUnique: solved.isUnique },
    },
  };
}

/** Where a loss is least; undefined where that is not known. */
function leastKnown(data: RegressionData, loss: RegressionLoss, squares: LinearModel) {
  if (loss === 'absolute') return leastAbsolutePlane(data);
  if (loss === 'huber') return undefined;
  const [least, size] = [meanLoss(data, loss, squares), Math.max(...data.targets.map(Math.abs))];
  return { ...squares, loss: least <= (1e-14 * size) ** 2 ? 0 : least };
}
