import { type FactorizeTask, factorize } from '../../engine/factorize';
import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { prepareRatings } from '../../data/ratings/client';
import type { PreparedRatings, RatingsSource } from '../../data/ratings/source';
import { part, type ResultBase } from '../experiment';
import { epochsOf, type MatrixFactorizationParameters } from './parameters';

/** What one learning rate came to; the curves begin with the start and have epochs + 1 numbers. */
export interface TrainedRun {
  learningRate: number;
  /** J. From the epoch of divergence on, it and the errors stay what they were. */
  losses: Float64Array;
  /** The root of the mean squared error over the ratings that were learned from. */
  errors: Float64Array;
  /** And over those held out; null where there are none. */
  validation: Float64Array | null;
  divergedAt: number | null;
}

export interface MatrixFactorizationResult extends ResultBase<MatrixFactorizationParameters> {
  /** Rows of the table. */
  users: number;
  /** Columns of the table. */
  items: number;
  /** How many ratings are known, those held out among them. */
  observed: number;
  /** How many of them were held out. */
  heldOut: number;
  /** k, the number of factors. */
  rank: number;
  /** How many updates were made. */
  epochs: number;
  /** The best run's factors, k numbers for each user and each item. */
  u: Samples;
  /** V, the items’ factors. */
  v: Samples;
  /** With biases on, a number for each user. */
  userBiases?: Samples;
  /** And one for each item. */
  itemBiases?: Samples;
  /** What every prediction begins with. */
  mean: number;
  /** For each learning rate its curves, epoch by epoch: losses, errors, errors over ratings held out; and where it diverged. */
  runs: TrainedRun[];
  /** The number of the run that u and v belong to; null where all diverged, and u and v are those of the start. */
  best: number | null;
  /** The largest stable learning rate, as estimated before training: above it the error stops settling. Where training diverges is another, higher limit. */
  threshold: number;
  /** The standard deviation of the noise in the ratings, where it is known. */
  noise?: number;
  /** The sheet's iterates, u1 u2 v1 v2 from the start on, at the first learning rate. */
  iterates?: Samples;
}

/** What is trained on, and how. */
export interface MatrixFactorizationProblem {
  parameters: MatrixFactorizationParameters;
  source: RatingsSource;
}

/** The result, and what the pictures need besides it. */
export interface MatrixFactorizationRun {
  result: MatrixFactorizationResult;
  source: RatingsSource['kind'];
  prepared: PreparedRatings;
}

/** `auto`: multiples of the largest stable rate. The last one diverges. */
const SHARES = [0.25, 0.5, 0.9, 1.5];
export const SHEET_RATE = 0.1;
/** J has diverged when it is this many times what it would be if nothing were predicted. */
const GROWTH = 1e6;
/** The share of the progress that belongs to reading, against training. */
const READING = { sheet: 0, synthetic: 0.1, triplets: 0.1, file: 0.4, url: 0.4 };

/** Loads and prepares the ratings, and trains a factorization at each learning rate. */
export async function run(
  { parameters: p, source }: MatrixFactorizationProblem,
  engine: Engine,
  options: RunOptions,
): Promise<MatrixFactorizationRun> {
  const read = READING[source.kind];
  const prepared = await prepareRatings(
    source,
    { validation: p.validation, seed: p.seed, rank: p.rank, biases: p.biases === 'on', ridge: p.ridge },
    part(options, 0, read),
  );
  const task = taskOf(p, source.kind, prepared);
  const trained = await engine.run(factorize, task, part(options, read, 1));
  const curve = (of: Float64Array, i: number) => of.slice(i * (task.epochs + 1), (i + 1) * (task.epochs + 1));
  const { validationErrors, u, v, rowBiases, columnBiases, best, iterates } = trained;
  const runs = task.learningRates.map((learningRate, i) => ({
    learningRate,
    losses: curve(trained.losses, i),
    errors: curve(trained.errors, i),
    validation: validationErrors ? curve(validationErrors, i) : null,
    divergedAt: trained.diverged[i],
  }));
  return {
    result: {
      engine: trained.engine,
      parameters: p,
      users: prepared.rows,
      items: prepared.columns,
      observed: prepared.observed,
      heldOut: prepared.validation?.values.length ?? 0,
      rank: task.rank,
      epochs: task.epochs,
      u,
      v,
      ...(task.biases && { userBiases: rowBiases, itemBiases: columnBiases }),
      mean: prepared.mean,
      runs,
      best,
      threshold: prepared.threshold,
      ...(prepared.noise !== undefined && { noise: prepared.noise }),
      ...(iterates && { iterates }),
    },
    source: source.kind,
    prepared,
  };
}

/** What is trained: the sheet as it stands there, and anything else as the parameters say. */
export function taskOf(
  p: MatrixFactorizationParameters,
  source: RatingsSource['kind'],
  { ratings, validation, initial, mean, threshold }: PreparedRatings,
): FactorizeTask {
  const isSheet = source === 'sheet';
  const automatic = isSheet ? [SHEET_RATE] : SHARES.map((share) => share * threshold);
  return {
    ratings,
    validation,
    rank: isSheet ? 1 : p.rank,
    initial,
    mean,
    biases: !isSheet && p.biases === 'on',
    learningRates: p.learningRate === 'auto' ? automatic : p.learningRate,
    ridge: p.ridge,
    epochs: epochsOf(p, source),
    every: isSheet ? 1 : 0,
    bound: boundOf(ratings.byRow.values, mean),
  };
}

function boundOf(values: Samples, mean: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) * (values[i] - mean);
  return Math.min(1e30, GROWTH * Math.max(1, squares / 2));
}
