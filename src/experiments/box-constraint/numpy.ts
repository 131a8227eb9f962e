import { parseObjective } from '../../formula';
import { pythonNumber, toPython } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { BoxConstraintParameters } from './parameters';

/** A program that prints k, φ, θ and the projected θ, a line for each iteration. */
export function numpy({ objective, lower, upper, learningRate, start, iterations }: BoxConstraintParameters): string {
  const { gradient, variable } = parseObjective(objective);
  const [low, high, rate] = [lower, upper, learningRate].map(pythonNumber);
  return numpyProgram(
    toPython({ gradient }, variable),
    `def box(phi):
    small = np.exp(-abs(phi))  # never overflows
    near, far = small / (1 + small), 1 / (1 + small)
    theta = ${high} - (${high} - ${low}) * near if phi >= 0 else ${low} + (${high} - ${low}) * near
    return theta, (${high} - ${low}) * near * far

phi = ${pythonNumber(start)}
theta, slope = box(phi)
projected = theta
print(0, phi, theta, projected)
for step in range(1, ${iterations + 1}):
    phi = phi - ${rate} * gradient(theta) * slope
    theta, slope = box(phi)
    projected = np.clip(projected - ${rate} * gradient(projected), ${low}, ${high})
    print(step, phi, theta, projected)`,
  );
}
