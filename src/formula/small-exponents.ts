import type { Expression } from './expression';
import { rangesOf } from './interval';
import { lower } from './lower';
import { Range } from './range';

/** A little less than what `unlimited arithmetic` takes: exponents are rounded before they come there. */
const SMALL = 125;
const HALVINGS = 10;

/**
 * The widest range of the variable around a given one, up to a limit on either side, where all powers of e in an
 * expression are powers of 2 with exponents within ±125, so that their limits can be left out (see `Exponentials`). It
 * is found by interval arithmetic, hence certain, and perhaps not quite the widest.
 *
 * @returns undefined if they are not even within the given range
 */
export function widestWithSmallExponents(
  expression: Expression,
  variable: string,
  [low, high]: readonly [number, number],
  limit: number,
): [number, number] | undefined {
  const program = lower([expression], [variable]);
  const ranges = rangesOf(program);
  const powers = program.instructions.filter(({ operation }) => operation === 'exp' || operation === 'sigmoidExp');
  const exponent = new Range();
  const areSmall = (least: number, most: number) => {
    const values = ranges(least, most);
    return powers.every(({ inputs, constants: [k, l] }) => {
      exponent.affine(k * Math.LOG2E, values[inputs[0]], l * Math.LOG2E);
      return exponent.low >= -SMALL && exponent.high <= SMALL;
    });
  };
  return low < -limit || high > limit || !areSmall(low, high)
    ? undefined
    : widestWhere(areSmall, [low, high], [-limit, limit]);
}

/** About the widest range within limits, around one where something holds, where it holds too. */
export function widestWhere(
  holds: (low: number, high: number) => boolean,
  [low, high]: readonly [number, number],
  [least, most]: readonly [number, number],
): [number, number] {
  const step = high - low || 1;
  const first = low - reach(step, low - least, (distance) => holds(low - distance, high));
  return [first, high + reach(step, most - high, (distance) => holds(first, high + distance))];
}

/** The largest distance, to about a thousandth, for which something holds: first in steps that double, then by halving the last one. */
function reach(step: number, limit: number, holds: (distance: number) => boolean): number {
  if (holds(limit)) return limit;
  let near = 0;
  let far = Math.min(step, limit);
  while (far < limit && holds(far)) {
    near = far;
    far = Math.min(2 * far, limit);
  }
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (near + far) / 2;
    if (holds(middle)) near = middle;
    else far = middle;
  }
  return near;
}
