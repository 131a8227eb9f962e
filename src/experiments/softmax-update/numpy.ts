import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import { readOptimizer } from '../parameters/optimizer';
import { torchDescent } from '../torch-descent';
import { CONSTANT } from '../../math/schedules';
import type { SoftmaxUpdateParameters } from './parameters';

const PASS = ['z, P, loss = forward(W)', 'gradient = np.outer(x, P - np.eye(len(z))[c])'];

const PRINT = `_, P_after, loss_after = forward(updated)
for name, value in [("logits", z), ("probabilities", P), ("loss", loss), ("gradient", gradient),
                    ("updated", updated), ("probabilities after", P_after), ("loss after", loss_after)]:
    print(name + ":", *np.ravel(value))`;

/** A program that prints the update that is shown, with the current values: plain descent is NumPy's alone, other optimizers are PyTorch's. */
export function numpy(p: SoftmaxUpdateParameters): string {
  const example = `x = np.array(${pythonList(p.input)}, float)
c = ${p.label}`;
  const weights = `np.array([${p.weights.map(pythonList).join(', ')}], float)`;
  const forward = `def forward(W):  # features x classes
    z = W.T @ x
    e = np.exp(z - z.max())  # the greatest logit taken off: nothing overflows
    return z, e / e.sum(), np.log(e.sum()) + z.max() - z[c]`;
  const optimizer = readOptimizer(p.optimizer);
  if (optimizer.name !== 'gd')
    return torchDescent({
      optimizer,
      schedule: CONSTANT,
      iterations: p.step,
      parts: [example, forward],
      begin: `weights = torch.from_numpy(${weights})`,
      moved: '[weights]',
      learningRate: p.learningRate,
      gradients: ['W = weights.numpy().copy()', ...PASS, 'weights.grad = torch.from_numpy(gradient)'],
      end: `updated = weights.numpy()\n${PRINT}`,
    });
  return numpyProgram(
    example,
    forward,
    `updated = ${weights}
for step in range(${p.step}):
    W = updated
${PASS.map((line) => `    ${line}`).join('\n')}
    updated = W - ${pythonNumber(p.learningRate)} * gradient
${PRINT}`,
  );
}
