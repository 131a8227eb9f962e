import { softmaxPass, type SoftmaxPass } from '../../math/softmax-regression';
import { parseOptimizer } from '../parameters/optimizer';
import type { SoftmaxUpdateParameters } from './parameters';

export interface SoftmaxUpdateResult {
  /** The values that it was computed from. */
  parameters: SoftmaxUpdateParameters;
  /** Before the update that is shown: z = W′x, one for each class. */
  logits: number[];
  /** The softmax of the logits. */
  probabilities: number[];
  /** The cross-entropy, −ln of the probability of the true class. */
  loss: number;
  /** The gradient of the loss by the weights: features × classes. */
  gradient: number[][];
  /** The weights after it. */
  updated: number[][];
  /** What they give for the same example. */
  after: { probabilities: number[]; loss: number };
}

/** One update, every number of it. */
export interface UpdateStep extends SoftmaxPass {
  weights: number[][];
  /** What the optimizer makes of the gradient; the update is the learning rate times this. */
  step: number[][];
  updated: number[][];
  after: SoftmaxPass;
}

export interface SoftmaxUpdateProblem {
  parameters: SoftmaxUpdateParameters;
  /** Update number k, from 1 on; those before it are made first. */
  stepAt(k: number): UpdateStep;
  result: SoftmaxUpdateResult;
}

/** What softmax divides: the powers of e once the greatest logit is taken off, and their sum. */
export function powersOf(logits: readonly number[]): { most: number; powers: number[]; sum: number } {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  return { most, powers, sum: powers.reduce((total, power) => total + power, 0) };
}

/** (1 − P) / P of a class, not by subtraction, which loses all digits where P is close to 1. */
export const oddsAgainst = (logits: readonly number[], label: number): number =>
  logits.reduce((sum, logit, j) => (j === label ? sum : sum + Math.exp(logit - logits[label])), 0);

/** Works out the updates up to the one that is shown; later ones when somebody asks for them. */
export function prepare(p: SoftmaxUpdateParameters): SoftmaxUpdateProblem {
  const optimizer = parseOptimizer(p.optimizer);
  const classes = p.weights[0].length;
  let state = optimizer.init(p.weights.flat());
  const steps: UpdateStep[] = [];
  const stepAt = (k: number): UpdateStep => {
    while (steps.length < k) {
      const last = steps.at(-1);
      const weights = last?.updated ?? p.weights.map((row) => [...row]);
      const pass = last?.after ?? softmaxPass(weights, p.input, p.label);
      const [flat, next] = optimizer.update(pass.gradient.flat(), state, steps.length);
      state = next;
      const step = weights.map((row, i) => row.map((_, j) => flat[i * classes + j]));
      const updated = weights.map((row, i) => row.map((weight, j) => weight - p.learningRate * step[i][j]));
      steps.push({ ...pass, weights, step, updated, after: softmaxPass(updated, p.input, p.label) });
    }
    return steps[k - 1];
  };
  const { logits, probabilities, loss, gradient, updated, after } = stepAt(p.step);
  return {
    parameters: p,
    stepAt,
    result: {
      parameters: p,
      logits,
      probabilities,
      loss,
      gradient,
      updated,
      after: { probabilities: after.probabilities, loss: after.loss },
    },
  };
}
