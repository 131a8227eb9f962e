import {
  domainOf,
  emitPairWGSL,
  emitWGSL,
  holdsBetween,
  numberNode,
  parseObjective,
  widestWhere,
  widestWithSmallExponents,
  type Exponentials,
  type Objective,
} from '../../formula';
import { keptLast } from '../../math/kept-last';
import type { DescendTask } from '../descend';
import type { Gpu } from './device';
import type { Part } from './program';
import type { Watched } from './descend/surroundings';

/** What was written last of each objective: while a rate is dragged, the same is asked for at every move. */
const gradientParts = keptLast<Objective, Part>();
const pairParts = keptLast<Objective, Part & Watched>();

/** The objective's gradient as a part of a program, `fn gradient(theta: real) -> real`. */
export function gradientPart(gpu: Gpu, objective: string): Part {
  const parsed = parseObjective(objective);
  const exponentials = exponentialsOf(gpu);
  return gradientParts(parsed, exponentials, () => ({
    name: 'gradient of the objective',
    source: emitWGSL('gradient', [parsed.gradient], [parsed.variable], exponentials),
  }));
}

/** Where the objective is defined, `fn inside(theta: real) -> real`, which is 1 there. */
export function domainPart(gpu: Gpu, objective: string): Part {
  const { value, variable } = parseObjective(objective);
  const domain = domainOf(value, variable) ?? numberNode(1);
  return { name: 'domain of the objective', source: emitWGSL('inside', [domain], [variable], exponentialsOf(gpu)) };
}

/**
 * The gradient at two points at a time, `fn gradients(a: real, b: real) -> array<real, 2>`, and the range in which it is
 * what `gradientPart` has, to the last bit. It is quicker where exponents need no limit; where that can be shown of a
 * range around a task's starts and minima, it is for that range, and else for all within the bound.
 */
export function gradientsPart(gpu: Gpu, task: DescendTask): Part & Watched {
  const exponentials = exponentialsOf(gpu);
  const { starts, minima, tolerance, bound } = task;
  const key = [exponentials, starts.low, starts.high, tolerance, bound, ...minima].join(' ');
  const objective = parseObjective(task.objective);
  return pairParts(objective, key, () => pairPart(objective, task, exponentials));
}

function pairPart(objective: Objective, task: DescendTask, exponentials: Exponentials): Part & Watched {
  const { gradient, variable } = objective;
  const { starts, minima, tolerance, bound } = task;
  const part = (exponentials: Exponentials, range: readonly [number, number]) => ({
    name: 'gradient of the objective at two points',
    source: emitPairWGSL('gradients', gradient, variable, exponentials),
    ...insideDomain(objective, task, range),
  });
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

/**
 * The part of a range that surely lies in the domain of the objective: around a minimum if there is one, else around an
 * end or the middle of the starts; nothing where that is not to be had.
 */
function insideDomain(
  { value, variable }: Objective,
  { minima, tolerance, starts }: DescendTask,
  [low, high]: readonly [number, number],
): Watched {
  const domain = domainOf(value, variable);
  if (!domain) return { low, high };
  const holds = holdsBetween(domain, variable);
  const seeds = [
    ...minima.map((m) => [m - tolerance, m + tolerance] as const),
    ...[starts.high, (starts.low + starts.high) / 2, starts.low].map((x) => [x, x] as const),
  ];
  const seed = seeds.find(([first, last]) => first >= low && last <= high && holds(first, last));
  if (!seed) return { low: 0, high: 0 };
  const [first, last] = widestWhere(holds, seed, [low, high]);
  return { low: first, high: last };
}

/** How powers of e are written for an adapter. */
export function exponentialsOf({ isFallback }: Gpu): Exponentials {
  return isFallback ? 'arithmetic' : 'built-in';
}
