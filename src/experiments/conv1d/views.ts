import type { Engine, EngineInfo, Samples } from '../../engine/contract';
import { conv1d } from '../../engine/conv1d';
import { Conv1d, MAXIMUM_ENTRIES } from '../../math/conv1d';
import { squaredGain } from '../../math/frequency-response';
import { inChunks } from '../../math/in-slices';
import { prepareOverview } from '../../math/overview';
import { linearSpaced } from '../../math/spacing';
import type { ViewOptions } from '../experiment';
import type { Adjoint } from './adjoint';
import type { Conv1dParameters } from './parameters';
import type { RatesView } from './rates';
import type { Conv1dComputed } from './run';

/** The signal, the observation, and the recovery on its way. */
export interface SignalView {
  length: number;
  iterations: number;
  /** What is to be recovered; undefined where only the observation is known. */
  signal?: Samples;
  observed: Samples;
  /** The place of the first observation: observation i is what the filter sees around place i + offset. */
  offset: number;
  /** Frames x length: iterates 0, every, 2 every, ...; see `iterateAt`. */
  iterates?: Samples;
  frames: number;
  every: number;
  /** The last iterate. */
  x: Samples;
}

/** The filter, and by how much it multiplies a wave of each frequency. */
export interface FilterView {
  taps: Float64Array;
  /** Cycles per sample, from 0 to 1/2. */
  response: { frequency: Float64Array; gain: Float64Array };
  norm: number;
}

export interface LossView {
  /** F at every iterate. */
  losses: Float64Array;
  diverged: number | null;
  learningRate: number;
}

/** What the matrix costs, written down or not. */
export interface OperatorView {
  rows: number;
  columns: number;
  taps: Float64Array;
  /** The time of A x in milliseconds, in float64 on the page; null where the matrix does not fit. */
  dense: { bytes: number; multiplyAdds: number; milliseconds: number | null };
  /** The same on the engine that computes the descent. */
  operator: { bytes: number; multiplyAdds: number; milliseconds: number };
  /** And on the page, as the dense matrix is timed there; null where it would hold the page up. */
  onPage: { milliseconds: number | null };
  engine: EngineInfo;
  adjoint: Adjoint;
}

export interface Conv1dViews {
  signal: SignalView;
  loss: LossView;
  rates: RatesView;
  filter: FilterView;
  operator: OperatorView;
}

/** What was computed with the result: nothing is left to do but to look at it once, so that it can be drawn in a moment. */
export async function signal(
  _: Conv1dParameters,
  { result, problem, iterates, frames, every }: Conv1dComputed,
  _engine: Engine,
  { signal: stop }: ViewOptions<SignalView>,
): Promise<SignalView> {
  const { taps, length, signal, observed } = problem;
  for (const values of [signal, observed, result.x]) if (values) await prepareOverview(values, { signal: stop });
  return {
    length,
    iterations: result.parameters.iterations,
    signal,
    observed,
    offset: Math.floor((taps.length - 1) / 2),
    iterates,
    frames,
    every,
    x: result.x,
  };
}

/**
 * The iterate that a picture shows: the last one if `iteration` is null, and else the kept one at it or just before;
 * undefined where none is kept. A view into the kept ones, not a copy.
 */
export function iterateAt(
  { length, iterations, iterates, every, x }: SignalView,
  iteration: number | null,
): Samples | undefined {
  if (iteration === null || iteration >= iterations) return x;
  if (!iterates) return undefined;
  const frame = every > 0 ? Math.floor(iteration / every) : 0;
  const last = handedOut.get(iterates);
  if (last?.frame === frame) return last.values;
  const values = iterates.subarray(frame * length, (frame + 1) * length);
  handedOut.set(iterates, { frame, values });
  return values;
}

/** The frame that was asked for last: asked again, it is the same object, of which the charts know all that they need. */
const handedOut = new WeakMap<Samples, { frame: number; values: Samples }>();

const FREQUENCIES = 401;

export async function filter(_: Conv1dParameters, { result, problem: { taps } }: Conv1dComputed): Promise<FilterView> {
  const frequency = linearSpaced(0, 0.5, FREQUENCIES);
  return {
    taps,
    response: { frequency, gain: frequency.map((f) => Math.sqrt(squaredGain(taps, 2 * Math.PI * f))) },
    norm: result.operatorNorm,
  };
}

export async function loss(
  _: Conv1dParameters,
  { result: { losses, diverged, learningRate } }: Conv1dComputed,
): Promise<LossView> {
  return { losses, diverged, learningRate };
}

/** A measurement should take so long, against the coarseness of a browser's clock. */
const MEASURED_MILLISECONDS = 20;
/** Multiply-adds of about so long. */
const MEASURED_WORK = 4e7;
const MOST_REPEATS = 1000;

/** Times the matrix and the operator on this machine, at this size. */
export async function operator(
  _: Conv1dParameters,
  { problem, adjoint }: Conv1dComputed,
  engine: Engine,
  options: ViewOptions<OperatorView>,
): Promise<OperatorView> {
  const { taps, length, rows } = problem;
  const entries = rows * length;
  const products = rows * taps.length;
  const input = new Float32Array(length);
  await inChunks(length, (from, to) => input.fill(1, from, to), options);
  const repeats = Math.max(1, Math.min(MOST_REPEATS, Math.round(MEASURED_WORK / products)));
  const measured = await engine.run(conv1d, { taps, input, transpose: false, repeats }, options);
  const onPage = <Result>(most: number, size: number, compute: (A: Conv1d, x: Float64Array) => Result) =>
    size <= most ? compute(new Conv1d(taps, length), Float64Array.from(input)) : null;
  return {
    rows,
    columns: length,
    taps,
    dense: {
      bytes: 8 * entries,
      multiplyAdds: entries,
      milliseconds: onPage(MAXIMUM_ENTRIES, entries, (A, x) => timed(A.toDense(), x)),
    },
    operator: { bytes: 8 * taps.length, multiplyAdds: products, milliseconds: measured.milliseconds },
    onPage: { milliseconds: onPage(MEASURED_WORK, products, timed) },
    engine: measured.engine,
    adjoint,
  };
}

/** How long a product takes: the mean over as many as a measurement needs, the first one left out. */
function timed(A: { apply: (x: Float64Array) => unknown }, x: Float64Array): number {
  A.apply(x);
  const began = performance.now();
  let applied = 0;
  let passed = 0;
  do {
    A.apply(x);
    applied++;
    passed = performance.now() - began;
  } while (passed < MEASURED_MILLISECONDS && applied < MOST_REPEATS);
  return passed / applied;
}
