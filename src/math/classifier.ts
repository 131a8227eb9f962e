import type { Activation } from './layer-activations';
import type { Optimizer } from './optimizers';
import { threefry, unitInterval } from './random';
import { softmax } from './activations';
import { crossEntropy } from './softmax-regression';

/** A point of the plane with its class, counted from 0. */
export interface LabelledPoint {
  x: number;
  y: number;
  label: number;
}

/** The hidden layer of a classifier, where it has one. */
export interface HiddenLayer {
  units: number;
  activation: Activation;
}

/** One purpose of random numbers: the weights that training begins with. See `STREAM_STARTS` in `starts.ts`. */
const STREAM_WEIGHTS = 10;

/**
 * A classifier of points in the plane: softmax of an affine map, with a hidden layer before it or without. All its weights
 * stand in one array: of each hidden unit those of x, of y and of 1, then of each class those of its inputs and of 1.
 */
export class Classifier {
  readonly size: number;
  readonly #inputs: number;
  readonly #hiddenSize: number;

  constructor(
    readonly classes: number,
    readonly hidden?: HiddenLayer,
  ) {
    this.#inputs = hidden?.units ?? 2;
    this.#hiddenSize = hidden ? 3 * hidden.units : 0;
    this.size = this.#hiddenSize + classes * (this.#inputs + 1);
  }

  /**
   * The weights that training begins with: 0 without a hidden layer, as there is only one minimum then. With one they are
   * drawn evenly, by Glorot and Bengio's range, or all units would stay the same.
   */
  start(seed: number): Float64Array {
    const theta = new Float64Array(this.size);
    if (!this.hidden) return theta;
    const { units } = this.hidden;
    const draw = (from: number, to: number, inputs: number, outputs: number) => {
      const reach = Math.sqrt(6 / (inputs + outputs));
      for (let i = from; i < to; i++)
        theta[i] = reach * (2 * unitInterval(threefry([seed, STREAM_WEIGHTS], [i, 0])[0]) - 1);
    };
    draw(0, this.#hiddenSize, 2, units);
    draw(this.#hiddenSize, this.size, units, this.classes);
    return theta;
  }

  /** The logits at a point. */
  logits(theta: Float64Array, x: number, y: number, into: number[] = []): number[] {
    const { classes, hidden } = this;
    let at = this.#hiddenSize;
    for (let j = 0; j < classes; j++) {
      let logit = 0;
      if (!hidden) logit = theta[at++] * x + theta[at++] * y;
      else
        for (let h = 0; h < hidden.units; h++)
          logit += theta[at++] * hidden.activation.value(theta[3 * h] * x + theta[3 * h + 1] * y + theta[3 * h + 2]);
      into[j] = logit + theta[at++];
    }
    return into;
  }

  /** The mean cross-entropy over the points, how many of them have the greatest logit at their label, and the gradient. */
  pass(theta: Float64Array, points: readonly LabelledPoint[]) {
    const { classes, hidden } = this;
    const inputs = this.#inputs;
    const gradient = new Float64Array(this.size);
    let [loss, correct] = [0, 0];
    const input = new Float64Array(inputs);
    const [sums, back] = [new Float64Array(inputs), new Float64Array(inputs)];
    for (const { x, y, label } of points) {
      if (hidden)
        for (let h = 0; h < inputs; h++) {
          sums[h] = theta[3 * h] * x + theta[3 * h + 1] * y + theta[3 * h + 2];
          input[h] = hidden.activation.value(sums[h]);
        }
      else input.set([x, y]);
      const logits = Array.from({ length: classes }, (_, j) => {
        const row = this.#hiddenSize + j * (inputs + 1);
        return input.reduce((sum, value, h) => sum + value * theta[row + h], theta[row + inputs]);
      });
      loss += crossEntropy(logits, label) / points.length;
      if (logits.every((logit, j) => j === label || logit < logits[label])) correct++;
      back.fill(0);
      softmax(logits).forEach((probability, j) => {
        const error = (probability - (j === label ? 1 : 0)) / points.length;
        const row = this.#hiddenSize + j * (inputs + 1);
        for (let h = 0; h < inputs; h++) {
          gradient[row + h] += error * input[h];
          back[h] += error * theta[row + h];
        }
        gradient[row + inputs] += error;
      });
      if (!hidden) continue;
      for (let h = 0; h < inputs; h++) {
        const slope = hidden.activation.slope(sums[h], input[h]);
        gradient[3 * h] += back[h] * slope * x;
        gradient[3 * h + 1] += back[h] * slope * y;
        gradient[3 * h + 2] += back[h] * slope;
      }
    }
    return { loss, correct, gradient };
  }
}

/** A classifier's training, iteration by iteration: what was asked for is computed once, and nothing before it is asked for. */
export class Training {
  readonly losses: number[] = [];
  /** How many points are classified right. */
  readonly correct: number[] = [];
  readonly #thetas: Float64Array[];
  #state: unknown;

  constructor(
    readonly classifier: Classifier,
    readonly points: readonly LabelledPoint[],
    readonly optimizer: Optimizer<unknown>,
    readonly learningRate: number,
    seed: number,
  ) {
    const theta = classifier.start(seed);
    this.#thetas = [theta];
    this.#state = optimizer.init(theta);
  }

  /** The weights after k iterations; `losses` and `correct` are known up to there. */
  at(k: number): Float64Array {
    while (this.losses.length <= k) {
      const i = this.losses.length;
      const theta = this.#thetas[i];
      const { loss, correct, gradient } = this.classifier.pass(theta, this.points);
      this.losses.push(loss);
      this.correct.push(correct);
      const [step, state] = this.optimizer.update(gradient, this.#state as never, i);
      this.#state = state;
      this.#thetas.push(theta.map((value, j) => value - this.learningRate * step[j]));
    }
    return this.#thetas[k];
  }
}
