import { parseObjective } from '../../formula';
import { pythonList, pythonNumber, toPython } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { LearningRateParameters } from './parameters';

/** A program that prints the iterates, a line for each iteration and a number for each learning rate. */
export function numpy({ objective, learningRates, start, iterations }: LearningRateParameters): string {
  const { gradient, variable: w } = parseObjective(objective);
  return numpyProgram(
    toPython({ gradient }, w),
    `rates = np.array(${pythonList(learningRates)})
${w} = np.full(len(rates), float(${pythonNumber(start)}))
print(0, *${w})
for step in range(1, ${iterations + 1}):
    ${w} = ${w} - rates * gradient(${w})
    print(step, *${w})`,
  );
}
