/** Every calibration run that is to measure the speed takes at least so long beyond the overhead. */
const MEASURABLE_MILLISECONDS = 10;
/** The least work that shows the overhead, and the work at which growing stops. */
const LEAST_WORK = 256;
const FIRST_WORK = 250_000;
const MOST_WORK = 64_000_000;

/** A task as far as its duration goes. */
export interface Load {
  /** Tasks of the same shape take about the same time. */
  shape: string;
  /** What an engine may have to prepare for, once. */
  objective: string;
  /** Iterates to be computed. */
  work: number;
}

/**
 * How long one engine takes for one kind of computation, in milliseconds: an overhead, a preparation for an objective
 * that it has not met, and a time per iterate. Where a task of the same shape was run before, that time is taken.
 */
export class Speed {
  private readonly met: Set<string>;
  private readonly durations = new Map<string, number>();

  /** @param objective the one that was met when the speed was measured */
  constructor(
    objective: string,
    private readonly overhead: number,
    private readonly preparation: number,
    private perIterate: number,
  ) {
    this.met = new Set([objective]);
  }

  estimate({ shape, objective, work }: Load): number {
    const preparation = this.met.has(objective) ? 0 : this.preparation;
    return this.durations.get(shape) ?? preparation + this.overhead + work * this.perIterate;
  }

  /** Takes in how long a task really took. */
  learn({ shape, objective, work }: Load, milliseconds: number): void {
    // The first time with an objective is no sign of how long it will take from now on.
    if (this.met.has(objective)) this.durations.set(shape, blend(this.durations.get(shape) ?? milliseconds, milliseconds));
    this.met.add(objective);
    if (milliseconds > 2 * (this.overhead + this.preparation)) {
      this.perIterate = blend(this.perIterate, (milliseconds - this.overhead) / work);
    }
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
export async function calibrate(objective: string, run: (work: number) => Promise<number>, now = () => performance.now()): Promise<Speed> {
  async function time(work: number): Promise<{ milliseconds: number; done: number }> {
    const began = now();
    const done = await run(work);
    return { milliseconds: now() - began, done };
  }
  const first = await time(LEAST_WORK);
  const second = await time(LEAST_WORK);
  let measured: { milliseconds: number; done: number };
  let work = FIRST_WORK;
  do {
    measured = await time(work);
    work *= 4;
  } while (measured.milliseconds - second.milliseconds < MEASURABLE_MILLISECONDS && work <= MOST_WORK);
  const beyond = Math.max(measured.milliseconds - second.milliseconds, 0.01);
  return new Speed(objective, second.milliseconds, Math.max(0, first.milliseconds - second.milliseconds), beyond / measured.done);
}
