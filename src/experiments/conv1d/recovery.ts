import { LARGEST_SAMPLE } from '../../engine/conv1d';
import type { RunOptions, Samples } from '../../engine/contract';
import { correlate } from '../../math/correlate';
import { inChunks } from '../../math/in-slices';
import { normalAt, outlierAt } from '../../math/noise';
import { signalAt } from '../../math/signals';
import { defineMessages } from '../../messages';
import { part } from '../experiment';
import { ParameterError } from '../parameters';
import { attributeOfData, type Conv1dProblem } from './problem';

const say = defineMessages('conv1d', {
  valueAt: '{value} at index {index}',
  sampleTakes: 'numbers from -{most} to {most}',
});

/** What is descended: F(x) = sum_i loss((A x - b)_i) + (ridge / 2) |x|^2. */
export interface Recovery {
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
  /**
   * What noise, outliers and the bend of the Huber loss are measured in: 1, or the spread of what a person brings, which
   * may be a sound that never exceeds 1, or a price in thousands.
   */
  unit: number;
}

/**
 * Makes the signal and the observation. They are made here and not by an engine, so that both engines descend from the
 * very same numbers; in slices, so that the page stays responsive while there are millions.
 *
 * @throws {ParameterError} for data with a sample that is not a number, or too large
 */
export async function recoveryOf(
  { parameters: p, data, taps, length, rows }: Conv1dProblem,
  options: RunOptions,
): Promise<Recovery> {
  const { observed, initial } = data;
  const isData = p.signal === 'data';
  await checkSamples('observed', observed, options);
  await checkSamples('initial', initial, options);
  if (observed) return { taps, length, rows, observed, initial, unit: 1 };
  if (isData) await checkSamples('samples', data.samples, options);
  const signal = isData ? data.samples! : new Float64Array(length);
  const half = isData ? 0 : 0.5;
  // The test signals span a few units each; what does not vary at all has no unit of its own.
  const deviation = isData ? await deviationOf(signal, options) : 1;
  const unit = deviation > 0 ? deviation : 1;
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
      made[i] += deviation * (p.noise * normalAt(p.seed, i) + outlierAt(p.seed, i, p.outliers));
  };
  await inChunks(rows, observe, part(options, half, 1));
  return { taps, length, rows, signal, observed: made, initial, unit };
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

async function checkSamples(
  name: keyof typeof attributeOfData,
  samples: Samples | undefined,
  { signal }: RunOptions,
): Promise<void> {
  if (!samples) return;
  const look = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      // Written so that NaN is refused as well.
      if (!(Math.abs(samples[i]) <= LARGEST_SAMPLE))
        throw new ParameterError(
          attributeOfData[name],
          say('valueAt', { value: String(samples[i]), index: i }),
          say('sampleTakes', { most: String(LARGEST_SAMPLE) }),
        );
    }
  };
  await inChunks(samples.length, look, { signal });
}
