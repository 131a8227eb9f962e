import { stateFor, steppingAt, type State } from '../../../math/optimizers';
import { scheduleFactor } from '../../../math/schedules';
import { settlingTime } from '../../../math/settling-time';
import { variablesOf } from '../../population';
import type { Functions } from './functions';
import type { PreparedPopulation } from './plan';

/** As many runs as fit, with their states, into a processor's fast memory. */
export const BLOCK = 256;

/** Whether a run goes on, or how it has ended early. */
export const GOING = 0;
export const DIVERGED = 1;
export const LEFT = 2;

const NOWHERE = -1;

/**
 * Up to `BLOCK` runs that advance together. Each has a slot; those under way stand, packed, in the first `active` lanes.
 */
export class Block {
  /** By slot, once a run has ended: its last iterate, by variable. */
  readonly finals: Float64Array[];
  /** By slot: `GOING`, `DIVERGED` or `LEFT`. */
  readonly fates = new Uint8Array(BLOCK);
  /** By slot: after how many iterations it ended early, came to the target where it is, or into the valley. */
  readonly endTimes = new Float64Array(BLOCK);
  readonly arrivals = new Float64Array(BLOCK);
  readonly calms = new Float64Array(BLOCK);

  length = 0;
  active = 0;

  // By lane.
  readonly theta: Float64Array[];
  readonly slots = new Uint16Array(BLOCK);
  readonly rates = new Float64Array(BLOCK);
  private readonly gradient: Float64Array[];
  private readonly steps: Float64Array[];
  private readonly states: State[];
  private readonly inside = new Float64Array(BLOCK);
  /** What was so at the iterate before: which target the run was at, how far it was from the nearest, how large, how steep. */
  private readonly near = new Int16Array(BLOCK);
  private readonly distances = new Float64Array(BLOCK);
  private readonly sizes = new Float64Array(BLOCK);
  private readonly slopes = new Float64Array(BLOCK);
  private readonly packed: (Float64Array | Uint16Array | Int16Array)[];

  constructor(
    private readonly task: PreparedPopulation,
    private readonly functions: Functions,
  ) {
    const perVariable = () => Array.from({ length: variablesOf(task) }, () => new Float64Array(BLOCK));
    this.finals = perVariable();
    this.theta = perVariable();
    this.gradient = perVariable();
    this.steps = perVariable();
    this.states = this.theta.map(() => stateFor(task.optimizer, BLOCK));
    this.packed = [
      ...this.theta,
      ...this.gradient,
      ...this.states.flat(),
      this.inside,
      this.slots,
      this.rates,
      this.near,
      this.distances,
      this.sizes,
      this.slopes,
    ];
  }

  clear(): void {
    this.length = this.active = 0;
    for (const numbers of this.states.flat()) numbers.fill(0);
  }

  /** Adds a run before any is advanced. */
  add(start: readonly number[], rate: number): void {
    const lane = this.length++;
    this.active = this.length;
    start.forEach((coordinate, variable) => (this.theta[variable][lane] = coordinate));
    this.rates[lane] = rate;
    this.slots[lane] = lane;
    this.fates[lane] = GOING;
    this.near[lane] = NOWHERE;
    this.distances[lane] = this.sizes[lane] = this.slopes[lane] = Infinity;
    this.calms[lane] = this.arrivals[lane] = 0;
  }

  /** Looks at iterate number k: ends the runs that are beyond the bound or out of the domain, and notes who has come to a target. */
  look(k: number): void {
    const { functions, theta, gradient } = this;
    functions.gradient.evaluate(theta, gradient, this.active);
    functions.domain?.evaluate(theta, [this.inside], this.active);
    for (let lane = this.active - 1; lane >= 0; lane--) this.judge(lane, k);
  }

  /** Makes step number k, of gradients that `look` has left. */
  step(k: number): void {
    const { task, theta, gradient, steps, states, rates, active } = this;
    const factor = scheduleFactor(task.schedule, k, task.iterations);
    const stepping = steppingAt(task.optimizer, k);
    for (let variable = 0; variable < theta.length; variable++) {
      const [here, step] = [theta[variable], steps[variable]];
      stepping(gradient[variable], states[variable], step, active);
      for (let lane = 0; lane < active; lane++) here[lane] -= rates[lane] * factor * step[lane];
    }
  }

  /** Makes step k without a look at where runs are: gradients first. */
  follow(k: number): void {
    this.functions.gradient.evaluate(this.theta, this.gradient, this.active);
    this.step(k);
  }

  /** Takes a run out of those under way; the last lane's takes its place. */
  drop(lane: number): void {
    const last = --this.active;
    for (const numbers of this.packed) numbers[lane] = numbers[last];
  }

  /** Writes the iterates of the runs under way to `finals`. */
  keepFinals(): void {
    for (let lane = 0; lane < this.active; lane++) this.keepFinal(lane);
  }

  private judge(lane: number, k: number): void {
    const { task, theta, sizes, distances, slopes, gradient } = this;
    const slot = this.slots[lane];
    let size = 0;
    for (const coordinates of theta) size = Math.max(size, Math.abs(coordinates[lane]));
    if (!(size <= task.bound)) return this.end(lane, DIVERGED, settlingTime(k, sizes[lane], size, task.bound));
    if (this.functions.domain && this.inside[lane] !== 1) return this.end(lane, LEFT, k);
    let distance = Infinity;
    let near = NOWHERE;
    for (let target = 0; target < task.targets.length; target++) {
      const away = distanceTo(task.targets[target], theta, lane);
      if (away < distance) [distance, near] = [away, target];
    }
    if (!(distance <= task.tolerance)) near = NOWHERE;
    if (near !== this.near[lane]) {
      this.near[lane] = near;
      this.arrivals[slot] = settlingTime(k, distances[lane], distance, task.tolerance);
    }
    if (task.valley) {
      let slope = 0;
      for (const part of gradient) slope = Math.hypot(slope, part[lane]);
      if (!(slopes[lane] <= task.tolerance)) this.calms[slot] = settlingTime(k, slopes[lane], slope, task.tolerance);
      slopes[lane] = slope;
    }
    sizes[lane] = size;
    distances[lane] = distance;
  }

  private end(lane: number, fate: number, time: number): void {
    const slot = this.slots[lane];
    this.fates[slot] = fate;
    this.endTimes[slot] = time;
    this.keepFinal(lane);
    this.drop(lane);
  }

  private keepFinal(lane: number): void {
    this.theta.forEach((coordinates, variable) => (this.finals[variable][this.slots[lane]] = coordinates[lane]));
  }
}

function distanceTo(place: readonly number[], theta: readonly Float64Array[], lane: number): number {
  const first = theta[0][lane] - place[0];
  if (place.length === 1) return Math.abs(first);
  const second = theta[1][lane] - place[1];
  return Math.sqrt(first * first + second * second);
}
