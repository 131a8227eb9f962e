import type { Functions } from '../gradient';
import type { Zones } from './zones';

/** As many runs as fit, with their slopes and zones, into a processor's fast memory. */
export const BLOCK = 512;

/**
 * After a few steps a run is compared with itself. If it is where it was, it will be there again after as many
 * steps: at a constant rate the next iterate depends on nothing but the last. That catches runs that do not change
 * any more, and cycles of 2, 4, 8 and 16.
 */
const PERIOD = 16;

/** Whether a run goes on, or how it has ended early. */
export const GOING = 0;
export const DIVERGED = 1;
export const LEFT = 2;

/**
 * Up to `BLOCK` runs of gradient descent that advance together: theta <- theta - rate * f'(theta).
 *
 * Each run lives in a slot. The runs that still change stand, packed, at the front of the working arrays; where they
 * end up is read by slot.
 */
export class Block {
  /** By slot, once `advance` is through: the last iterate, or the first one beyond the bound or outside of the domain. */
  readonly finals = new Float64Array(BLOCK);
  /** By slot: `GOING`, `DIVERGED` or `LEFT`. */
  readonly fates = new Uint8Array(BLOCK);
  /** By slot: the iteration at which the run entered the zone that it is in, went beyond the bound or left the domain. */
  readonly entries = new Uint32Array(BLOCK);
  /** By slot: the zone of the last iterate. */
  readonly zones = new Uint16Array(BLOCK);
  /** By slot: the learning rate. */
  readonly rates = new Float64Array(BLOCK);
  length = 0;

  // The runs under way, packed.
  private readonly theta = new Float64Array(BLOCK);
  private readonly rate = new Float64Array(BLOCK);
  private readonly inside = new Float64Array(BLOCK);
  private readonly slopes = new Float64Array(BLOCK);
  private readonly lows = new Float64Array(BLOCK);
  private readonly highs = new Float64Array(BLOCK);
  private readonly earlier = new Float64Array(BLOCK);
  private readonly slots = new Uint16Array(BLOCK);
  private active = 0;
  private iteration = 0;

  constructor(
    private readonly functions: Functions,
    private readonly line: Zones,
  ) {}

  /** Forgets all runs. */
  clear(): void {
    this.length = 0;
    this.iteration = 0;
  }

  /** Adds a run; its start is iterate 0. */
  add(start: number, rate: number): void {
    const slot = this.length++;
    const isBeyond = this.line.isBeyond(start);
    this.finals[slot] = start;
    this.rates[slot] = rate;
    this.entries[slot] = 0;
    this.fates[slot] = isBeyond ? DIVERGED : GOING;
    this.zones[slot] = isBeyond ? 0 : this.line.zoneOf(start);
  }

  /** Advances every run by `steps`; yields the share that is done every few steps, so that a caller can pause. */
  *advance(steps: number): Generator<number> {
    this.wake();
    const end = this.iteration + steps;
    // The odd steps come first: all that remains then is whole periods, and a run that repeats itself is through.
    let length = steps % PERIOD || PERIOD;
    while (this.iteration < end && this.active > 0) {
      this.earlier.set(this.theta.subarray(0, this.active));
      for (let i = 0; i < length; i++) this.step();
      this.pack(length, end - this.iteration);
      length = PERIOD;
      yield 1 - (end - this.iteration) / steps;
    }
    this.iteration = end;
    for (let i = 0; i < this.active; i++) this.finals[this.slots[i]] = this.theta[i];
    // The last iterate is looked at, too.
    if (this.functions.domain) this.leave();
  }

  private step(): void {
    const { theta, rate, slopes, lows, highs, active } = this;
    if (this.functions.domain) this.leave();
    this.iteration++;
    this.functions.gradient(theta, slopes, active);
    for (let i = 0; i < active; i++) {
      const next = theta[i] - rate[i] * slopes[i];
      theta[i] = next;
      // Written so that it also holds for what is no number.
      if (!(next > lows[i] && next < highs[i])) this.cross(i, next);
    }
  }

  /** Ends the runs that are outside of the domain. */
  private leave(): void {
    const { theta, inside, active } = this;
    this.functions.domain!(theta, inside, active);
    for (let i = 0; i < active; i++) if (inside[i] !== 1) this.end(i, LEFT, theta[i]);
  }

  private end(i: number, fate: typeof DIVERGED | typeof LEFT, theta: number): void {
    const slot = this.slots[i];
    if (this.fates[slot] !== GOING) return;
    this.fates[slot] = fate;
    this.finals[slot] = theta;
    this.entries[slot] = this.iteration;
  }

  /** An iterate is on the edge of its run's zone, or beyond it. */
  private cross(i: number, theta: number): void {
    if (this.line.isBeyond(theta)) return this.end(i, DIVERGED, theta);
    const slot = this.slots[i];
    const zone = this.line.zoneOf(theta);
    if (this.fates[slot] !== GOING || zone === this.zones[slot]) return;
    this.zones[slot] = zone;
    this.entries[slot] = this.iteration;
    this.lows[i] = this.line.lowOf(zone);
    this.highs[i] = this.line.highOf(zone);
  }

  /** Takes the runs that are through from the working arrays, after `length` steps and with `remaining` to go. */
  private pack(length: number, remaining: number): void {
    const { theta, rate, lows, highs, earlier, slots } = this;
    let kept = 0;
    for (let i = 0; i < this.active; i++) {
      const slot = slots[i];
      if (this.fates[slot] !== GOING) continue;
      if (length === PERIOD && Object.is(theta[i], earlier[i])) {
        // If it entered its zone within the period, it does so in each period, and the last one counts.
        if (this.entries[slot] > this.iteration - PERIOD) this.entries[slot] += remaining;
        this.finals[slot] = theta[i];
        continue;
      }
      theta[kept] = theta[i];
      rate[kept] = rate[i];
      lows[kept] = lows[i];
      highs[kept] = highs[i];
      slots[kept] = slot;
      kept++;
    }
    this.active = kept;
  }

  /** Puts every run that goes on into the working arrays. */
  private wake(): void {
    this.active = 0;
    for (let slot = 0; slot < this.length; slot++) {
      if (this.fates[slot] !== GOING) continue;
      const i = this.active++;
      this.theta[i] = this.finals[slot];
      this.rate[i] = this.rates[slot];
      this.lows[i] = this.line.lowOf(this.zones[slot]);
      this.highs[i] = this.line.highOf(this.zones[slot]);
      this.slots[i] = slot;
    }
  }
}
