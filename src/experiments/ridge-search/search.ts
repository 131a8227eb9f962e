import type { Engine, RunOptions } from '../../engine/contract';
import { ridgeGrid, type LabelledRows, type RidgeGridResult } from '../../engine/ridge-grid';
import { inSteps } from '../../math/in-slices';
import { largestEigenvalue } from '../../math/largest-eigenvalue';
import type { ClosedForm } from '../../math/ridge-closed-form';
import { part, type ResultBase } from '../experiment';
import { isQuicklySolved, solveExactly } from './exact';
import type { Batch, RidgeSearchParameters } from './parameters';
import { meanSquareOf, partedOf, taskOf, unstandardized, type Parted, type RidgeSearchProblem } from './problem';

/** One combination and what came of it. */
export interface GridEntry {
  batch: Batch;
  learningRate: number;
  epochs: number;
  strength: number;
  /** The mean square over the validation examples, or the training examples where none are held out; null where it diverged. */
  validation: number | null;
  diverged: boolean;
}

/** The minimum at a strength, for features as they were given. */
export interface ExactSolution {
  w: Float64Array;
  b: number;
  validation: number;
  /** Null unless `tested` was `both` when the search was run, and without a test set. */
  test: number | null;
}

export interface RidgeSearchResult extends ResultBase<RidgeSearchParameters> {
  /** Every combination: the batch size slowest, then the learning rate, the epochs, and the strength quickest. */
  grid: GridEntry[];
  /** The number of the winner, which has the least validation error; null where all diverged. */
  best: number | null;
  /** The winner on the test set, which had no part in the choice: the mean square, and half of it as the sheet has it. Null without one. */
  test: { meanSquaredError: number; half: number } | null;
  /** The exact solution at the winner's strength; null where it has not been worked out (more than 500 features). */
  closedForm: ExactSolution | null;
  /** The winner's weights, for features as they were given; empty where all diverged. */
  w: Float64Array;
  /** Its bias. */
  b: number;
  /** The largest stable learning rate of full-batch descent without a ridge, 2/λ: λ is the largest eigenvalue of X′X/n, a column of ones for the bias included. */
  threshold: number;
  /** How many examples there are of each sort. */
  examples: { training: number; validation: number; test: number; features: number };
}

/** The result, and what the pictures need besides. */
export interface RidgeSearchRun {
  result: RidgeSearchResult;
  parted: Parted;
  trained: RidgeGridResult;
  /** Of the exact solution, for standardized features. */
  exact: ClosedForm | undefined;
}

/** Shares of the progress. */
const GRID = 0.95;
const EIGENVALUE_TOLERANCE = 1e-4;
const EIGENVALUE_STEPS = 200;

/** Trains the whole grid, chooses the winner on the validation examples, and tests it once. */
export async function run(problem: RidgeSearchProblem, engine: Engine, options: RunOptions): Promise<RidgeSearchRun> {
  const { parameters, given, combinations } = problem;
  const parted = await partedOf(problem, { signal: options.signal });
  const task = taskOf(problem, parted);
  const trained = await engine.run(ridgeGrid, task, part(options, 0, GRID));
  const grid = combinations.map((combination, number): GridEntry => {
    const errors = trained.validationErrors ?? trained.trainingErrors;
    const training = runOf(parameters, number);
    const end = trained.diverged[training];
    const error = errors[training * (task.epochs + 1) + combination.epochs];
    // The step beyond the bound may be the last one, which no batch has seen.
    const diverged = (end !== null && combination.epochs >= end) || error > task.bound ** 2;
    return { ...combination, validation: diverged ? null : error, diverged };
  });
  const best = bestOf(grid);
  const winner = best === null ? undefined : weightsOf(trained, parameters, task.marks, given.learning.columns, best);
  const own = winner && unstandardized(winner.w, winner.b, parted.standardizing);
  const meanSquaredError = winner && parted.test && meanSquareOf(parted.test, winner.w, winner.b);
  const exact =
    best !== null && isQuicklySolved(given.learning.columns)
      ? await solve(parted, grid[best].strength, options.signal)
      : undefined;
  const threshold = await thresholdOf(parted.training, given.learning.columns, options);
  return {
    result: {
      engine: trained.engine,
      parameters,
      grid,
      best,
      test: meanSquaredError === undefined ? null : { meanSquaredError, half: meanSquaredError / 2 },
      closedForm: exact ? solutionOf(exact, parted, parameters.tested === 'both') : null,
      w: own?.w ?? new Float64Array(),
      b: own?.b ?? 0,
      threshold,
      examples: {
        training: parted.training.targets.length,
        validation: parted.validation?.targets.length ?? 0,
        test: parted.test?.targets.length ?? 0,
        features: given.learning.columns,
      },
    },
    parted,
    trained,
    exact,
  };
}

