import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { isConstant } from '../../math/schedules';
import { factorInPython, stepInPython } from '../numpy-descent';
import { numpyProgram } from '../numpy-program';
import { readOptimizers } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { resolve } from './fit';
import { functionsOf } from './functions';
import type { SurfaceSettings } from './parameters';

/** A program that prints the run from the start with the optimizer that is shown: the iteration, both weights, the loss. */
export function numpy(given: SurfaceSettings): string {
  const p = resolve(given);
  const { read } = functionsOf(p.objective);
  const [x, y] = read.variables;
  const optimizer = readOptimizers(p.optimizer)[p.shownOptimizer];
  const schedule = parseSchedule(p.schedule);
  const isPlain = optimizer.name === 'gd' && isConstant(schedule);
  const frozen = p.frozen === 'none' ? '' : `\n    slope[${p.frozen === 'x' ? 0 : 1}] = 0  # this weight is frozen`;
  const step = isPlain ? 'slope' : 'factor(step - 1) * step_of(slope, step - 1)';
  return numpyProgram(
    toPython({ loss: read.value, by_first: read.gradient[0], by_second: read.gradient[1] }, [x, y]),
    ...(isPlain ? [] : [stepInPython(optimizer, 2), `iterations = ${p.iterations}\n\n${factorInPython(schedule)}`]),
    `weights = np.array(${pythonList(p.start.map(Number))}, dtype=float)
print(0, *weights, loss(*weights))
for step in range(1, ${p.iterations + 1}):
    slope = np.array([by_first(*weights), by_second(*weights)])${frozen}
    weights = weights - ${pythonNumber(p.learningRate)} * ${step}
    print(step, *weights, loss(*weights))`,
  );
}
