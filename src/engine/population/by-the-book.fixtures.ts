import { compileScalar } from '../../formula';
import { optimizerOf } from '../../math/optimizers';
import { endingByBoth, FOLLOWED_TWICE, type Ending } from '../../math/outcomes';
import { scheduleFactor } from '../../math/schedules';
import { limitsOf, objectiveOf } from './objective';
import type { PopulationTask } from './task';

export interface RunByTheBook {
  /** From the start to the last iteration, and those of the steps that it is followed for; up to where it leaves bound or domain. */
  iterates: number[][];
  ending: Ending;
  /** The first iteration of its stay at a target, or beyond the bound or outside of the domain; else the last. */
  date: number;
  final: number[];
}

/** Makes a run of a task by itself, straight from the words of the contract: one step after the other, in float64. */
export function runByTheBook(task: PopulationTask, start: readonly number[], rate: number): RunByTheBook {
  const { targets, elsewhere = [], level = [], tolerance, bound, iterations } = task;
  const objective = objectiveOf(task);
  const { variables, gradient, domain } = objective;
  const slopes = gradient.map((part) => compileScalar(part, variables));
  const inside = domain ? compileScalar(domain, variables) : () => 1;
  const optimizer = optimizerOf(task.optimizer.name, task.optimizer.coefficients);
  const isBeyond = (theta: readonly number[]) => !theta.every((coordinate) => Math.abs(coordinate) <= bound);
  const isOver = (theta: readonly number[]) => isBeyond(theta) || inside(...theta) !== 1;

  let theta = [...start];
  let state = optimizer.init(theta);
  const iterates = [theta];
  for (let k = 0; k < iterations + FOLLOWED_TWICE && !isOver(theta); k++) {
    const held = Math.min(k, Math.max(0, iterations - 1));
    const [step, next] = optimizer.update(
      slopes.map((slope) => slope(...theta)),
      state,
      held,
    );
    state = next;
    theta = theta.map((value, i) => value - rate * scheduleFactor(task.schedule, held, iterations) * step[i]);
    iterates.push(theta);
  }

  const end = iterates.length - 1;
  if (end <= iterations && isOver(iterates[end]))
    return { iterates, ending: { outcome: isBeyond(theta) ? 'diverged' : 'left' }, date: end, final: theta };
  const last = rate * scheduleFactor(task.schedule, Math.max(0, iterations - 1), iterations);
  const tail = iterates.slice(iterations).filter((point) => !isOver(point));
  const ending = endingByBoth(tail.flat(), {
    variables: variables.length,
    minima: targets.flat(),
    elsewhere: elsewhere.flat(),
    level: level.flat(),
    tolerance,
    bound,
    canHold: limitsOf(task, objective).map((limit) => last <= limit),
  });
  let date = iterations;
  const isAt = (k: number) => {
    const away = targets.map((target) => Math.hypot(...target.map((value, i) => iterates[k][i] - value)));
    return away[ending.place!] <= tolerance && away.every((other) => other >= away[ending.place!]);
  };
  if (ending.outcome === 'converged') while (date > 0 && isAt(date - 1)) date--;
  return { iterates, ending, date, final: iterates[iterations] };
}
