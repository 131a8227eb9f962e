import { pythonList, pythonNumber } from '../../formula/python';
import { PER_UNIT } from '../../math/tanh-network';
import { numpyProgram } from '../numpy-program';
import type { XorParameters } from './parameters';
import { beginningOf } from './problem';

/** A program that prints the best linear model, the eigenvalues, and the loss and predictions where descent ends. */
export function numpy(p: XorParameters): string {
  const { points, learningRate, iterations, units } = p;
  const rows = points.map(([x1, x2]) => pythonList([x1, x2])).join(', ');
  return numpyProgram(
    `x = np.array([${rows}])
y = np.array(${pythonList(points.map(([, , target]) => target))})
rate, iterations = ${pythonNumber(learningRate)}, ${iterations}`,
    `A = np.column_stack([x, np.ones(len(x))])
best = np.linalg.lstsq(A, y, rcond=None)[0]
hessian = 2 / len(x) * A.T @ A
eigenvalues = np.linalg.eigvalsh(hessian)
print("best w, b:", *best)
print("its loss:", np.mean((A @ best - y)**2))
print("eigenvalues:", *eigenvalues)
print("limit:", 2 / eigenvalues[-1])`,
    units === 0 ? linear(p) : network(p),
    `print("loss:", np.mean(error**2))
print("predictions:", *(error + y))`,
  );
}

function linear(p: XorParameters): string {
  return `theta = np.array(${pythonList(beginningOf(p))})  # drawn by the seed
for k in range(iterations + 1):
    error = A @ theta - y
    if k < iterations:
        theta = theta - rate * 2 / len(x) * A.T @ error`;
}

function network(p: XorParameters): string {
  const theta = beginningOf(p);
  const column = (i: number) => pythonList(Array.from({ length: p.units }, (_, j) => theta[PER_UNIT * j + i]));
  return `W = np.array([${column(0)}, ${column(1)}])  # drawn by the seed
b, v, c = np.zeros(${p.units}), np.array(${column(3)}), 0.0
for k in range(iterations + 1):
    h = np.tanh(x @ W + b)
    error = h @ v + c - y
    if k < iterations:
        back = np.outer(error, v) * (1 - h**2)
        scale = rate * 2 / len(x)
        W, b = W - scale * x.T @ back, b - scale * back.sum(axis=0)
        v, c = v - scale * h.T @ error, c - scale * error.sum()`;
}
