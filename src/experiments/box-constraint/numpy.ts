import { domainOf, parseObjective } from '../../formula';
import { pythonNumber, toPython } from '../../formula/python';
import { numpyProgram } from '../numpy-program';
import type { BoxConstraintParameters } from './parameters';

/** Where the function is no number it has no slope, whatever the formula of that gives. */
const HOLES = `def slope_of(theta):
    return np.nan if np.isnan(value(theta)) else gradient(theta)

`;

/** A program that prints k, φ, θ and the projected θ, a line for each iteration. */
export function numpy({ objective, lower, upper, learningRate, start, iterations }: BoxConstraintParameters): string {
  const { value, gradient, variable } = parseObjective(objective);
  const hasHoles = domainOf(value, variable) !== undefined;
  const slope = hasHoles ? 'slope_of' : 'gradient';
  const [low, high, rate] = [lower, upper, learningRate].map(pythonNumber);
  return numpyProgram(
    toPython({ ...(hasHoles && { value }), gradient }, variable),
    `${hasHoles ? HOLES : ''}def box(phi):
    small = np.exp(-abs(phi))  # never overflows
    near, far = small / (1 + small), 1 / (1 + small)
    theta = ${high} - (${high} - ${low}) * near if phi >= 0 else ${low} + (${high} - ${low}) * near
    return theta, (${high} - ${low}) * near * far

phi = ${pythonNumber(start)}
theta, slope = box(phi)
projected = theta
print(0, phi, theta, projected)
for step in range(1, ${iterations + 1}):
    phi = phi - ${rate} * ${slope}(theta) * slope
    theta, slope = box(phi)
    projected = np.clip(projected - ${rate} * ${slope}(projected), ${low}, ${high})
    print(step, phi, theta, projected)`,
  );
}
