import type { EngineInfo } from '../contract';

/**
 * Small networks of one hidden layer of tanh units, trained side by side by full-batch gradient descent on the mean square.
 * There is a cell for each width, second rate and first rate. See `networkBeginning` and `NetworkTraining` in
 * `src/math/tanh-network.ts`.
 */
export interface NetworksTask {
  /** Two inputs and a target each. */
  points: readonly (readonly number[])[];
  /** Names the random beginnings. */
  seed: number;
  /** The numbers of hidden units. */
  units: readonly number[];
  /** Learning rates of the first layer. */
  firstRates: readonly number[];
  /** Learning rates of the second layer, each with each of the first; left out, both layers learn at the same rate. */
  secondRates?: readonly number[];
  /** Random beginnings of each cell, all different; `one` for the seed's one network in every cell, told singly. */
  beginnings: number | 'one';
  iterations: number;
  /** Solved is a network whose every prediction is this close to its target at the end. */
  tolerance: number;
  /** Diverged is one whose loss exceeds this at any iterate. */
  bound: number;
}

export interface NetworksResult {
  engine: EngineInfo;
  /** How many networks of each cell ended in each way, cells x `NETWORK_ENDINGS`; the widths are slowest, first rates quickest. */
  counts?: Uint32Array;
  /** For `one`: the number of each cell's ending in `NETWORK_ENDINGS`. */
  endings?: Uint8Array;
  /** For `one`: the iteration, with its fraction, at which each cell was solved for good or diverged; else its last loss. */
  measures?: Float32Array | Float64Array;
}
