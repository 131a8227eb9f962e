import { conv1d } from '../../engine/conv1d';
import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { Conv1d, MAXIMUM_ENTRIES } from '../../math/conv1d';
import { inChunks } from '../../math/in-slices';
import type { Conv1dProblem } from './problem';

/** What the matrix costs, written down or as an operator. */
export interface OperatorCost {
  /** The time of A x in milliseconds, in float64 on the page; null where the matrix does not fit. */
  dense: { bytes: number; multiplyAdds: number; milliseconds: number | null };
  /** The same on the engine that computes the descent. */
  operator: { bytes: number; multiplyAdds: number; milliseconds: number };
  /** And on the page, as the dense matrix is timed there; null where it would hold the page up. */
  onPage: { milliseconds: number | null };
  engine: EngineInfo;
}

/** A measurement should take this long, against the coarseness of a browser's clock. */
const MEASURED_MILLISECONDS = 20;
/** Multiply-adds of about that time. */
const MEASURED_WORK = 4e7;
const MOST_REPEATS = 1000;

/** Times the matrix and the operator on this machine, at this size. */
export async function measureCost(
  { taps, length, rows }: Conv1dProblem,
  engine: Engine,
  options: RunOptions,
): Promise<OperatorCost> {
  const entries = rows * length;
  const products = rows * taps.length;
  const input = new Float32Array(length);
  await inChunks(length, (from, to) => input.fill(1, from, to), options);
  const repeats = Math.max(1, Math.min(MOST_REPEATS, Math.round(MEASURED_WORK / products)));
  const measured = await engine.run(conv1d, { taps, input, transpose: false, repeats }, options);
  const onPage = <Result>(most: number, size: number, compute: (A: Conv1d, x: Float64Array) => Result) =>
    size <= most ? compute(new Conv1d(taps, length), Float64Array.from(input)) : null;
  return {
    dense: {
      bytes: 8 * entries,
      multiplyAdds: entries,
      milliseconds: onPage(MAXIMUM_ENTRIES, entries, (A, x) => timed(A.toDense(), x)),
    },
    operator: { bytes: 8 * taps.length, multiplyAdds: products, milliseconds: measured.milliseconds },
    onPage: { milliseconds: onPage(MEASURED_WORK, products, timed) },
    engine: measured.engine,
  };
}

/** The mean time of a product, over as many as a measurement needs, without the first one. */
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
