import { pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { FocalLossParameters } from './parameters';

/** A program that prints both losses of the example in hand, and who makes up the loss of the examples. */
export function numpy({ gamma, p, easy, hard, easyExamples }: FocalLossParameters): string {
  return numpyProgram(
    `def focal(p, gamma):
    return -(1 - p)**gamma * np.log(p)`,
    `p, gamma = ${pythonNumber(p)}, ${pythonNumber(gamma)}
print("cross-entropy:", -np.log(p))
print("factor:", (1 - p)**gamma)
print("focal:", focal(p, gamma))
print("gradient:", (1 - p)**gamma * (gamma * p * np.log(p) + p - 1))`,
    `for g in 0, gamma:
    print("easy, hard:", ${easyExamples} * focal(${pythonNumber(easy)}, g), focal(${pythonNumber(hard)}, g))`,
  );
}
