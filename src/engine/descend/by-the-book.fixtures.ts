import { compileScalar, domainOf, parseObjective } from '../../formula';
import { endingByBoth, FOLLOWED_TWICE, type Ending } from '../../math/outcomes';
import { holdersAt, stabilityOf } from './stability';
import type { DescendTask } from './task';

export interface RunByTheBook {
  /** From the start to the last iteration, and those of the steps that it is followed for; no number behind the domain's end. */
  iterates: number[];
  ending: Ending;
  /** As in the contract. */
  date: number;
  final: number;
}

/** Makes runs of a task by themselves, straight from the words of the contract: one step after the other, in float64. */
export function runByTheBook(task: DescendTask): (start: number, rate: number) => RunByTheBook {
  const { minima, elsewhere, level, tolerance, bound, iterations } = task;
  const objective = parseObjective(task.objective);
  const { variable, value } = objective;
  const gradient = compileScalar(objective.gradient, [variable]);
  const domain = domainOf(value, variable);
  const inside = domain ? compileScalar(domain, [variable]) : () => 1;
  const stability = stabilityOf(objective, task);

  const isNear = (theta: number, m: number) => {
    const distance = Math.abs(theta - minima[m]);
    return distance <= tolerance && minima.every((other) => Math.abs(theta - other) >= distance);
  };

  const judge = (iterates: readonly number[], rate: number): { ending: Ending; date: number } => {
    const beyond = iterates.findIndex((theta) => Math.abs(theta) > bound);
    const left = iterates.findIndex((theta) => inside(theta) !== 1);
    const isFirst = (one: number, other: number) => one >= 0 && one <= iterations && (other < 0 || one <= other);
    if (isFirst(beyond, left)) return { ending: { outcome: 'diverged' }, date: beyond };
    if (isFirst(left, beyond)) return { ending: { outcome: 'left' }, date: left };
    const landmarks = { minima, elsewhere, level, tolerance, bound, canHold: holdersAt(rate, stability) };
    const ends = [beyond, left].filter((k) => k >= 0);
    const ending = endingByBoth(iterates.slice(iterations, Math.min(...ends, iterates.length)), landmarks);
    let date = iterations;
    if (ending.outcome === 'converged') while (date > 0 && isNear(iterates[date - 1], ending.place!)) date--;
    return { ending, date };
  };

  return (start, rate) => {
    let theta = start;
    const iterates = Array.from({ length: iterations + FOLLOWED_TWICE + 1 }, () => {
      const here = theta;
      theta = inside(here) === 1 ? here - rate * gradient(here) : NaN;
      return here;
    });
    const { ending, date } = judge(iterates, rate);
    const hasEnded = ending.outcome === 'diverged' || ending.outcome === 'left';
    return { iterates, ending, date, final: iterates[hasEnded ? date : iterations] };
  };
}
