import type { FlatStretch } from '../math/flat-stretches';
import type { OptimizerName } from '../math/optimizers';
import { defineWords } from '../words/words';
import type { WithOutcomes } from './outcome';

/** A minimum or maximum of the function, or a saddle point, where it is flat and goes on in the same direction. */
export interface StationaryMark {
  theta: number;
  value: number;
  curvature: number;
  kind: 'minimum' | 'maximum' | 'saddle';
  /** The largest learning rate at which descent can settle there, by theory (minima only); without it nothing is said of it. */
  threshold?: number;
  /** The outcome of converging here (minima only). */
  outcome?: number;
}

/** One run, from its start to step `upTo`: the positions it has been at, and where it goes next. */
export interface FollowedRun {
  theta: ArrayLike<number>;
  value: ArrayLike<number>;
  upTo: number;
  /** Where it is now: on its way to iterate `upTo`, or there. */
  here: { theta: number; value: number };
  /** The iterate after it. */
  next?: { theta: number; value: number };
  /** Under plain descent, the factor 1 - rate f″ that a step multiplies the distance to its minimum by, and where f″ is taken. */
  factor?: { value: number; at: number };
}

export interface LandscapeData extends WithOutcomes {
  /** The function over the domain, ascending in theta; values may be non-finite. */
  curve: { theta: ArrayLike<number>; value: ArrayLike<number> };
  domain: { low: number; high: number };
  stationary: readonly StationaryMark[];
  /** Where the function is level all along. */
  stretches?: readonly FlatStretch[];
  /** Whose limits the thresholds are; those of plain descent without it. */
  optimizer?: OptimizerName;
  /** Where every member is at the shown iteration, and how its run ends. */
  population?: { theta: ArrayLike<number>; value: ArrayLike<number>; outcome: ArrayLike<number> };
  /** Where every member started. */
  starts?: ArrayLike<number>;
  /** Where every member was one, two, ... kept iterations ago. */
  trail?: readonly { theta: ArrayLike<number>; value: ArrayLike<number> }[];
  /** How many runs end where, of all the starts there are: `total` of `starts` were asked. */
  counts?: { byOutcome: readonly number[]; total: number; starts: number };
  followed?: FollowedRun;
  /** The shown iteration, and how many there are. */
  iteration: number;
  iterations: number;
  learningRate: number;
  /** The picture was pressed at this theta: follow the run that starts there. */
  onPickStart?(theta: number): void;
  /** A key moved there. */
  onMoveStart?(theta: number): void;
}

export const landscapeWords = /* @__PURE__ */ defineWords('landscape', {
  now: 'iteration {iteration} of {iterations}, learning rate {rate}',
  pickName: 'Start of the followed run: {variable}',
  readName: 'Read the function along {variable}',
  place: '{variable} = {theta}, f = {value}',
  someRuns: '{number} of {starts} {starts|run|runs}',
  allRuns: { one: '{count} run', other: '{count} runs' },
  outcomeCount: '{number} · {share}',
  step: '−η f′ = {step}',
  stepOfOptimizer: 'Δ{variable} = {step}',
  factor: '1 − η f″({place}) = {factor}: {how}',
  smooth: 'smooth',
  zigzag: 'zigzag',
  out: 'out',
  away: 'away',
  press: 'press to follow a run from here',
  start: 'start {variable} = {theta}',
  shareAxis: '↑ share of runs (square-root scale)',
  beyondLeft: '← {share} beyond',
  beyondRight: '{share} beyond →',
  minimumAt: '{minimum} at {variable} = {theta} ({limit})',
  placeOf: '{minimum} at {variable} = {theta}',
  flatAt: '{minimum} at {variable} = {theta} (f″ = 0: no limit by curvature)',
  flat: 'f″ = 0: no limit',
  maximumAt: 'maximum at {variable} = {theta}',
  saddleAt: 'saddle point at {variable} = {theta}',
  where: 'The function from {low} to {high}: {points}.',
  noPoint: 'no minimum and no maximum',
  runs: '{number} at iteration {iteration} of {iterations}, learning rate {rate}. Where they {when}: {ends}.',
  willEnd: 'will end',
  ended: 'ended',
  end: '{outcome} {number}',
});
