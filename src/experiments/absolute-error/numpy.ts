import { pythonList, pythonNumber } from '../../formula/python';
import { factorInPython } from '../numpy-descent';
import { numpyProgram } from '../numpy-program';
import { examplesOf } from '../parameters/examples';
import { parseSchedule } from '../parameters/schedule';
import type { AbsoluteErrorParameters } from './parameters';

const SLOPES = { absolute: 'np.sign(r)', square: 'r', huber: 'np.clip(r, -1, 1)' } as const;
const VALUES = {
  absolute: 'np.abs(r)',
  square: 'r**2 / 2',
  huber: 'np.where(np.abs(r) <= 1, r**2 / 2, np.abs(r) - 0.5)',
} as const;

/** A program that prints the gradient, the signs, and where descent ends, for the loss in hand. */
export function numpy(p: AbsoluteErrorParameters): string {
  const { design, targets } = examplesOf(p);
  return numpyProgram(
    `X = np.array([${design.map((row) => pythonList(row)).join(', ')}], float)
y = np.array(${pythonList(targets)}, float)
w, b = np.array(${pythonList(p.weights)}, float), ${pythonNumber(p.bias)}
rate, iterations = ${pythonNumber(p.learningRate)}, ${p.iterations}`,
    `def loss(w, b):
    r = X @ w + b - y
    return np.mean(${VALUES[p.loss]})

def gradient(w, b):
    r = X @ w + b - y
    s = ${SLOPES[p.loss]}
    return X.T @ s / len(y), np.mean(s)

${factorInPython(parseSchedule(p.schedule))}`,
    `r = X @ w + b - y
print("loss:", loss(w, b))
print("positive, negative, zero:", np.sum(r > 0), np.sum(r < 0), np.sum(r == 0))
w_slope, b_slope = gradient(w, b)
print("gradient:", *w_slope, b_slope)
for k in range(iterations):
    w_slope, b_slope = gradient(w, b)
    w, b = w - rate * factor(k) * w_slope, b - rate * factor(k) * b_slope
print("descent ends at:", *w, b)`,
  );
}
