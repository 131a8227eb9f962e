import type { NamedOptimizer } from './optimizers';

/**
 * Schedules of the learning rate: what the rate is multiplied by in iteration k, counted from 0. A schedule is plain data, so that
 * it can go to workers and to the GPU.
 */
export interface Schedule {
  readonly name: ScheduleName;
  /** As many as the kind has; the usual ones where they are left out. */
  readonly coefficients?: readonly number[];
  /** Iterations to come up to speed: in iteration k the factor is (k + 1) / warmup of what it would be. */
  readonly warmup?: number;
}

interface Kind {
  /** The usual coefficients. */
  readonly defaults: readonly number[];
  /** What each coefficient is. */
  readonly takes: readonly Coefficient[];
  /** @param iterations how many there are together */
  factor(k: number, iterations: number, ...coefficients: number[]): number;
}

/** A number of iterations is a whole number above 0; a factor is above 0 and at most 1. */
export type Coefficient = 'iterations' | 'factor';

const constant: Kind = { defaults: [], takes: [], factor: () => 1 };

/** Multiplied by a factor every few iterations. */
const step: Kind = {
  defaults: [100, 0.5],
  takes: ['iterations', 'factor'],
  factor: (k, _, every, factor) => factor ** Math.floor(k / every),
};

const exponential: Kind = { defaults: [0.99], takes: ['factor'], factor: (k, _, factor) => factor ** k };

/** Half a wave of a cosine, from 1 down to 0 at the end. */
const cosine: Kind = {
  defaults: [],
  takes: [],
  factor: (k, iterations) => (1 + Math.cos((Math.PI * k) / Math.max(1, iterations))) / 2,
};

/** Halved after this many iterations, a third after twice as many. */
const inverse: Kind = { defaults: [100], takes: ['iterations'], factor: (k, _, half) => 1 / (1 + k / half) };

export const schedules = { constant, step, exponential, cosine, inverse } as const;

export type ScheduleName = keyof typeof schedules;
export const SCHEDULE_NAMES = Object.keys(schedules) as readonly ScheduleName[];

export const CONSTANT: Schedule = { name: 'constant' };

/** What the learning rate is multiplied by in iteration k of all iterations. */
export function scheduleFactor(schedule: Schedule, k: number, iterations: number): number {
  const { name, coefficients = [], warmup = 0 } = schedule;
  const { defaults, factor }: Kind = schedules[name];
  const rising = k < warmup ? (k + 1) / warmup : 1;
  return rising * factor(k, iterations, ...defaults.map((usual, i) => coefficients[i] ?? usual));
}

/** Whether the learning rate stays as it is. */
export function isConstant({ name, warmup = 0 }: Schedule): boolean {
  return name === 'constant' && warmup <= 1;
}

/** Whether it is plain gradient descent at a constant learning rate. */
export const isPlainDescent = ({ name }: Pick<NamedOptimizer, 'name'>, schedule: Schedule): boolean =>
  name === 'gd' && isConstant(schedule);
