import { conv1dDescent, type Conv1dDescentResult } from '../../engine/conv1d-descent';
import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { inChunks, type SliceOptions } from '../../math/in-slices';
import { losses as lossesByName } from '../../math/losses';
import type { Conv1dParameters } from './parameters';
import type { Recovery } from './recovery';

/** F has diverged once it is this many times what it was at the start. */
const GROWTH = 1e6;

export interface Descent {
  learningRates: readonly number[];
  iterations: number;
  /** Keep iterates 0, every, 2 every, ...; 0 keeps none. */
  every: number;
}

/**
 * Descends on F(x) = sum_i unit^2 loss((A x - b)_i / unit) + (ridge / 2) |x|^2: the Huber loss bends where a residual is
 * one unit of the signal. For the engine, everything is in that unit.
 */
export async function descend(
  { loss, ridge }: Pick<Conv1dParameters, 'loss' | 'ridge'>,
  { taps, observed, initial, unit }: Pick<Recovery, 'taps' | 'observed' | 'initial' | 'unit'>,
  descent: Descent,
  engine: Engine,
  options: RunOptions,
): Promise<Conv1dDescentResult> {
  const { signal } = options;
  const inUnits =
    unit === 1 ? observed : await scaled(observed, 1 / unit, new Float64Array(observed.length), { signal });
  const start =
    initial && unit !== 1 ? await scaled(initial, 1 / unit, new Float64Array(initial.length), { signal }) : initial;
  const bound = await boundOf(loss, ridge, taps, inUnits, start, { signal });
  const result = await engine.run(
    conv1dDescent,
    { taps, observed: inUnits, initial: start, loss, ridge, bound, ...descent },
    options,
  );
  if (unit === 1) return result;
  for (const iterates of [result.x, result.iterates]) if (iterates) await scaled(iterates, unit, iterates, { signal });
  await scaled(result.losses, unit * unit, result.losses, { signal });
  return result;
}

/** Multiplies numbers, in place where both arrays are one. */
async function scaled<To extends Samples>(from: Samples, factor: number, to: To, options: SliceOptions): Promise<To> {
  const multiply = (first: number, end: number) => {
    for (let i = first; i < end; i++) to[i] = factor * from[i];
  };
  await inChunks(from.length, multiply, options);
  return to;
}

/** A bound that only a diverged descent reaches: far more than F can be at the start. */
async function boundOf(
  loss: Conv1dParameters['loss'],
  ridge: number,
  taps: Float64Array,
  observed: Samples,
  initial: Samples | undefined,
  options: SliceOptions,
): Promise<number> {
  const { value } = lossesByName[loss];
  let largest = 0;
  let start = 0;
  if (initial) {
    const lookAtStart = (from: number, to: number) => {
      for (let i = from; i < to; i++) {
        largest = Math.max(largest, Math.abs(initial[i]));
        start += (ridge / 2) * initial[i] * initial[i];
      }
    };
    await inChunks(initial.length, lookAtStart, options);
  }
  // No residual of the start is larger than its observation and this together.
  const most = largest * taps.reduce((sum, tap) => sum + Math.abs(tap), 0);
  const lookAtObserved = (from: number, to: number) => {
    for (let i = from; i < to; i++) start += value(Math.abs(observed[i]) + most);
  };
  await inChunks(observed.length, lookAtObserved, options);
  return Math.min(1e30, GROWTH * Math.max(1, start));
}
