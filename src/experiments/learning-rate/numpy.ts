import { parseObjective } from '../../formula';
import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { factorInPython, stepInPython } from '../numpy-descent';
import { numpyProgram } from '../numpy-program';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { isPlain, type LearningRateParameters } from './parameters';

/** A program that prints the iterates, a line for each iteration and a number for each learning rate. */
export function numpy(p: LearningRateParameters): string {
  const { gradient, variable: w } = parseObjective(p.objective);
  const functions = toPython({ gradient }, w);
  const begin = `rates = np.array(${pythonList(p.learningRates)})
${w} = np.full(len(rates), float(${pythonNumber(p.start)}))
print(0, *${w})`;
  if (isPlain(p))
    return numpyProgram(
      functions,
      `${begin}
for step in range(1, ${p.iterations + 1}):
    ${w} = ${w} - rates * gradient(${w})
    print(step, *${w})`,
    );
  return numpyProgram(
    functions,
    stepInPython(readOptimizer(p.optimizer), p.learningRates.length),
    `iterations = ${p.iterations}

${factorInPython(parseSchedule(p.schedule))}`,
    `${begin}
for step in range(iterations):
    ${w} = ${w} - rates * factor(step) * step_of(gradient(${w}), step)
    print(step + 1, *${w})`,
  );
}
