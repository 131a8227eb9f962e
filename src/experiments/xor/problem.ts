import { networkBeginning, networkOutput, networkStep, PER_UNIT } from '../../math/tanh-network';
import { linearModel, meanSquare, predicted, type LinearModel } from './linear';
import type { XorParameters } from './parameters';

/** A prediction this close to its target solves a point. */
export const TOLERANCE = 0.25;

/** How many networks of a width solved the problem at a learning rate. */
export interface Solved {
  units: number;
  learningRate: number;
  networks: number;
  solved: number;
}

/** The seed's network where its training ended. */
export interface EndedNetwork {
  /** w₁, w₂ and the bias of each hidden unit. */
  hidden: number[][];
  /** The weight of each unit in the output, and the output’s bias. */
  output: number[];
  bias: number;
}

export interface XorResult {
  /** The values that it was computed from. */
  parameters: XorParameters;
  /** The best linear model, exactly. */
  minimizer: { w: number[]; b: number; loss: number };
  /** Whether no other linear model is as good. */
  isUnique: boolean;
  /** Where descent on the linear model ended; null with hidden units. */
  w: number[] | null;
  /** Its bias there; null with hidden units. */
  b: number | null;
  /** The seed's network with hidden units; null without. */
  network: EndedNetwork | null;
  /** The mean square where descent ended. */
  loss: number;
  /** What the model in hand predicts for the points, where descent ended. */
  predictions: number[];
  /** The first iteration at which the loss was beyond every bound. */
  diverged: number | null;
  /** The second derivatives of the linear model’s loss by w₁, w₂ and b. */
  hessian: number[][];
  /** Its eigenvalues in ascending order. */
  eigenvalues: number[];
  /** 2 / λmax: descent on the linear model converges for learning rates below it. */
  threshold: number;
  /** Networks with hidden units, by width and learning rate: complete once the picture `networks` is computed. */
  solved: Solved[];
}

/** Descent on the model in hand. */
export interface Descent {
  /** The loss of each iterate; a run that diverged ends early. */
  losses: number[];
  /** What the model says at an iterate. */
  at(iteration: number): (x1: number, x2: number) => number;
  /** The numbers of an iterate: w₁, w₂, b without hidden units. */
  theta(iteration: number): Float64Array;
}

export interface XorProblem {
  parameters: XorParameters;
  linear: LinearModel;
  descent: Descent;
  /** The loss beyond which a training has diverged. */
  bound: number;
  result: XorResult;
}

/** Works out the linear model, and descends on the model in hand. */
export function prepare(p: XorParameters): XorProblem {
  const { points, units } = p;
  const linear = linearModel(points);
  const bound =
    1e6 *
    Math.max(
      1,
      meanSquare(points, () => 0),
    );
  const descent = descend(p, bound);
  const { losses } = descent;
  const last = losses.length - 1;
  const theta = Array.from(descent.theta(last));
  return {
    parameters: p,
    linear,
    descent,
    bound,
    result: {
      parameters: p,
      minimizer: linear.minimizer,
      isUnique: linear.isUnique,
      w: units === 0 ? theta.slice(0, 2) : null,
      b: units === 0 ? theta[2] : null,
      network: units === 0 ? null : networkOf(theta),
      loss: losses[last],
      predictions: points.map(([x1, x2]) => descent.at(last)(x1, x2)),
      diverged: losses[last] <= bound ? null : last,
      hessian: linear.hessian,
      eigenvalues: linear.eigenvalues,
      threshold: linear.threshold,
      solved: [],
    },
  };
}

function networkOf(theta: readonly number[]): EndedNetwork {
  const units = Array.from({ length: (theta.length - 1) / PER_UNIT }, (_, j) =>
    theta.slice(PER_UNIT * j, PER_UNIT * (j + 1)),
  );
  return { hidden: units.map((unit) => unit.slice(0, 3)), output: units.map((unit) => unit[3]), bias: theta.at(-1)! };
}

/** The numbers that descent begins with: the seed's first network; the linear model has the weights of its first unit. */
export function beginningOf({ seed, units }: XorParameters): Float64Array {
  return units === 0 ? networkBeginning(seed, 0, 1).slice(0, 3) : networkBeginning(seed, 0, units);
}

function descend(p: XorParameters, bound: number): Descent {
  const { points, units, learningRate, iterations } = p;
  const step = units === 0 ? linearStep(points) : networkStep(points, units);
  const theta = beginningOf(p);
  const size = theta.length;
  const kept = new Float64Array((iterations + 1) * size);
  const losses: number[] = [];
  for (let k = 0; k <= iterations; k++) {
    kept.set(theta, k * size);
    losses.push(step(theta, learningRate, learningRate).loss);
    if (!(losses[k] <= bound)) break;
  }
  const at = (iteration: number) => {
    const k = Math.min(iteration, losses.length - 1);
    return kept.subarray(k * size, (k + 1) * size);
  };
  return {
    losses,
    theta: at,
    at: (iteration) => {
      const theta = at(iteration);
      return (x1, x2) => (units === 0 ? predicted(theta, x1, x2) : networkOutput(theta, x1, x2));
    },
  };
}

/** A step of the linear model, as `networkStep` makes one of a network. */
function linearStep(points: readonly (readonly number[])[]) {
  return (theta: Float64Array, rate: number) => {
    const errors = points.map(([x1, x2, y]) => predicted(theta, x1, x2) - y);
    const scale = (2 * rate) / points.length;
    points.forEach(([x1, x2], i) => {
      theta[0] -= scale * errors[i] * x1;
      theta[1] -= scale * errors[i] * x2;
      theta[2] -= scale * errors[i];
    });
    return { loss: errors.reduce((sum, error) => sum + error * error, 0) / points.length };
  };
}
