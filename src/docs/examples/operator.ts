import { chooseEngine } from 'descent-lab/engine';
import { Conv1d, gradientDescent, operatorOn } from 'descent-lab/operators';

const A = new Conv1d([0.5, -1, 0.25], 8);
const x = [1, -1, 2, 0.5, 0, 3, -2, 1];
const y = [0.5, 1, -1, 2, 0, -0.25];
const inner = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);
console.log('⟨A x, y⟩ and ⟨x, A′ y⟩:', inner(A.apply(x), y), inner(x, A.transpose.apply(y)));
// → ⟨A x, y⟩ and ⟨x, A′ y⟩: -0.8125 -0.8125

// One descent for every kind of matrix: the operator, the dense matrix, and an operator that an engine computes.
const problem = {
  b: [1, -2, 0.5, 3, -0.75, 0.2],
  x0: new Float64Array(8),
  loss: 'huber',
  ridge: 0.1,
  learningRate: 0.1,
  iterations: 100,
} as const;
for (const matrix of [A, A.toDense(), operatorOn(chooseEngine('cpu'), A.taps, A.columns)]) {
  const { losses } = await gradientDescent({ A: matrix, ...problem });
  console.log(losses[0].toFixed(4), losses[100].toFixed(6));
  // → 4.9262 0.702766
  // → 4.9262 0.702766
  // → 4.9262 0.702766
}
