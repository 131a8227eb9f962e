import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import { resolve } from './fit';
import { functionsOf } from './functions';
import type { SurfaceSettings } from './parameters';

/** A program that prints the run from the start by plain descent at a constant rate: the iteration, both weights, the loss. */
export function numpy(given: SurfaceSettings): string {
  const p = resolve(given);
  const { read } = functionsOf(p.objective);
  const [x, y] = read.variables;
  const frozen = p.frozen === 'none' ? '' : `\n    slope[${p.frozen === 'x' ? 0 : 1}] = 0  # this weight is frozen`;
  return numpyProgram(
    toPython({ loss: read.value, by_first: read.gradient[0], by_second: read.gradient[1] }, [x, y]),
    `weights = np.array(${pythonList(p.start.map(Number))}, dtype=float)
print(0, *weights, loss(*weights))
for step in range(1, ${p.iterations + 1}):
    slope = np.array([by_first(*weights), by_second(*weights)])${frozen}
    weights = weights - ${pythonNumber(p.learningRate)} * slope
    print(step, *weights, loss(*weights))`,
  );
}
