import { formatNumber, type Shape } from '../../charts/kit';
import type { MinibatchProblem } from './problem';
import type { MinibatchRun } from './run';
import { say } from './words';

/** What all pictures are drawn from. */
export interface MinibatchData {
  /** What theory predicts is not told. */
  hidesTheory: boolean;
  problem: MinibatchProblem;
  run: MinibatchRun;
}

export const WITH = '--gd-series-observed';
export const WITHOUT = '--gd-series-recovery';
export const THEORY = '--gd-text';

export const format = (value: number) => formatNumber(value);
/** What was measured, with its standard error where there is one. */
export const withError = (value: number, error: number | null, digits?: number) =>
  error
    ? say('withError', { value: formatNumber(value, digits), error: formatNumber(error, 2) })
    : formatNumber(value, digits);

/** A line over two standard errors to both sides, of what is never below 0. */
export const errorBar = (x: number, value: number, error: number | null, color: string): Shape => ({
  points: error === null ? [] : [-2, 2].map((times) => [x, Math.max(0, value + times * error)] as const),
  color,
  width: 2,
  isOpen: true,
});
