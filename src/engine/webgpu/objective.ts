import { emitPairWGSL, emitWGSL, parseObjective } from '../../formula';
import type { Part } from './program';

/** The objective's gradient as a part of a program, `fn gradient(theta: real) -> real`. */
export function gradientPart(objective: string): Part {
  const { gradient, variable } = parseObjective(objective);
  return { name: 'gradient of the objective', source: emitWGSL('gradient', [gradient], [variable]) };
}

/** The gradient at two points at a time, `fn gradients(a: real, b: real) -> array<real, 2>`. */
export function gradientsPart(objective: string): Part {
  const { gradient, variable } = parseObjective(objective);
  return { name: 'gradient of the objective at two points', source: emitPairWGSL('gradients', gradient, variable) };
}
