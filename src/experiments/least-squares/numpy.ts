import { pythonList } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { LeastSquaresParameters } from './parameters';

/** A program that prints the eigenvalues, the minimizer and, for each learning rate, the last iterate from zero; of plain descent. */
export function numpy({ design, targets, learningRates, iterations }: LeastSquaresParameters): string {
  return numpyProgram(
    '',
    `X = np.array([${design.map(pythonList).join(', ')}], float)
Y = np.array(${pythonList(targets)}, float)
eigenvalues = np.linalg.eigvalsh(X.T @ X)
print(*eigenvalues)
print(*np.linalg.pinv(X) @ Y)
for rate in ${pythonList(learningRates)}:
    theta = np.zeros(X.shape[1])
    for step in range(${iterations}):
        if np.abs(theta).max() > 1e12:
            break
        theta = theta - rate * X.T @ (X @ theta - Y)
    print(rate, *theta)`,
  );
}
