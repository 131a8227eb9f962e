import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { MinibatchParameters } from './parameters';
import { prepare } from './problem';

/** A program that prints the share never drawn, and for the batch and for `factor` times it the variances, each predicted beside measured. */
export function numpy(p: MinibatchParameters): string {
  const { gradients } = prepare(p);
  const n = gradients.length;
  return numpyProgram(
    `# NumPy draws others than the lab: what is measured agrees to a few standard errors.
generator = np.random.default_rng(${p.seed})
n, epochs, batch, k, rate = ${p.examples}, ${p.epochs}, ${p.batch}, ${p.factor}, ${pythonNumber(p.learningRate)}
g = np.array(${pythonList(gradients)})`,
    `never = [n - len(np.unique(generator.integers(n, size=n))) for epoch in range(epochs)]
print("never drawn:", (1 - 1 / n)**n, np.mean(never) / n)`,
    `def with_replacement(m):
    return np.mean(g[generator.integers(len(g), size=(epochs, m))], axis=1)

def without_replacement(m):
    return np.mean(g[np.argsort(generator.random((epochs, len(g))), axis=1)[:, :m]], axis=1)`,
    `print("with replacement:", np.var(g) / batch, np.var(with_replacement(batch), ddof=1))${
      p.batch <= n
        ? `
share = (len(g) - batch) / (len(g) - 1)
print("without:", share * np.var(g) / batch, np.var(without_replacement(batch), ddof=1))`
        : ''
    }
for name, factor in ("rate kept", 1), ("rate times k", k), ("rate times sqrt(k)", np.sqrt(k)):
    step = (rate * factor)**2
    print(name + ":", step * np.var(g) / (k * batch), step * np.var(with_replacement(k * batch), ddof=1))`,
  );
}
