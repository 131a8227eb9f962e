import type { Engine, RunOptions, Samples } from '../../engine/contract';
import { conv1d } from '../../engine/conv1d';
import { inChunks, type SliceOptions } from '../../math/in-slices';
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
export async function checkAdjoint(
  taps: Float64Array,
  length: number,
  engine: Engine,
  options: RunOptions,
): Promise<Adjoint> {
  const { signal } = options;
  const x = await spread(GOLDEN, length, { signal });
  const y = await spread(SILVER, length - taps.length + 1, { signal });
  // One product after the other: of a long signal, each takes as much memory as the signal does.
  const [left, scale] = await (async () => {
    const { output } = await engine.run(
      conv1d,
      { taps, input: x, transpose: false, repeats: 1 },
      part(options, 0, 0.5),
    );
    return [
      await dot(output, y, { signal }),
      Math.sqrt((await dot(output, output, { signal })) * (await dot(y, y, { signal }))),
    ];
  })();
  const { output } = await engine.run(conv1d, { taps, input: y, transpose: true, repeats: 1 }, part(options, 0.5, 1));
  const right = await dot(x, output, { signal });
  return { left, right, error: scale > 0 ? Math.abs(left - right) / scale : 0 };
}

/** Numbers between -1/4 and 3/4: with a mean, so that a blur does not level them out. All are float32 numbers. */
async function spread(ratio: number, count: number, options: SliceOptions): Promise<Float32Array> {
  const numbers = new Float32Array(count);
  let place = 0;
  const fill = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      place += ratio;
      if (place >= 1) place -= 1;
      numbers[i] = place - 0.25;
    }
  };
  await inChunks(count, fill, options);
  return numbers;
}

async function dot(a: Samples, b: Samples, options: SliceOptions): Promise<number> {
  let sum = 0;
  const add = (from: number, to: number) => {
    for (let i = from; i < to; i++) sum += a[i] * b[i];
  };
  await inChunks(a.length, add, options);
  return sum;
}
