import type { Cost } from './contract';

/** Every calibration run that is to measure the speed takes at least so long beyond the overhead. */
const MEASURABLE_MILLISECONDS = 10;
/**
 * A page that is being built holds up what it waits for, and what has just been compiled gets quicker the more it runs: the
 * quickest of so many runs counts, and of a few more as long as the last one gained so much.
 */
const REPETITIONS = 2;
const MOST_REPETITIONS = 5;
const GAIN = 0.8;
/** The more time was measured, the more a measurement weighs; what is past weighs as so many milliseconds at most. */
const CALIBRATED_MILLISECONDS = 50;
const MOST_MILLISECONDS = 1000;
/** The least work that shows the overhead, and the work at which growing stops. */
const LEAST_WORK = 256;
const FIRST_WORK = 250_000;
const MOST_WORK = 64_000_000;

/**
 * How long one engine takes for one kind of computation, in milliseconds: an overhead, a time per iterate, and a
 * preparation for an objective that it has not met, which is learned when that first happens. Where a task of the same
 * shape was run before, that time is taken.
 */
export class Speed {
  private readonly met: Set<string>;
  private readonly durations = new Map<string, number>();
  private preparation = 0;
  /** The time that `perIterate` comes from. */
  private measured = CALIBRATED_MILLISECONDS;

  /** @param objective the one that was met when the speed was measured */
  constructor(
    objective: string,
    private readonly overhead: number,
    private perIterate: number,
  ) {
    this.met = new Set([objective]);
  }

  estimate(cost: Cost): number {
    return (
      this.durations.get(cost.shape) ?? this.calculate(cost) + (this.met.has(cost.objective) ? 0 : this.preparation)
    );
  }

  /** Takes in how long a task really took. */
  learn(cost: Cost, milliseconds: number): void {
    const { shape, objective, work } = cost;
    if (!this.met.has(objective)) {
      // No sign of how long it will take from now on.
      this.met.add(objective);
      this.preparation = Math.max(0, milliseconds - this.calculate(cost));
      return;
    }
    this.durations.set(shape, blend(this.durations.get(shape) ?? milliseconds, milliseconds, 1 / 4));
    if (work > 0 && milliseconds > 2 * this.overhead) {
      const weight = milliseconds / (milliseconds + this.measured);
      this.perIterate = blend(this.perIterate, (milliseconds - this.overhead) / work, weight);
      this.measured = Math.min(this.measured + milliseconds, MOST_MILLISECONDS);
    }
  }

  private calculate({ work }: Cost): number {
    return this.overhead + work * this.perIterate;
  }
}

/** A geometric mean, in which one odd measurement does not turn a choice round. */
function blend(past: number, present: number, weight: number): number {
  return Math.exp((1 - weight) * Math.log(Math.max(past, 1e-12)) + weight * Math.log(Math.max(present, 1e-12)));
}

/**
 * Measures an engine's speed by running a task cut to different sizes.
 *
 * @param run computes about as many iterates as it is given, and resolves to how many they really were
 */
export async function calibrate(
  objective: string,
  run: (work: number) => Promise<number>,
  now = () => performance.now(),
): Promise<Speed> {
  async function time(work: number): Promise<{ milliseconds: number; done: number }> {
    const began = now();
    const done = await run(work);
    return { milliseconds: now() - began, done };
  }
  /** The quickest of several runs that take at least so long. */
  async function quickest(work: number, least: number): Promise<{ milliseconds: number; done: number }> {
    let best = await time(work);
    for (let i = 1; i <= MOST_REPETITIONS && best.milliseconds >= least; i++) {
      const again = await time(work);
      const gains = again.milliseconds < GAIN * best.milliseconds;
      if (again.milliseconds < best.milliseconds) best = again;
      if (i >= REPETITIONS && !gains) break;
    }
    return best;
  }
  // The first run is not counted: workers start and programs are compiled.
  await run(LEAST_WORK);
  const overhead = (await quickest(LEAST_WORK, 0)).milliseconds;
  let work = FIRST_WORK;
  for (;;) {
    const { milliseconds, done } = await quickest(work, overhead + MEASURABLE_MILLISECONDS);
    const beyond = milliseconds - overhead;
    work *= 4;
    // An engine for which even the largest run is no effort counts as very quick, not as infinitely so.
    if (beyond >= MEASURABLE_MILLISECONDS || work > MOST_WORK)
      return new Speed(objective, overhead, Math.max(beyond, 0.01) / done);
  }
}
