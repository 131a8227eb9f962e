import type { EngineInfo } from '../contract';

/** An epoch draws as many examples as there are, each of all of them: how many are never drawn? */
export interface CoverageTask {
  /** The numbers of examples for which it is counted, each by itself. */
  examples: readonly number[];
  /** Epochs of each. */
  epochs: number;
  /** An integer: the same seed draws alike on every engine. */
  seed: number;
}

export interface CoverageResult {
  engine: EngineInfo;
  /** For each number of examples n, n + 1 counts: in how many epochs 0, 1, ..., n examples were never drawn. */
  never: Uint32Array[];
}

/** What the second word of the key begins with; the number of examples is added to it. */
export const STREAM_COVERAGE = 2 ** 31;
