import type { LinearOperator } from '../math/gradient-descent';
import { conv1d } from './conv1d';
import type { Engine, RunOptions } from './contract';

/**
 * The matrix of a convolution as an object whose products an engine computes: it answers later, and is otherwise used
 * as `Conv1d` and the dense matrix are.
 *
 * @param taps the filter, r numbers
 * @param length n: `apply` takes n numbers and gives n - r + 1, `transpose.apply` the other way round
 * @throws {RangeError} from its methods, for vectors of another length
 * @example
 * const A = operatorOn(chooseEngine('webgpu'), [0.5, -1, 0.25], 8);
 * await A.transpose.apply(await A.apply(x)); // 8 numbers
 */
export function operatorOn(
  engine: Engine,
  taps: ArrayLike<number>,
  length: number,
  options?: RunOptions,
): LinearOperator {
  const filter = Float64Array.from(taps);
  const rows = length - taps.length + 1;
  const applied = (transpose: boolean, size: number) => async (input: Float64Array) => {
    if (input.length !== size)
      throw new RangeError(`${transpose ? 'y' : 'x'} has ${input.length} numbers; it takes ${size}`);
    return (await engine.run(conv1d, { taps: filter, input, transpose, repeats: 1 }, options)).output;
  };
  return { apply: applied(false, length), transpose: { apply: applied(true, rows) } };
}
