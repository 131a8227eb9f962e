import { parseObjective } from '../../formula';
import { pythonList, pythonNumber } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import { slopesInPython } from '../numpy-slopes';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { ratesOnScreen } from '../parameters/shown-rate';
import { groupsInTorch, torchDescent } from '../torch-descent';
import { isPlain, type LearningRateParameters } from './parameters';

/**
 * A program that prints the iterates, a line for each iteration and a number for each learning rate. Plain descent is NumPy's
 * alone; other optimizers and schedules are PyTorch's.
 */
export function numpy(p: LearningRateParameters): string {
  const { value, gradient, variable: w } = parseObjective(p.objective);
  const functions = slopesInPython(value, { gradient }, w);
  const start = `float(${pythonNumber(p.start)})`;
  if (!isPlain(p))
    return torchDescent({
      optimizer: readOptimizer(p.optimizer),
      schedule: parseSchedule(p.schedule),
      iterations: p.iterations,
      parts: [functions],
      ...groupsInTorch(ratesOnScreen(p), `torch.tensor(${start}, dtype=torch.float64)`),
      gradients: [
        'for weights in runs:',
        '    weights.grad = torch.tensor(gradient(weights.numpy()), dtype=torch.float64)',
      ],
      print: 'print(step, *[weights.item() for weights in runs])',
    });
  return numpyProgram(
    functions,
    `rates = np.array(${pythonList(ratesOnScreen(p))})
${w} = np.full(len(rates), ${start})
print(0, *${w})
for step in range(1, ${p.iterations + 1}):
    ${w} = ${w} - rates * gradient(${w})
    print(step, *${w})`,
  );
}
