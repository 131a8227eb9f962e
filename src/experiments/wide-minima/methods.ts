import type { StationaryPoint } from '../../math/stationary';
import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import { isConstant, isPlainDescent, type Schedule } from '../../math/schedules';
import { optimizerText, readOptimizers } from '../parameters/optimizer';

/** An optimizer and a schedule: what makes steps of slopes. */
export interface Method extends NamedOptimizer {
  /** The optimizer as an attribute names it. */
  text: string;
  schedule: Schedule;
  /** Plain descent at a constant rate, which has a faster kernel of its own. */
  isPlain: boolean;
  /** Of each minimum, the largest learning rate at which a run can stay there; none where theory sets none, as for a rate that changes. */
  limits?: readonly number[];
}

/** The method that each optimizer of a list makes with a schedule. */
export function methodsOf(optimizers: string, schedule: Schedule, minima: readonly StationaryPoint[]): Method[] {
  return readOptimizers(optimizers).map((optimizer) => ({
    ...optimizer,
    text: optimizerText(optimizer),
    schedule,
    isPlain: isPlainDescent(optimizer, schedule),
    ...(isConstant(schedule) && limitsOf(optimizer, minima)),
  }));
}

function limitsOf(optimizer: NamedOptimizer, minima: readonly StationaryPoint[]): Pick<Method, 'limits'> {
  if (rateLimit(optimizer, 1) === undefined) return {};
  // Of plain descent at every minimum, at a kink too, where it is 0.
  const ratio = rateLimit(optimizer, 1)! / 2;
  return { limits: minima.map(({ threshold }) => ratio * threshold) };
}