/** The number of the training that a combination is a part of. */
export function runOf({ epochs, strengths }: RidgeSearchParameters, combination: number): number {
  const perRate = epochs.length * strengths.length;
  return Math.floor(combination / perRate) * strengths.length + (combination % strengths.length);
}

function bestOf(grid: readonly GridEntry[]): number | null {
  let best: number | null = null;
  grid.forEach(({ validation }, number) => {
    if (validation !== null && (best === null || validation < grid[best].validation!)) best = number;
  });
  return best;
}

/** The weights of a combination, for standardized features. */
export function weightsOf(
  { weights }: RidgeGridResult,
  parameters: RidgeSearchParameters,
  marks: readonly number[],
  columns: number,
  combination: number,
): { w: Float64Array; b: number } {
  const { epochs, strengths } = parameters;
  const mark = marks.indexOf(epochs[Math.floor(combination / strengths.length) % epochs.length]);
  const at = (runOf(parameters, combination) * marks.length + mark) * (columns + 1);
  return { w: Float64Array.from(weights.subarray(at, at + columns)), b: weights[at + columns] };
}

/** The exact solution for standardized features. */
export function solve({ training }: Parted, alpha: number, signal?: AbortSignal): Promise<ClosedForm> {
  const { design, targets } = training;
  const rows = targets.length;
  return solveExactly({ problem: { rows, columns: design.length / rows, design, targets }, alpha }, signal);
}

/** @param isTested whether the test set may be used for it */
export function solutionOf({ w, b }: ClosedForm, parted: Parted, isTested: boolean): ExactSolution {
  const { training, validation, test, standardizing } = parted;
  return {
    ...unstandardized(w, b, standardizing),
    validation: meanSquareOf(validation ?? training, w, b),
    test: isTested && test ? meanSquareOf(test, w, b) : null,
  };
}

async function thresholdOf({ design, targets }: LabelledRows, columns: number, options: RunOptions): Promise<number> {
  const rows = targets.length;
  const size = Math.min(columns + 1, rows);
  // Of X X' and X' X the smaller one: their eigenvalues are the same.
  const apply = size === rows ? acrossRows(design, rows, columns) : acrossColumns(design, rows, columns);
  const steps = largestEigenvalue(apply, size, EIGENVALUE_TOLERANCE, EIGENVALUE_STEPS);
  return 2 / (await inSteps(steps, { signal: options.signal }));
}

/** v of a number for each feature and one for the bias: X' X v / n. */
function acrossColumns(design: ArrayLike<number>, rows: number, columns: number) {
  return (v: Float64Array): Float64Array => {
    const output = new Float64Array(columns + 1);
    for (let row = 0; row < rows; row++) {
      let along = v[columns];
      for (let j = 0; j < columns; j++) along += design[row * columns + j] * v[j];
      along /= rows;
      for (let j = 0; j < columns; j++) output[j] += along * design[row * columns + j];
      output[columns] += along;
    }
    return output;
  };
}

/** v of a number for each row: X X' v / n. */
function acrossRows(design: ArrayLike<number>, rows: number, columns: number) {
  return (v: Float64Array): Float64Array => {
    const sums = new Float64Array(columns + 1);
    for (let row = 0; row < rows; row++) {
      for (let j = 0; j < columns; j++) sums[j] += (design[row * columns + j] * v[row]) / rows;
      sums[columns] += v[row] / rows;
    }
    return Float64Array.from({ length: rows }, (_, row) => {
      let value = sums[columns];
      for (let j = 0; j < columns; j++) value += design[row * columns + j] * sums[j];
      return value;
    });
  };
}
