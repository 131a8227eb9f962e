import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import { gaussianData, type GaussianModelParameters } from './parameters';

/** A program that prints the most likely weights and variance, likelihoods, and where the climb ends. */
export function numpy(p: GaussianModelParameters): string {
  const { design, targets } = gaussianData(p);
  return numpyProgram(
    `X = np.array([${design.map((row) => pythonList(row)).join(', ')}], float)
y = np.array(${pythonList(targets)}, float)
given, sigma = np.array(${pythonList(p.weights)}, float), ${pythonNumber(p.sigma)}
rate, iterations = ${pythonNumber(p.learningRate)}, ${p.iterations}`,
    `def log_likelihood(w, variance):
    return -len(y) / 2 * np.log(2 * np.pi * variance) - np.sum((y - X @ w)**2) / (2 * variance)`,
    `# Least squares; where it is not unique, lstsq gives the shortest solution.
w, _, p, _ = np.linalg.lstsq(X, y, rcond=None)  # p is the rank
squares = np.sum((y - X @ w)**2)
n = len(y)
print("w:", *w)
print("variance:", squares / n)
if n > p:
    print("unbiased:", squares / (n - p))
print("log-likelihood:", log_likelihood(w, squares / n))
print("at the given weights:", log_likelihood(given, sigma**2))
w = given
for _ in range(iterations):
    w = w + rate / n * (X.T @ (y - X @ w)) / sigma**2
print("the climb ends at:", *w)`,
  );
}
