import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { ActivationsParameters } from './parameters';

const SIGMOID = `def sigmoid(u):
    # exp(-|u|) does not overflow.
    small = np.exp(-abs(u))
    return 1 / (1 + small) if u >= 0 else small / (1 + small)`;

/** A program that prints the function and its derivative at the point, and the softmax of the logits with its Jacobian. */
export function numpy({ function: name, x, beta, logits, selectedLogit }: ActivationsParameters): string {
  const at = {
    sigmoid: `x = ${pythonNumber(x)}
print("value:", sigmoid(x))
# 1 - sigmoid(x) would lose all digits for large x.
print("derivative:", sigmoid(x) * sigmoid(-x))`,
    softplus: `x, beta = ${pythonNumber(x)}, ${pythonNumber(beta)}
print("value:", max(x, 0) + np.log1p(np.exp(-abs(beta * x))) / beta)
print("derivative:", sigmoid(beta * x))`,
    softmax: `i = ${selectedLogit - 1}
print("value:", f[i])
print("derivative:", J[i, i])`,
  };
  return numpyProgram(
    name === 'softmax' ? '' : SIGMOID,
    `z = np.array(${pythonList(logits)}, dtype=float)
powers = np.exp(z - z.max())  # the same number taken off all logits changes nothing
f = powers / powers.sum()
J = np.diag(f) - np.outer(f, f)`,
    at[name],
    `print("probabilities:", *f)
for row in J:
    print("jacobian:", *row)`,
  );
}
