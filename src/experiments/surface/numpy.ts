import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { isPlainDescent } from '../../math/schedules';
import { numpyProgram } from '../numpy-program';
import { slopesInPython } from '../numpy-slopes';
import { readOptimizers } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { torchDescent } from '../torch-descent';
import { resolve } from './fit';
import { functionsOf } from './functions';
import type { SurfaceSettings } from './parameters';

/**
 * A program that prints the run from the start with the optimizer that is shown: the iteration, both weights, the loss. Plain
 * descent is NumPy's alone; other optimizers and schedules are PyTorch's.
 */
export function numpy(given: SurfaceSettings): string {
  const p = resolve(given);
  const { read } = functionsOf(p.objective);
  const [x, y] = read.variables;
  const optimizer = readOptimizers(p.optimizer)[p.shownOptimizer];
  const schedule = parseSchedule(p.schedule);
  const [by_first, by_second] = read.gradient;
  const functions = [
    toPython({ loss: read.value }, [x, y]),
    slopesInPython(read.value, { by_first, by_second }, [x, y]),
  ];
  const frozen = p.frozen === 'none' ? [] : [`slope[${p.frozen === 'x' ? 0 : 1}] = 0  # this weight is frozen`];
  const start = pythonList(p.start.map(Number));
  if (!isPlainDescent(optimizer, schedule))
    return torchDescent({
      optimizer,
      schedule,
      iterations: p.iterations,
      parts: functions,
      begin: `weights = torch.tensor(${start}, dtype=torch.float64)`,
      moved: '[weights]',
      learningRate: p.learningRate,
      gradients: [
        'at = weights.numpy()',
        'slope = np.array([by_first(*at), by_second(*at)])',
        ...frozen,
        'weights.grad = torch.from_numpy(slope)',
      ],
      print: 'print(step, *weights.tolist(), loss(*weights.numpy()))',
    });
  return numpyProgram(
    ...functions,
    `weights = np.array(${start}, dtype=float)
print(0, *weights, loss(*weights))
for step in range(1, ${p.iterations + 1}):
    slope = np.array([by_first(*weights), by_second(*weights)])${frozen.map((line) => `\n    ${line}`).join('')}
    weights = weights - ${pythonNumber(p.learningRate)} * slope
    print(step, *weights, loss(*weights))`,
  );
}
