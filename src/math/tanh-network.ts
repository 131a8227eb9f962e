import { normalAt } from './noise';

/** The stream of random numbers that beginnings are drawn from: see `STREAM_NOISE` in `noise.ts`. */
export const STREAM_WEIGHTS = 11;

/**
 * What became of a network in training. Solved: every prediction is close to its target at the end. Unsolved: it stayed
 * bounded, and is not. Diverged: its loss went beyond the bound.
 */
export const NETWORK_ENDINGS = ['solved', 'unsolved', 'diverged'] as const;
export type NetworkEnding = (typeof NETWORK_ENDINGS)[number];

/** Numbers of a hidden unit: two weights and a bias going in, one weight going out. */
export const PER_UNIT = 4;

/** The loss of what did not end otherwise is a mean over this many last iterates: it may be jumping. */
export const LAST = 32;

/** Two inputs and a target. */
export type Example = readonly number[];

/**
 * The beginning number `number` of a seed, of a network of one hidden layer of tanh units:
 *
 *     f(x) = sum over j of v_j tanh(w_j1 x1 + w_j2 x2 + b_j) + c
 *
 * Weights are normal with variance 1 / inputs of their layer, biases 0. A wider network begins with what a narrower one
 * has, but for the scale of v.
 *
 * @returns w_j1, w_j2, b_j and v_j of each unit, then c
 */
export function networkBeginning(seed: number, number: number, units: number): Float64Array {
  const theta = new Float64Array(PER_UNIT * units + 1);
  for (let j = 0; j < units; j++) {
    const weight = (i: number) => normalAt(seed, 3 * j + i, STREAM_WEIGHTS, number);
    theta[PER_UNIT * j] = weight(0) / Math.SQRT2;
    theta[PER_UNIT * j + 1] = weight(1) / Math.SQRT2;
    theta[PER_UNIT * j + 3] = weight(2) / Math.sqrt(units);
  }
  return theta;
}

/** What a network says of an input. */
export function networkOutput(theta: ArrayLike<number>, x1: number, x2: number): number {
  const end = theta.length - 1;
  let sum = theta[end];
  for (let j = 0; j < end; j += PER_UNIT)
    sum += theta[j + 3] * Math.tanh(theta[j] * x1 + theta[j + 1] * x2 + theta[j + 2]);
  return sum;
}

/** A step of full-batch descent on the mean square, in place; tells the loss and the largest error before it. */
export type NetworkStep = (
  theta: Float64Array,
  firstRate: number,
  secondRate: number,
) => { loss: number; worst: number };

/** Descent on the mean square over the points, for networks of this many units. */
export function networkStep(points: readonly Example[], units: number): NetworkStep {
  const count = points.length;
  const flat = Float64Array.from(points.flat());
  const end = PER_UNIT * units;
  const hidden = new Float64Array(units);
  const gradient = new Float64Array(end + 1);
  const before = { loss: 0, worst: 0 };
  return (theta, firstRate, secondRate) => {
    gradient.fill(0);
    let loss = 0;
    let worst = 0;
    for (let i = 0; i < 3 * count; i += 3) {
      const x1 = flat[i];
      const x2 = flat[i + 1];
      let error = theta[end] - flat[i + 2];
      for (let j = 0, at = 0; j < units; j++, at += PER_UNIT) {
        hidden[j] = Math.tanh(theta[at] * x1 + theta[at + 1] * x2 + theta[at + 2]);
        error += theta[at + 3] * hidden[j];
      }
      loss += error * error;
      worst = Math.max(worst, Math.abs(error));
      for (let j = 0, at = 0; j < units; j++, at += PER_UNIT) {
        const back = error * theta[at + 3] * (1 - hidden[j] * hidden[j]);
        gradient[at] += back * x1;
        gradient[at + 1] += back * x2;
        gradient[at + 2] += back;
        gradient[at + 3] += error * hidden[j];
      }
      gradient[end] += error;
    }
    const [first, second] = [(2 * firstRate) / count, (2 * secondRate) / count];
    for (let at = 0; at < end; at += PER_UNIT) {
      theta[at] -= first * gradient[at];
      theta[at + 1] -= first * gradient[at + 1];
      theta[at + 2] -= first * gradient[at + 2];
      theta[at + 3] -= second * gradient[at + 3];
    }
    theta[end] -= second * gradient[end];
    before.loss = loss / count;
    before.worst = worst;
    return before;
  };
}

/** How long a network is trained, and what it is told by. */
export interface TrainingLimits {
  iterations: number;
  /** Solved is a network whose every prediction is this close to its target at the end. */
  tolerance: number;
  /** Diverged is one whose loss exceeds this at any iterate. */
  bound: number;
}

/**
 * How a training ended: at which iteration, with its fraction, it was solved for good or diverged; or else with which loss,
 * the mean over the last iterates.
 */
export interface TrainedNetwork {
  ending: NetworkEnding;
  measure: number;
}

/**
 * The training of one network, in place.
 *
 * Where a quantity passes its limit between two iterates, the fraction of the iteration is interpolated, so that pictures have
 * smooth colours: the loss on a logarithmic scale, since it grows by factors, the largest error linearly.
 */
export class NetworkTraining {
  /** Iterates before this one were looked at. */
  #next = 0;
  #divergedAt = -1;
  #solvedAt = -1;
  #lastLoss = 0;
  #lastWorst = 0;
  #tail = 0;

  /** @param rates of the first and of the second layer */
  constructor(
    readonly step: NetworkStep,
    readonly theta: Float64Array,
    readonly rates: readonly [number, number],
    readonly limits: TrainingLimits,
  ) {}

  get isOver(): boolean {
    return this.#divergedAt >= 0 || this.#next > this.limits.iterations;
  }

  /** Looks at the iterates before number `end`, and makes the steps after them; none after the last. Returns how many those were. */
  advance(end: number): number {
    const { step, theta, limits } = this;
    const { iterations, tolerance, bound } = limits;
    const begin = this.#next;
    for (; this.#next < end && !this.isOver; this.#next++) {
      const k = this.#next;
      const [firstRate, secondRate] = k < iterations ? this.rates : [0, 0];
      const { loss, worst } = step(theta, firstRate, secondRate);
      // What is no number is beyond the bound, too.
      if (!(loss <= bound)) {
        const fraction = k > 0 ? Math.log(bound / this.#lastLoss) / Math.log(loss / this.#lastLoss) : 1;
        this.#divergedAt = Math.max(0, k - 1 + fraction);
        break;
      }
      if (worst > tolerance) this.#solvedAt = -1;
      else if (this.#solvedAt < 0)
        this.#solvedAt = k === 0 ? 0 : k - 1 + (this.#lastWorst - tolerance) / (this.#lastWorst - worst);
      if (k > iterations - LAST) this.#tail += loss;
      this.#lastLoss = loss;
      this.#lastWorst = worst;
    }
    return this.#next - begin;
  }

  /** How it ended. */
  get trained(): TrainedNetwork {
    if (this.#divergedAt >= 0) return { ending: 'diverged', measure: this.#divergedAt };
    if (this.#solvedAt >= 0) return { ending: 'solved', measure: this.#solvedAt };
    return { ending: 'unsolved', measure: this.#tail / Math.min(LAST, this.limits.iterations + 1) };
  }
}
