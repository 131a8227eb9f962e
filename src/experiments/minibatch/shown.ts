import { formatNumber } from '../../charts/kit';
import type { MinibatchProblem } from './problem';
import type { MinibatchRun } from './run';

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
export const formatError = (value: number) => formatNumber(value, 2);
