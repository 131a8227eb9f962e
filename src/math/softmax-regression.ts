import { softmax } from './activations';
import { outer, times, transposed, type Rows } from './matrices';

/** -ln of the probability of a class: finite, however unlikely the class is. */
export function crossEntropy(logits: readonly number[], label: number): number {
  const most = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - most), 0);
  return Math.log(sum) + (most - logits[label]);
}

/** One example through one layer with softmax and cross-entropy, and the gradient back. */
export interface SoftmaxPass {
  logits: number[];
  probabilities: number[];
  loss: number;
  /** dL/dz: the probabilities, less 1 at the label. */
  errors: number[];
  /** dL/dW, features x classes. */
  gradient: number[][];
}

/**
 * z = W'x, P = softmax(z), L = -ln P_c and dL/dw_ij = (P_j - [j = c]) x_i.
 *
 * @param weights features x classes
 */
export function softmaxPass(weights: Rows, input: readonly number[], label: number): SoftmaxPass {
  const logits = times(transposed(weights), input);
  const probabilities = softmax(logits);
  const errors = probabilities.map((probability, j) => (j === label ? probability - 1 : probability));
  return { logits, probabilities, loss: crossEntropy(logits, label), errors, gradient: outer(input, errors) };
}
