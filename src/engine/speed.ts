import type { Cost } from './contract';

/** Every calibration run that is to measure the speed takes at least so long beyond the overhead. */
const MEASURABLE_MILLISECONDS = 10;
/** What has just been compiled gets quicker the more it runs: a measurement is repeated as long as it gains so much, and so often at most. */
const GAIN = 0.8;
const MOST_REPETITIONS = 4;
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
    this.durations.set(shape, blend(this.durations.get(shape) ?? milliseconds, milliseconds));
    if (work > 0 && milliseconds > 2 * this.overhead)
      this.perIterate = blend(this.perIterate, (milliseconds - this.overhead) / work);
  }

  private calculate({ work }: Cost): number {
    return this.overhead + work * this.perIterate;
  }
}

/** A geometric mean in which the past weighs three times the present: one odd measurement must not turn a choice round. */
function blend(past: number, present: number): number {
  return Math.exp((3 * Math.log(Math.max(past, 1e-12)) + Math.log(Math.max(present, 1e-12))) / 4);
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
  // The first run is not counted: workers start and programs are compiled.
  await run(LEAST_WORK);
  const overhead = (await time(LEAST_WORK)).milliseconds;
  let work = FIRST_WORK;
  for (;;) {
    let { milliseconds, done } = await time(work);
    for (let i = 0; i < MOST_REPETITIONS && milliseconds - overhead >= MEASURABLE_MILLISECONDS; i++) {
      const again = await time(work);
      const gains = again.milliseconds < GAIN * milliseconds;
      if (again.milliseconds < milliseconds) ({ milliseconds, done } = again);
      if (!gains) break;
    }
    const beyond = milliseconds - overhead;
    work *= 4;
    // An engine for which even the largest run is no effort counts as very quick, not as infinitely so.
    if (beyond >= MEASURABLE_MILLISECONDS || work > MOST_WORK)
      return new Speed(objective, overhead, Math.max(beyond, 0.01) / done);
  }
}
