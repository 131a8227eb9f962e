import type { LeastSquaresDescentTask } from '../../engine/least-squares-descent';
import { optimizerOf, rateLimit, type NamedOptimizer } from '../../math/optimizers';
import type { Outcome } from '../../math/outcomes';
import { isConstant, isPlainDescent, scheduleFactor, type Schedule } from '../../math/schedules';
import type { EngineInfo } from '../../engine/contract';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { dot, eigenOf, hessianOf, solved } from './algebra';
import { exceptionalAt, type Exceptional } from './exceptional-run';
import type { LeastSquaresParameters } from './parameters';

/** What became of the population at one learning rate. */
export interface RateRuns {
  learningRate: number;
  /** 1 − rate · λ for each eigenvalue, in their order: what a step of plain descent multiplies the error along its eigenvector by. */
  factors: number[];
  starts: number;
  counts: Record<Outcome, number>;
  /** How many runs' errors grew over their last steps, and the geometric mean of the factor of a step over these. */
  growing: number;
  growth: number;
  /** The iterates of the run from zero, in double precision; they end where they exceed 10¹². */
  iterates: number[][];
}

export interface LeastSquaresResult {
  engine: EngineInfo;
  /** The values that it was computed from. */
  parameters: LeastSquaresParameters;
  /** Of X'X, ascending. */
  eigenvalues: number[];
  /** The largest of them. */
  spectralRadius: number;
  /** 2 / spectralRadius. */
  threshold: number;
  /** Where the loss is least; where that is a plane, its point nearest to 0. */
  minimizer: number[];
  /** One for each learning rate, in their order. */
  runs: RateRuns[];
  /** The start without a part along the top eigenvector, at the largest listed rate above the threshold; null where none is. */
  exceptional: Pick<Exceptional, 'learningRate' | 'leavesAt'> | null;
}

export interface LeastSquaresProblem {
  parameters: LeastSquaresParameters;
  optimizer: NamedOptimizer;
  schedule: Schedule;
  /** Plain descent at a constant rate: what theory is stated for. */
  isPlain: boolean;
  columns: number;
  /** X'X and X'y. */
  hessian: number[][];
  moment: number[];
  eigenvalues: number[];
  /** Unit vectors in the order of the eigenvalues. */
  eigenvectors: number[][];
  rank: number;
  minimizer: number[];
  threshold: number;
  /** The optimizer's largest stable rate, which for plain descent is the threshold; undefined where theory sets none. */
  limit: number | undefined;
  /** How many of the runs, at which rates: for the engine. */
  taskFor: (
    change: Pick<LeastSquaresDescentTask, 'learningRates' | 'every'> & { starts: number },
  ) => LeastSquaresDescentTask;
  /** The run from a point, until it exceeds 10¹²; with `sign` -1 as the sheet prints the update. */
  iteratesFrom: (start: readonly number[], rate: number, steps: number, sign?: 1 | -1) => number[][];
  exceptional: Exceptional | null;
}

/** A run whose iterates exceed it is not followed any longer on the page. */
const FAR = 1e12;

/** Works out eigenvalues, minimizer and limits. */
export function prepare(parameters: LeastSquaresParameters): LeastSquaresProblem {
  const { design, targets, iterations, spread, seed } = parameters;
  const columns = design[0].length;
  const optimizer = readOptimizer(parameters.optimizer);
  const schedule = parseSchedule(parameters.schedule);
  const isPlain = isPlainDescent(optimizer, schedule);
  const hessian = hessianOf(design);
  const moment = Array.from({ length: columns }, (_, j) =>
    design.reduce((sum, row, i) => sum + row[j] * targets[i], 0),
  );
  const eigen = eigenOf(hessian);
  const { values: eigenvalues, vectors: eigenvectors } = eigen;
  const minimizer = solved(hessian, eigen, moment);
  const rank = eigenvalues.filter((value) => value > 0).length;
  const gradient = (theta: readonly number[], sign = 1) => {
    const residual = design.map((row, i) => dot(row, theta) - sign * targets[i]);
    return Array.from({ length: columns }, (_, j) => design.reduce((sum, row, i) => sum + row[j] * residual[i], 0));
  };
  const radius = eigenvalues[columns - 1];
  const threshold = radius > 0 ? 2 / radius : Infinity;

  const projector =
    rank === columns
      ? undefined
      : Float64Array.from({ length: columns * columns }, (_, at) =>
          eigenvectors.reduce(
            (sum, vector, i) =>
              eigenvalues[i] > 0 ? sum + vector[Math.floor(at / columns)] * vector[at % columns] : sum,
            0,
          ),
        );
  const above = parameters.learningRates.filter((rate) => rate > threshold);
  const problem = { design, targets, minimizer, eigenvalues, eigenvectors };
  return {
    parameters,
    optimizer,
    schedule,
    isPlain,
    columns,
    hessian,
    moment,
    eigenvalues,
    eigenvectors,
    rank,
    minimizer,
    threshold,
    limit: radius > 0 ? rateLimit(optimizer, radius) : undefined,
    taskFor: ({ learningRates, starts, every }) => ({
      columns,
      hessian: Float64Array.from(hessian.flat()),
      ...(projector && { projector }),
      learningRates,
      starts: { count: starts, radius: spread, seed },
      iterations,
      ...(optimizer.name !== 'gd' && { optimizer }),
      ...(!isConstant(schedule) && { schedule }),
      tolerance: 0.001 * spread,
      bound: Math.min(1e12, 1e6 * spread),
      every,
    }),
    iteratesFrom(start, rate, steps, sign = 1) {
      const { init, update } = optimizerOf(optimizer.name, optimizer.coefficients);
      const iterates = [[...start]];
      let state = init(start);
      for (let k = 0; k < steps; k++) {
        const theta = iterates[k];
        if (theta.some((value) => !(Math.abs(value) <= FAR))) break;
        const [step, next] = update(gradient(theta, sign), state, k);
        state = next;
        const factor = rate * scheduleFactor(schedule, k, steps);
        iterates.push(theta.map((value, j) => value - factor * step[j]));
      }
      return iterates;
    },
    exceptional: above.length === 0 ? null : exceptionalAt(problem, Math.max(...above)),
  };
}
