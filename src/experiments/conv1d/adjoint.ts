import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { part } from '../experiment';

/** The identity <A x, y> = <x, A' y>, as an engine computes both sides. */
export interface Adjoint {
  /** <A x, y> and <x, A' y>. */
  left: number;
  right: number;
  /** How far they are apart, relative to |A x| |y|. */
  error: number;
}

/** The fractional parts of the multiples of these are spread evenly, without a rhythm. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SILVER = Math.SQRT2 - 1;

/** Puts the engine's product and its transpose to the test. */
export async function checkAdjoint(taps: Float64Array, length: number, engine: Engine, options: RunOptions): Promise<Adjoint> {
  const x = spread(GOLDEN, length);
  const y = spread(SILVER, length - taps.length + 1);
  const forward = (await engine.conv1d({ taps, input: x, transpose: false, repeats: 1 }, part(options, 0, 0.5))).output;
  const back = (await engine.conv1d({ taps, input: y, transpose: true, repeats: 1 }, part(options, 0.5, 1))).output;
  const left = dot(forward, y);
  const right = dot(x, back);
  const scale = Math.sqrt(dot(forward, forward) * dot(y, y));
  return { left, right, error: scale > 0 ? Math.abs(left - right) / scale : 0 };
}

/** Numbers between -1/4 and 3/4: with a mean, so that a blur does not level them out. All are float32 numbers. */
function spread(ratio: number, count: number): Float32Array {
  const numbers = new Float32Array(count);
  let place = 0;
  for (let i = 0; i < count; i++) {
    place += ratio;
    if (place >= 1) place -= 1;
    numbers[i] = place - 0.25;
  }
  return numbers;
}

function dot(a: Samples, b: Samples): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
