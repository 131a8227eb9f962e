import { pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { ClassificationLossParameters } from './parameters';
import { MOST_STEPS } from './population';

/** A program that prints both losses with their gradients at the logit, and the steps from there to above 0. */
export function numpy({ logit, learningRate }: ClassificationLossParameters): string {
  return numpyProgram(
    `def sigmoid(u):
    # exp(-|u|) does not overflow.
    small = np.exp(-abs(u))
    return 1 / (1 + small) if u >= 0 else small / (1 + small)`,
    `def cross_entropy_gradient(z):
    return -sigmoid(-z)

def half_squared_gradient(z):
    return -sigmoid(-z)**2 * sigmoid(z)`,
    `def steps(gradient, z, rate=${pythonNumber(learningRate)}):
    for k in range(${MOST_STEPS} + 1):
        if z > 0:
            return k
        z = z - rate * gradient(z)
    return np.inf`,
    `z = ${pythonNumber(logit)}
print("losses:", max(-z, 0) + np.log1p(np.exp(-abs(z))), sigmoid(-z)**2 / 2)
for gradient in cross_entropy_gradient, half_squared_gradient:
    print("gradient, steps:", gradient(z), steps(gradient, z))`,
  );
}
