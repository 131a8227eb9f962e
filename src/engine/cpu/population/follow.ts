import type { BlockFunction } from '../../../formula/compile';
import { eigenvaluesOf } from '../../../math/hessian';
import { rateLimit } from '../../../math/optimizers';
import { endingAfter, FOLLOWED, secondLook, type Landmarks } from '../../../math/outcomes';
import { numberOf } from '../../descend/endings';
import { lastFactor } from '../../population/objective';
import { placesOf } from '../../population';
import { BLOCK, DIVERGED, GOING, type Block } from './block';
import type { Functions } from './functions';
import type { PreparedPopulation } from './plan';

const TAIL = FOLLOWED + 1;
/** In a valley the least eigenvalue may be so much of the largest one below 0: its point is not known exactly. */
const FLAT = 0.01;

/** Tells what becomes of the runs of a block, by following them with k held at the last step's. */
export class Follower {
  /** By slot: the number of the ending. */
  readonly endings = new Uint16Array(BLOCK);
  private readonly tails: Float64Array;
  private readonly lengths = new Uint16Array(BLOCK);
  private readonly inside = new Float64Array(BLOCK);
  private readonly landmarks: Landmarks;
  private readonly variables: number;
  private readonly k: number;
  private readonly factor: number;

  constructor(
    private readonly task: PreparedPopulation,
    private readonly functions: Functions,
  ) {
    const { targets, elsewhere = [], level = [], tolerance, bound, iterations } = task;
    this.variables = task.gradient.variables;
    this.tails = new Float64Array(BLOCK * TAIL * this.variables);
    this.k = Math.max(0, iterations - 1);
    this.factor = lastFactor(task);
    this.landmarks = {
      variables: this.variables,
      minima: targets.flat(),
      elsewhere: elsewhere.flat(),
      level: level.flat(),
      tolerance,
      bound,
    };
  }

  /** Fills in the endings of a block whose last iteration is made; its runs are elsewhere then. */
  follow(block: Block): void {
    const places = placesOf(this.task);
    for (let slot = 0; slot < block.length; slot++) {
      if (block.fates[slot] !== GOING)
        this.endings[slot] = numberOf({ outcome: block.fates[slot] === DIVERGED ? 'diverged' : 'left' }, places);
    }
    const wandering = numberOf({ outcome: 'wandering' }, places);
    for (const judge of [endingAfter, secondLook]) {
      this.record(block);
      // From the last lane on: the one that takes a dropped lane's place is judged already.
      for (let lane = block.active - 1; lane >= 0; lane--) {
        const ending = numberOf(judge(this.tailOf(lane), this.landmarksAt(block.rates[lane])), places);
        this.endings[block.slots[lane]] = ending;
        if (ending !== wandering) block.drop(lane);
      }
    }
  }

  /** Makes the steps of the runs under way, and keeps the iterates up to where a run ends. */
  private record(block: Block): void {
    const { tails, lengths, variables, task, functions, inside } = this;
    if (block.active === 0) return;
    lengths.fill(TAIL, 0, block.active);
    for (let i = 0; i < TAIL; i++) {
      functions.domain?.evaluate(block.theta, [inside], block.active);
      for (let lane = 0; lane < block.active; lane++) {
        let isOver = functions.domain !== undefined && inside[lane] !== 1;
        for (let variable = 0; variable < variables; variable++) {
          const coordinate = block.theta[variable][lane];
          isOver ||= !(Math.abs(coordinate) <= task.bound);
          tails[(lane * TAIL + i) * variables + variable] = coordinate;
        }
        if (isOver) lengths[lane] = Math.min(lengths[lane], i);
      }
      if (i < FOLLOWED) block.follow(this.k);
    }
  }

  private tailOf(lane: number): Float64Array {
    const from = lane * TAIL * this.variables;
    return this.tails.subarray(from, from + this.lengths[lane] * this.variables);
  }

  private landmarksAt(learningRate: number): Landmarks {
    const { task } = this;
    const rate = learningRate * this.factor;
    return {
      ...this.landmarks,
      canHold: task.limits.map((limit) => !(rate > limit)),
      ...(task.valley && { isInValley: (point) => this.isInValley(point, rate) }),
    };
  }

  private isInValley(point: ArrayLike<number>, rate: number): boolean {
    const { task, functions, variables } = this;
    const at = (of: BlockFunction, numbers: number) => {
      const outputs = Array.from({ length: numbers }, () => new Float64Array(1));
      of.evaluate(
        Array.from({ length: variables }, (_, v) => Float64Array.of(point[v])),
        outputs,
        1,
      );
      return outputs.map(([value]) => value);
    };
    const [least, most] = eigenvaluesOf(at(functions.hessian!, task.hessian!.outputs.length));
    const slope = Math.hypot(...at(functions.gradient, variables));
    const limit = rateLimit(task.optimizer, most) ?? Infinity;
    return most > 0 && least >= -FLAT * most && slope <= task.tolerance * most && !(rate > limit);
  }
}
