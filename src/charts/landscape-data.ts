import { defineWords } from '../words/words';
import type { WithOutcomes } from './outcome';

/** A minimum or maximum of the function. */
export interface StationaryMark {
  theta: number;
  value: number;
  curvature: number;
  kind: 'minimum' | 'maximum';
  /** The largest learning rate that descent can settle with: 2/f″ (minima only). */
  threshold: number;
  /** The outcome of converging here (minima only). */
  outcome?: number;
}

export interface LandscapeData extends WithOutcomes {
  /** The function over the domain, ascending in theta; values may be non-finite. */
  curve: { theta: ArrayLike<number>; value: ArrayLike<number> };
  domain: { low: number; high: number };
  stationary: readonly StationaryMark[];
  /** Where every member is at the shown iteration, and how its run ends. */
  population?: { theta: ArrayLike<number>; value: ArrayLike<number>; outcome: ArrayLike<number> };
  /** Where every member is at every kept iteration, for the table: frame after frame of `size` numbers, `every` iterations apart. */
  frames?: { theta: ArrayLike<number>; size: number; every: number };
  /** One run, from its start to step `upTo`: the positions it has been at. */
  trajectory?: { theta: ArrayLike<number>; value: ArrayLike<number>; upTo: number };
  /** The shown iteration, and how many there are. */
  iteration: number;
  iterations: number;
  learningRate: number;
  /** The picture was pressed at this theta: follow the run that starts there. */
  onPickStart?(theta: number): void;
}

export const landscapeWords = /* @__PURE__ */ defineWords('landscape', {
  now: 'iteration {iteration} of {iterations}, learning rate {rate}',
  pickName: 'Start of the followed run: {variable}',
  readName: 'Read the function along {variable}',
  place: '{variable} = {theta}, f = {value}',
  press: 'press to follow a run from here',
  start: 'start {variable} = {theta}',
  shareAxis: '↑ share of runs (square-root scale)',
  beyondLeft: '← {number} beyond',
  beyondRight: '{number} beyond →',
  minimumAt: '{minimum} at {variable} = {theta} (2/f″ = {threshold})',
  maximumAt: 'maximum at {variable} = {theta}',
  where: 'The function from {low} to {high}: {points}.',
  noPoint: 'no stationary point',
  runs: '{number} runs at iteration {iteration} of {iterations}, learning rate {rate}. Where they {when}: {ends}.',
  willEnd: 'will end',
  ended: 'ended',
  end: '{outcome} {number}',
});
