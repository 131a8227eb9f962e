import type { FollowedRun } from '../../charts/landscape-data';
import type { Method } from './methods';
import type { WideMinimaProblem as Problem } from './problem';

/** The iterates of a run and the function's values there. */
export type Path = Record<'theta' | 'value', Float64Array>;

export function pathOf({ value }: Problem, iterates: ArrayLike<number>): Path {
  const theta = Float64Array.from(iterates);
  return { theta, value: theta.map(value) };
}

/** The run that is followed: its path so far, its next step, and under plain descent the factor that a step multiplies its distance to the minimum by. */
export function followed(
  problem: Problem,
  {
    followed: path,
    learningRate,
    method,
    every,
  }: { followed: Path; learningRate: number; method: Method; every: number },
  { frame, phase, isShown, hasFactor }: { frame: number; phase: number; isShown: boolean; hasFactor: boolean },
): FollowedRun | undefined {
  if (!isShown) return undefined;
  const { value, slopes, stationary } = problem;
  const { theta } = path;
  const now = Math.min(frame, theta.length - 1);
  const from = theta[Math.max(0, now - 1)];
  const here = from + phase * (theta[now] - from);
  const walked = { ...path, upTo: now, here: { theta: here, value: value(here) } };
  if (!method.isPlain) {
    // The next step depends on more than the place, so it is one that was made.
    const next = every === 1 ? theta[now + 1] : undefined;
    return { ...walked, ...(next !== undefined && { next: { theta: next, value: value(next) } }) };
  }
  const slope = new Float64Array(1);
  slopes.evaluate([Float64Array.of(theta[now])], [slope], 1);
  const next = theta[now] - learningRate * slope[0];
  // The minimum of the valley that it is in; in no valley, the curvature where it is.
  const extrema = stationary.filter(({ kind }) => kind !== 'saddle');
  const left = extrema.findLastIndex((point) => point.theta <= theta[now]);
  const near = [extrema[left], extrema[left + 1]].find((point) => point?.kind === 'minimum');
  const { theta: at, curvature } = near ?? { theta: theta[now], curvature: problem.curvature(theta[now]) };
  return {
    ...walked,
    next: { theta: next, value: value(next) },
    factor: hasFactor ? { value: 1 - learningRate * curvature, at } : undefined,
  };
}
