import { sigmoid, sigmoidSlope, softmax, softmaxJacobian, softplus } from '../../math/activations';
import type { ActivationsParameters } from './parameters';

export interface ActivationsResult {
  /** The values that it was computed from. */
  parameters: ActivationsParameters;
  /** The function at the point; of softmax, the probability of the moved logit. */
  value: number;
  /** Its derivative there; of softmax, by the moved logit. */
  derivative: number;
  /** The softmax of the logits. */
  probabilities: number[];
  /** How each probability (a row each) changes with each logit (a column each). */
  jacobian: number[][];
}

/** A function of one variable, with its derivative. */
export interface Curve {
  value: (x: number) => number;
  slope: (x: number) => number;
}

export interface ActivationsProblem {
  parameters: ActivationsParameters;
  /** The curves that are drawn: one, or the probability of each class over the moved logit. */
  curves: Curve[];
  /** Which of the curves the point is on. */
  main: number;
  /** Where the point is. */
  at: number;
  /** The range of x that shows where the curves bend. */
  bend: readonly [low: number, high: number];
  result: ActivationsResult;
}

/** How far from its middle a sigmoid is flat. */
const FLAT = 7;

/** The probabilities of all classes while one logit moves. */
function softmaxCurves(logits: readonly number[], moved: number): Curve[] {
  const at = (x: number) => softmax(logits.with(moved, x));
  return logits.map((_, i) => ({
    value: (x) => at(x)[i],
    slope: (x) => softmaxJacobian(at(x))[i][moved],
  }));
}

/** The log of the summed exponentials of the other logits: where the moved one has probability 1/2. */
function rivalOf(logits: readonly number[], moved: number): number {
  const others = logits.filter((_, i) => i !== moved);
  if (others.length === 0) return logits[moved];
  const largest = Math.max(...others);
  return largest + Math.log(others.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}

function curvesOf({ function: name, x, beta, logits, selectedLogit }: ActivationsParameters) {
  if (name === 'sigmoid')
    return { curves: [{ value: sigmoid, slope: sigmoidSlope }], main: 0, at: x, middle: 0, flat: FLAT };
  if (name === 'softplus') {
    const curve = { value: (at: number) => softplus(at, beta), slope: (at: number) => sigmoid(beta * at) };
    return { curves: [curve], main: 0, at: x, middle: 0, flat: Math.max(3, FLAT / beta) };
  }
  const main = selectedLogit - 1;
  return { curves: softmaxCurves(logits, main), main, at: logits[main], middle: rivalOf(logits, main), flat: FLAT };
}

/** Works out value and derivative at the point, and the softmax of the logits with its Jacobian. */
export function prepare(parameters: ActivationsParameters): ActivationsProblem {
  const probabilities = softmax(parameters.logits);
  const { curves, main, at, middle, flat } = curvesOf(parameters);
  return {
    parameters,
    curves,
    main,
    at,
    bend: [middle - flat, middle + flat],
    result: {
      parameters,
      value: curves[main].value(at),
      derivative: curves[main].slope(at),
      probabilities,
      jacobian: softmaxJacobian(probabilities),
    },
  };
}
