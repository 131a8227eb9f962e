import { pythonList } from '../../formula/python';
import { isPlainDescent } from '../../math/schedules';
import { numpyProgram } from '../numpy-program';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { ratesOnScreen } from '../parameters/shown-rate';
import { groupsInTorch, torchDescent } from '../torch-descent';
import type { LeastSquaresParameters } from './parameters';

/**
 * A program that prints the eigenvalues, the minimizer and, for each learning rate, the last iterate from zero. Plain descent is
 * NumPy's alone; other optimizers and schedules are PyTorch's.
 */
export function numpy(p: LeastSquaresParameters): string {
  const { design, targets, iterations } = p;
  const rates = ratesOnScreen(p);
  const optimizer = readOptimizer(p.optimizer);
  const schedule = parseSchedule(p.schedule);
  const problem = `X = np.array([${design.map(pythonList).join(', ')}], float)
Y = np.array(${pythonList(targets)}, float)
eigenvalues = np.linalg.eigvalsh(X.T @ X)
print(*eigenvalues)
print(*np.linalg.pinv(X) @ Y)`;
  if (!isPlainDescent(optimizer, schedule))
    return torchDescent({
      optimizer,
      schedule,
      iterations,
      parts: [problem],
      ...groupsInTorch(rates, 'torch.zeros(X.shape[1], dtype=torch.float64)'),
      gradients: [
        'for weights in runs:',
        '    theta = weights.numpy()',
        '    is_over = np.abs(theta).max() > 1e12',
        '    weights.grad = None if is_over else torch.from_numpy(X.T @ (X @ theta - Y))  # None: no step',
      ],
      end: `for weights, rate in zip(runs, rates):
    print(rate, *weights.tolist())`,
    });
  return numpyProgram(
    problem,
    `for rate in ${pythonList(rates)}:
    theta = np.zeros(X.shape[1])
    for step in range(${iterations}):
        if np.abs(theta).max() > 1e12:
            break
        theta = theta - rate * X.T @ (X @ theta - Y)
    print(rate, *theta)`,
  );
}
