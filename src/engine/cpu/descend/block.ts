import type { Zones } from './zones';

/** f' at many points: writes `slopes[i]` for each of the first `length` `points`. */
export type Gradient = (points: Float64Array, slopes: Float64Array, length: number) => void;

/** As many runs as fit, with their slopes and zones, into a processor's fast memory. */
export const BLOCK = 512;

/**
 * After so many steps a run is compared with itself. If it is where it was, it will be there again after every so many
 * steps: at a constant rate the next iterate depends on nothing but the last. That catches runs that do not change
 * any more, and cycles of 2, 4, 8 and 16.
 */
const PERIOD = 16;

/**
 * Up to `BLOCK` runs of gradient descent that advance together: theta <- theta - rate * f'(theta).
 *
 * Each run lives in a slot. The runs that still change stand, packed, at the front of the working arrays; where they
 * end up is read by slot.
 */
export class Block {
  /** By slot, once `advance` is through: the last iterate, or the first one beyond the bound. */
  readonly finals = new Float64Array(BLOCK);
  /** By slot: the outcome, numbered as the contract says. */
  readonly outcomes = new Uint8Array(BLOCK);
  /** By slot: the iteration at which the run entered the zone that it is in, or went beyond the bound. */
  readonly entries = new Uint32Array(BLOCK);
  length = 0;

  /** By slot: the zone of the last iterate. */
  private readonly zoneBySlot = new Uint16Array(BLOCK);
  private readonly rateBySlot = new Float64Array(BLOCK);
  private readonly diverged = new Uint8Array(BLOCK);

  // The runs under way, packed.
  private readonly theta = new Float64Array(BLOCK);
  private readonly rates = new Float64Array(BLOCK);
  private readonly slopes = new Float64Array(BLOCK);
  private readonly lows = new Float64Array(BLOCK);
  private readonly highs = new Float64Array(BLOCK);
  private readonly earlier = new Float64Array(BLOCK);
  private readonly slots = new Uint16Array(BLOCK);
  private active = 0;
  private iteration = 0;

  constructor(
    private readonly gradient: Gradient,
    private readonly zones: Zones,
  ) {}

  /** Forgets all runs. */
  clear(): void {
    this.length = 0;
    this.iteration = 0;
  }

  /** Adds a run; its start is iterate 0. */
  add(start: number, rate: number): void {
    const slot = this.length++;
    this.finals[slot] = start;
    this.rateBySlot[slot] = rate;
    this.entries[slot] = 0;
    this.diverged[slot] = this.zones.isBeyond(start) ? 1 : 0;
    this.zoneBySlot[slot] = this.diverged[slot] ? 0 : this.zones.zoneOf(start);
    this.settle(slot);
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
    for (let i = 0; i < this.active; i++) this.sleep(i);
    this.iteration = end;
  }

  private step(): void {
    const { theta, rates, slopes, lows, highs, active } = this;
    this.iteration++;
    this.gradient(theta, slopes, active);
    for (let i = 0; i < active; i++) {
      const next = theta[i] - rates[i] * slopes[i];
      theta[i] = next;
      // Written so that it also holds for what is no number.
      if (!(next > lows[i] && next < highs[i])) this.cross(i, next);
    }
  }

  /** An iterate is on the edge of its run's zone, or beyond it. */
  private cross(i: number, theta: number): void {
    const slot = this.slots[i];
    if (this.diverged[slot]) return;
    if (this.zones.isBeyond(theta)) {
      this.diverged[slot] = 1;
      this.finals[slot] = theta;
      this.entries[slot] = this.iteration;
      return;
    }
    const zone = this.zones.zoneOf(theta);
    if (zone === this.zoneBySlot[slot]) return;
    this.zoneBySlot[slot] = zone;
    this.entries[slot] = this.iteration;
    this.lows[i] = this.zones.lowOf(zone);
    this.highs[i] = this.zones.highOf(zone);
  }

  /** Takes the runs that are through from the working arrays, after `length` steps and with `remaining` to go. */
  private pack(length: number, remaining: number): void {
    const { theta, rates, lows, highs, earlier, slots } = this;
    let kept = 0;
    for (let i = 0; i < this.active; i++) {
      const slot = slots[i];
      if (this.diverged[slot]) {
        this.settle(slot);
      } else if (length === PERIOD && Object.is(theta[i], earlier[i])) {
        // If it entered its zone within the period, it does so in each period, and the last one counts.
        if (this.entries[slot] > this.iteration - PERIOD) this.entries[slot] += remaining;
        this.sleep(i);
      } else {
        theta[kept] = theta[i];
        rates[kept] = rates[i];
        lows[kept] = lows[i];
        highs[kept] = highs[i];
        slots[kept] = slot;
        kept++;
      }
    }
    this.active = kept;
  }

  private sleep(i: number): void {
    this.finals[this.slots[i]] = this.theta[i];
    this.settle(this.slots[i]);
  }

  private settle(slot: number): void {
    this.outcomes[slot] = this.diverged[slot] ? this.zones.minima + 1 : this.zones.outcomeOf(this.zoneBySlot[slot]);
  }

  /** Puts every run that did not diverge into the working arrays. */
  private wake(): void {
    this.active = 0;
    for (let slot = 0; slot < this.length; slot++) {
      if (this.diverged[slot]) continue;
      const i = this.active++;
      this.theta[i] = this.finals[slot];
      this.rates[i] = this.rateBySlot[slot];
      this.lows[i] = this.zones.lowOf(this.zoneBySlot[slot]);
      this.highs[i] = this.zones.highOf(this.zoneBySlot[slot]);
      this.slots[i] = slot;
    }
  }
}
