import { endingAfter, FOLLOWED, restingEnding, secondLook, type Ending, type Landmarks } from '../../../math/outcomes';
import { numberOf } from '../../descend/endings';
import { holdersAt } from '../../descend/stability';
import type { Functions } from '../gradient';
import { BLOCK, DIVERGED, GOING, type Block } from './block';
import type { PreparedDescend } from './plan';
import type { Zones } from './zones';

const TAIL = FOLLOWED + 1;

/**
 * Tells what becomes of the runs of a block, by following those for which it is not clear yet: clear are those that ended
 * early, and those near a minimum that surely keeps them.
 */
export class Follower {
  /** By slot: the number of the ending. */
  readonly endings = new Uint16Array(BLOCK);
  private readonly followed = new Uint16Array(BLOCK);
  private readonly theta = new Float64Array(BLOCK);
  private readonly slopes = new Float64Array(BLOCK);
  private readonly inside = new Float64Array(BLOCK);
  /** By followed run, one after the other: its tail. */
  private readonly tails = new Float64Array(BLOCK * TAIL);
  private readonly lengths = new Uint16Array(BLOCK);
  private readonly landmarks = new Map<number, Landmarks>();

  constructor(
    private readonly task: PreparedDescend,
    private readonly functions: Functions,
    private readonly zones: Zones,
  ) {}

  /** Fills in the endings of a block whose last iteration is made. */
  follow(block: Block): void {
    const { task, followed, theta } = this;
    let count = 0;
    for (let slot = 0; slot < block.length; slot++) {
      const minimum = this.zones.minimumOf(block.zones[slot]);
      const fate = block.fates[slot];
      if (fate !== GOING) this.set(slot, { outcome: fate === DIVERGED ? 'diverged' : 'left' });
      else if (minimum !== undefined && block.rates[slot] < task.stability[minimum].certain)
        this.endings[slot] = minimum;
      else {
        theta[count] = block.finals[slot];
        followed[count++] = slot;
      }
    }
    if (count > 0) this.record(block, count);
    let wandering = 0;
    for (let i = 0; i < count; i++) {
      const slot = followed[i];
      const ending = this.judge(block.rates[slot], i);
      this.set(slot, ending);
      if (ending.outcome !== 'wandering') continue;
      theta[wandering] = this.tails[i * TAIL + FOLLOWED];
      followed[wandering++] = slot;
    }
    if (wandering > 0) this.lookAgain(block, wandering);
  }

  /** Follows runs that fit no word yet for another tail. */
  private lookAgain(block: Block, count: number): void {
    this.record(block, count);
    for (let i = 0; i < count; i++) {
      const slot = this.followed[i];
      this.set(slot, secondLook(this.tailOf(i), this.landmarksAt(block.rates[slot])));
    }
  }

  /** Makes the steps of `count` runs, and keeps the iterates up to where a run ends. */
  private record(block: Block, count: number): void {
    const { theta, slopes, inside, tails, lengths, followed, functions, task } = this;
    lengths.fill(TAIL, 0, count);
    for (let k = 0; k < TAIL; k++) {
      functions.domain?.(theta, inside, count);
      functions.gradient(theta, slopes, count);
      for (let i = 0; i < count; i++) {
        const isOver = !(Math.abs(theta[i]) <= task.bound) || (functions.domain && inside[i] !== 1);
        if (isOver) lengths[i] = Math.min(lengths[i], k);
        tails[i * TAIL + k] = theta[i];
        theta[i] -= block.rates[followed[i]] * slopes[i];
      }
    }
  }

  private judge(rate: number, i: number): Ending {
    const landmarks = this.landmarksAt(rate);
    const tail = this.tailOf(i);
    return tail[1] === tail[0] ? restingEnding(tail[0], landmarks) : endingAfter(tail, landmarks);
  }

  private tailOf(i: number): Float64Array {
    return this.tails.subarray(i * TAIL, i * TAIL + this.lengths[i]);
  }

  private landmarksAt(rate: number): Landmarks {
    const { minima, elsewhere, level, tolerance, bound, stability } = this.task;
    let landmarks = this.landmarks.get(rate);
    if (!landmarks) {
      landmarks = { minima, elsewhere, level, tolerance, bound, canHold: holdersAt(rate, stability) };
      this.landmarks.set(rate, landmarks);
    }
    return landmarks;
  }

  private set(slot: number, ending: Ending): void {
    this.endings[slot] = numberOf(ending, this.task);
  }
}
