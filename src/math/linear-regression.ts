import { losses, type Loss } from './losses';
import { withoutRounding } from './least-squares';
import { dot, singularValues, type Rows } from './matrices';
import { scheduleFactor, type Schedule } from './schedules';

/** A line or plane through examples, ŷ = w·x + b, under a loss of the residual ŷ − y. */

export interface RegressionData {
  design: Rows;
  targets: readonly number[];
}

export interface LinearModel {
  w: number[];
  b: number;
}

export const REGRESSION_LOSSES = ['absolute', 'square', 'huber'] as const;
export type RegressionLoss = (typeof REGRESSION_LOSSES)[number];

/** `absolute`: |r|, with the subgradient 0 at r = 0; `square` and `huber` have a half. */
export const regressionLosses: Readonly<Record<RegressionLoss, Loss>> = {
  absolute: { value: Math.abs, slope: Math.sign },
  ...losses,
};

/** The bias as the weight of a column of ones, before the others. */
export const withOnes = (design: Rows): Rows => design.map((row) => [1, ...Array.from(row)]);

/** What the model says minus what is right, for each example. */
export const residualsOf = ({ design, targets }: RegressionData, { w, b }: LinearModel): number[] =>
  design.map((row, i) => dot(row, w) + b - targets[i]);

export const meanLoss = (data: RegressionData, loss: RegressionLoss, model: LinearModel): number =>
  residualsOf(data, model).reduce((sum, r) => sum + regressionLosses[loss].value(r), 0) / data.targets.length;

/** The mean loss's gradient, or one of its subgradients. */
export function regressionGradient(data: RegressionData, loss: RegressionLoss, model: LinearModel): LinearModel {
  const { design, targets } = data;
  const n = targets.length;
  const slopes = residualsOf(data, model).map(regressionLosses[loss].slope);
  return {
    w: model.w.map((_, j) => slopes.reduce((sum, slope, i) => sum + slope * design[i][j], 0) / n),
    b: slopes.reduce((sum, slope) => sum + slope, 0) / n,
  };
}

export interface RegressionTask {
  data: RegressionData;
  loss: RegressionLoss;
  start: LinearModel;
  learningRate: number;
  schedule: Schedule;
  iterations: number;
}

export interface RegressionRun extends LinearModel {
  /** The mean loss before the first step and after each; a run that diverged ends early. */
  losses: number[];
  /** The biases, and the first weights. */
  biases: number[];
  weights: number[];
  diverged: boolean;
}

/** A loss beyond this is that of a run that diverged. */
const BOUND = 1e12;

/** Descends on the mean loss from the start. */
export function descendRegression(task: RegressionTask): RegressionRun {
  const { data, loss, start, learningRate, schedule, iterations } = task;
  const { design, targets } = data;
  const { value, slope } = regressionLosses[loss];
  const n = targets.length;
  const w = [...start.w];
  let b = start.b;
  const run: RegressionRun = { w, b, losses: [], biases: [], weights: [], diverged: false };
  const gradient = new Float64Array(w.length);
  for (let k = 0; ; k++) {
    let [sum, byBias] = [0, 0];
    gradient.fill(0);
    for (let i = 0; i < n; i++) {
      const row = design[i];
      let r = b - targets[i];
      for (let j = 0; j < w.length; j++) r += row[j] * w[j];
      sum += value(r);
      const s = slope(r);
      byBias += s;
      for (let j = 0; j < w.length; j++) gradient[j] += s * row[j];
    }
    if (!(sum / n <= BOUND)) {
      run.diverged = true;
      break;
    }
    run.losses.push(sum / n);
    run.biases.push(b);
    run.weights.push(w[0]);
    if (k === iterations) break;
    const rate = (learningRate * scheduleFactor(schedule, k, iterations)) / n;
    for (let j = 0; j < w.length; j++) w[j] -= rate * gradient[j];
    b -= rate * byBias;
  }
  if (run.diverged) return Object.assign(run, { b });
  const [bias, ...weights] = withoutRounding([b, ...w], withOnes(design), targets);
  return { ...run, w: weights, b: bias };
}

/** The largest curvature of half the mean square, λ; no curvature of the mean Huber loss is larger. */
export const sharpest = (design: Rows): number => singularValues(withOnes(design))[0] ** 2 / design.length;

/** No subgradient of the mean absolute error is longer than this. */
export const longestSubgradient = ({ design }: RegressionData): number =>
  design.reduce((sum, row) => sum + Math.hypot(1, ...row), 0) / design.length;
