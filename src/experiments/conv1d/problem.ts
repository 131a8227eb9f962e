import type { RunOptions, Samples } from '../../engine/contract';
import { correlate } from '../../math/correlate';
import { normalAt, outlierAt } from '../../math/noise';
import { signalAt } from '../../math/signals';
import { ParameterError } from '../parameters';
import { Slices } from '../slices';
import { sizeOf, type Conv1dData, type Conv1dParameters } from './parameters';

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
/** So many samples are made between two looks at the clock. */
const CHUNK = 4096;

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
  const given = [['observed', observed], ['initial', initial], ['signal', p.signal === 'data' && !observed ? data.signal : undefined]] as const;
  for (const [name, samples] of given) if (samples) refuseWhatIsNoNumber(name, samples);
  if (observed) return { taps, length, rows, observed, initial };
  const signal = p.signal === 'data' ? data.signal! : new Float64Array(length);
  const made = new Float64Array(rows);
  const total = rows + (p.signal === 'data' ? 0 : length);
  const slices = new Slices(options, total);
  if (p.signal !== 'data') {
    for (let begin = 0; begin < length; begin += CHUNK) {
      const end = Math.min(length, begin + CHUNK);
      for (let i = begin; i < end; i++) signal[i] = signalAt(p.signal, i, length);
      await slices.made(end - begin);
    }
  }
  for (let begin = 0; begin < rows; begin += CHUNK) {
    const end = Math.min(rows, begin + CHUNK);
    correlate(taps, signal, begin, made, begin, end - begin);
    for (let i = begin; i < end; i++) made[i] += p.noise * normalAt(p.seed, i) + outlierAt(p.seed, i, p.outliers);
    await slices.made(end - begin);
  }
  return { taps, length, rows, signal, observed: made, initial };
}

function refuseWhatIsNoNumber(name: string, samples: Samples): void {
  for (let i = 0; i < samples.length; i++) {
    // Written so that what is no number is refused as well.
    if (!(Math.abs(samples[i]) <= LARGEST_SAMPLE)) throw new ParameterError(name, `${samples[i]} at place ${i}`, `numbers from -${LARGEST_SAMPLE} to ${LARGEST_SAMPLE}`);
  }
}
