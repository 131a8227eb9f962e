import { listed, short } from '../../charts/matrix-text';
import type { LinearModel, RegressionLoss } from '../../math/linear-regression';
import { constantColumn } from '../parameters/examples';
import type { AbsoluteErrorProblem } from './problem';
import { say } from './words';

export const LOSS_COLORS: Readonly<Record<RegressionLoss, string>> = {
  absolute: '--gd-minimum-2',
  square: '--gd-minimum-1',
  huber: '--gd-minimum-3',
};

/** `y = 0.9 x + 1.3`; with more than one feature its numbers. */
export function modelText({ w, b }: LinearModel): string {
  if (w.length > 1) return say('plane', { w: listed(w), b: short(b) });
  return `y = ${short(w[0])} x ${b < 0 ? '−' : '+'} ${short(Math.abs(b))}`;
}

/** What is to be said of a feature with one value; nothing where there is none. */
export function constantWords({ data: { design } }: AbsoluteErrorProblem): string[] {
  const column = constantColumn(design);
  return column < 0 ? [] : [say('constant', { feature: column + 1, value: short(design[0][column]) })];
}
