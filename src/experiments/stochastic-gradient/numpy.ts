import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { StochasticGradientParameters } from './parameters';

/** A program that prints the full gradient with the mean of as many draws, then the exact mean and variance after all iterations beside measured ones. */
export function numpy(p: StochasticGradientParameters): string {
  const column = (of: number) => pythonList(p.points.map((point) => point[of]));
  const without = p.replacement === 'without';
  const n = p.points.length;
  return numpyProgram(
    `x = np.array(${column(0)})
y = np.array(${column(1)})
theta, rate, replicas, iterations, batch = ${pythonNumber(p.theta)}, ${pythonNumber(p.learningRate)}, ${p.replicas}, ${p.iterations}, ${p.batch}
# NumPy draws other examples than the lab: means agree to a few standard errors.
generator = np.random.default_rng(${p.seed})`,
    without
      ? `def draw():
    return np.argsort(generator.random((replicas, ${n})), axis=1)[:, :batch]`
      : `def draw():
    return generator.integers(${n}, size=(replicas, batch))`,
    `def gradient(theta, drawn):
    return np.mean(x[drawn] * (x[drawn] * theta[:, None] - y[drawn]), axis=1)`,
    `weights = np.full(replicas, theta)
drawn = gradient(weights, draw())
print("full gradient:", np.mean(x * (x * theta - y)))
print("mean of draws, standard error:", drawn.mean(), drawn.std(ddof=1) / np.sqrt(replicas))
for k in range(iterations):
    weights = weights - rate * gradient(weights, draw())
print("mean, variance of the replicas:", weights.mean(), weights.var(ddof=1))`,
    `# What a step multiplies and adds is known exactly, and so is the variance that it keeps.
a, r = x**2, x * (x * np.mean(x * y) / np.mean(x**2) - y)
share = ${without ? (n === 1 ? '0' : `(${n} - batch) / (${n} - 1) / batch`) : '1 / batch'}
pull = 2 * np.mean(a) - rate * (np.mean(a)**2 + np.var(a) * share)
print("variance in the long run:", rate * np.mean(r**2) * share / pull if pull > 0 else np.nan)`,
  );
}
