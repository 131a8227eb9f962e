import { emitWGSL, parseObjective } from '../../formula';
import type { Part } from './program';

/** The objective's gradient as a part of a program, `fn gradient(theta: real) -> real`. */
export function gradientPart(objective: string): Part {
  const { gradient, variable } = parseObjective(objective);
  return { name: 'gradient of the objective', source: emitWGSL('gradient', [gradient], [variable]) };
}
