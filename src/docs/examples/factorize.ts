import { chooseEngine, factorize, sparseTable } from 'descent-lab/engine';

// The sheet's table: r11 = 5 and r22 = 4 are known.
const ratings = sparseTable(2, 2, {
  rowOf: Uint32Array.of(0, 1),
  columnOf: Uint32Array.of(0, 1),
  values: Float64Array.of(5, 4),
});

const { u, v, losses } = await chooseEngine('cpu').run(factorize, {
  ratings,
  rank: 1,
  initial: { u: Float64Array.of(0.8, 1.3), v: Float64Array.of(1.1, 0.9) },
  mean: 0,
  biases: false,
  learningRates: [0.1],
  ridge: 0,
  epochs: 1,
  every: 0,
  bound: 1e6,
});

console.log(
  'u',
  Array.from(u, (value) => value.toFixed(4)).join(' '),
  'v',
  Array.from(v, (value) => value.toFixed(4)).join(' '),
);
// → u 1.2532 1.5547 v 1.4296 1.2679
console.log('J', losses[0].toFixed(5), losses[1].toFixed(4));
// → J 12.49165 7.2050
