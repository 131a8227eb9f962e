import { emitPairWGSL, emitWGSL, parseObjective, widestWithSmallExponents, type Exponentials } from '../../formula';
import type { DescendTask } from '../descend';
import type { Gpu } from './device';
import type { Part } from './program';
import type { Watched } from './descend/surroundings';

/** The objective's gradient as a part of a program, `fn gradient(theta: real) -> real`. */
export function gradientPart(gpu: Gpu, objective: string): Part {
  const { gradient, variable } = parseObjective(objective);
  return {
    name: 'gradient of the objective',
    source: emitWGSL('gradient', [gradient], [variable], exponentialsOf(gpu)),
  };
}

/**
 * The gradient at two points at a time, `fn gradients(a: real, b: real) -> array<real, 2>`, and the range in which it is
 * what `gradientPart` has, to the last bit. It is quicker where exponents need no limit; where that can be shown of a
 * range around a task's starts and minima, it is for that range, and else for all within the bound.
 */
export function gradientsPart(gpu: Gpu, { objective, starts, minima, tolerance, bound }: DescendTask): Part & Watched {
  const { gradient, variable } = parseObjective(objective);
  const part = (exponentials: Exponentials, [low, high]: readonly [number, number]) => ({
    name: 'gradient of the objective at two points',
    source: emitPairWGSL('gradients', gradient, variable, exponentials),
    low,
    high,
  });
  const exponentials = exponentialsOf(gpu);
  if (exponentials === 'arithmetic') {
    const lived = [
      Math.min(starts.low, ...minima.map((m) => m - tolerance)),
      Math.max(starts.high, ...minima.map((m) => m + tolerance)),
    ] as const;
    const range = widestWithSmallExponents(gradient, variable, lived, bound);
    if (range) return part('unlimited arithmetic', range);
  }
  return part(exponentials, [-bound, bound]);
}

function exponentialsOf({ isFallback }: Gpu): Exponentials {
  return isFallback ? 'arithmetic' : 'built-in';
}
