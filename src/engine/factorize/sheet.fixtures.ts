import { sparseTable } from '../../math/sparse-table';
import type { FactorizeTask } from './task';

/**
 * What is known of the sheet's factorization by hand, to test engines against. Computed apart from this lab with 60-digit
 * arithmetic.
 */

/** R = [[5, ?], [?, 4]], u = (0.8, 1.3), v = (1.1, 0.9), rate 0.1; J = 1/2 [(5 - u1 v1)^2 + (4 - u2 v2)^2]. */
export function sheetFactorization(epochs: number): FactorizeTask {
  const ratings = sparseTable(2, 2, {
    rowOf: Uint32Array.of(0, 1),
    columnOf: Uint32Array.of(0, 1),
    values: Float64Array.of(5, 4),
  });
  const initial = { u: Float64Array.of(0.8, 1.3), v: Float64Array.of(1.1, 0.9) };
  return {
    ratings,
    rank: 1,
    initial,
    mean: 0,
    biases: false,
    learningRates: [0.1],
    ridge: 0,
    epochs,
    every: 1,
    bound: 1e6,
  };
}

/** J at the start. */
export const SHEET_LOSS = 12.49165;

/** u1, u2, v1, v2 and J by epoch. */
export const SHEET_EPOCHS = [
  { epoch: 1, u: [1.2532, 1.5547], v: [1.4296, 1.2679], loss: 7.2050027297360675 },
  { epoch: 2, u: [1.7118764780288, 1.8119310283573], v: [1.8316798560896, 1.5833168939089], loss: 2.377713378071673 },
  {
    epoch: 3,
    u: [2.0533731008270792, 1.9910261759288934],
    v: [2.1508404528232963, 1.7882714776448525],
    loss: 0.26683118423193375,
  },
  {
    epoch: 5,
    u: [2.1908019940770145, 2.0917274789782443],
    v: [2.2820999999366207, 1.9001683793441138],
    loss: 0.00032177521765322026,
  },
  {
    epoch: 10,
    u: [2.190886541604953, 2.097751950728758],
    v: [2.2821811650443595, 1.9067995164615765],
    loss: 2.8839689046664437e-11,
  },
  { epoch: 1000, u: [2.190886541604953, 2.0977537527130496], v: [2.2821811650443595, 1.9068014989017432], loss: 0 },
];

/** What an update in sequence, v from the new u, would give for v: the mistake that the sheet warns of. */
export const SEQUENTIAL_V = [1.5538438736, 1.3043417119];
