import type { RunOptions, Samples } from '../../engine/contract';
import { correlate } from '../../math/correlate';
import { inChunks } from '../../math/in-slices';
import { normalAt, outlierAt } from '../../math/noise';
import { signalAt } from '../../math/signals';
import { part } from '../experiment';
import { ParameterError } from '../parameters';
import { sizeOf, type Conv1dData, type Conv1dParameters } from './parameters';
import { conv1dWords as say } from '../../words/conv1d';

/** What is descended: F(x) = sum_i loss((A x - b)_i) + (ridge / 2) |x|^2. */
export interface Problem {
  /** The filter k, r numbers. */
  taps: Float64Array;
  /** n */
  length: number;
  /** n - r + 1 */
  rows: number;
  /** What is to be recovered, n numbers; undefined where only the observation is known. */
  signal?: Samples;
  /** b, n - r + 1 numbers. */
  observed: Samples;
  /** x0, n numbers; undefined for zeros. */
  initial?: Samples;
}

/** Samples beyond this are refused, as by the engines. */
const LARGEST_SAMPLE = 1e9;

/**
 * The problem that parameters and data describe. It is made here and not by an engine, so that both engines descend
 * from the very same numbers; in slices, so that the page stays responsive while it makes millions.
 *
 * @throws {ParameterError} for data that holds what is no number
 */
export async function problemOf(p: Conv1dParameters, data: Conv1dData, options: RunOptions): Promise<Problem> {
  const { taps, length } = sizeOf(p, data);
  const rows = length - taps.length + 1;
  const { observed, initial } = data;
  const given = [
    ['observed', observed],
    ['initial', initial],
    ['signal', p.signal === 'data' && !observed ? data.signal : undefined],
  ] as const;
  for (const [name, samples] of given) if (samples) await refuseWhatIsNoNumber(name, samples, options);
  if (observed) return { taps, length, rows, observed, initial };
  const signal = p.signal === 'data' ? data.signal! : new Float64Array(length);
  const half = p.signal === 'data' ? 0 : 0.5;
  // The test signals span a few units each. What a person brings may be a sound that never exceeds 1, or a price in thousands.
  const scale = p.signal === 'data' ? await deviationOf(signal, options) : 1;
  if (p.signal !== 'data') {
    const name = p.signal;
    const makeSignal = (from: number, to: number) => {
      for (let i = from; i < to; i++) signal[i] = signalAt(name, i, length);
    };
    await inChunks(length, makeSignal, part(options, 0, half));
  }
  const made = new Float64Array(rows);
  const observe = (from: number, to: number) => {
    correlate(taps, signal, from, made, from, to - from);
    for (let i = from; i < to; i++)
      made[i] += scale * (p.noise * normalAt(p.seed, i) + outlierAt(p.seed, i, p.outliers));
  };
  await inChunks(rows, observe, part(options, half, 1));
  return { taps, length, rows, signal, observed: made, initial };
}

/** The standard deviation of many numbers. */
async function deviationOf(samples: Samples, { signal }: RunOptions): Promise<number> {
  let sum = 0;
  let squares = 0;
  const add = (from: number, to: number) => {
    for (let i = from; i < to; i++) sum += samples[i];
  };
  await inChunks(samples.length, add, { signal });
  const mean = sum / samples.length;
  const addSquares = (from: number, to: number) => {
    for (let i = from; i < to; i++) squares += (samples[i] - mean) ** 2;
  };
  await inChunks(samples.length, addSquares, { signal });
  return Math.sqrt(squares / samples.length);
}

async function refuseWhatIsNoNumber(name: string, samples: Samples, { signal }: RunOptions): Promise<void> {
  const look = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      // Written so that what is no number is refused as well.
      if (!(Math.abs(samples[i]) <= LARGEST_SAMPLE))
        throw new ParameterError(
          name,
          say.later('valueAt', { value: String(samples[i]), place: i }),
          say.later('sampleTakes', { most: String(LARGEST_SAMPLE) }),
        );
    }
  };
  await inChunks(samples.length, look, { signal });
}
