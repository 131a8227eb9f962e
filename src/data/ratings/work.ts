/** Long work in short steps; it says now and then which fraction is done. */
export type Work<T> = Generator<number, T>;

/** Ratings that are gone through between two steps: a millisecond or so. */
export const RATINGS_PER_STEP = 100_000;

/** Does all of it at once. */
export function finish<T>(work: Work<T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** Does a part of some longer work, which goes from one fraction of that to another. */
export function* share<T>(work: Work<T>, from: number, to: number): Work<T> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield from + (to - from) * step.value;
  return step.value;
}
