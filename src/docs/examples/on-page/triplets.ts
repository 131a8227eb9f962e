import type { GdMatrixFactorization } from 'descent-lab';

const element = document.querySelector<GdMatrixFactorization>('#given')!;
element.triplets = {
  rows: 3,
  columns: 2,
  rowOf: Uint32Array.of(0, 0, 1, 2),
  columnOf: Uint32Array.of(0, 1, 1, 0),
  values: Float32Array.of(5, 4, 3, 2),
};
const { u, v, rank } = await element.settled;
const product = (user: number, item: number) =>
  Array.from({ length: rank }, (_, f) => u[user * rank + f] * v[item * rank + f]).reduce((a, b) => a + b);
document.querySelector('#predicted')!.textContent =
  `User 2 is predicted to give item 2 a rating of ${product(1, 1).toFixed(2)}.`;
