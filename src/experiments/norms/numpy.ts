import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { NormsParameters } from './parameters';

/** A program that prints the norms of the vector. */
export function numpy({ vector, p }: NormsParameters): string {
  return numpyProgram(
    `x = np.array(${pythonList(vector)})
p = ${pythonNumber(p)}`,
    `def norm(x, p):
    largest = np.max(np.abs(x))
    if largest == 0:
        return largest
    # Divided by the largest entry, no power overflows.
    return largest * np.sum((np.abs(x) / largest)**p)**(1 / p)`,
    `print("l0:", np.sum(x != 0))
print("l1:", np.sum(np.abs(x)))
print("l2:", norm(x, 2))
print("linf:", np.max(np.abs(x)))
print("lp:", norm(x, p))`,
  );
}
