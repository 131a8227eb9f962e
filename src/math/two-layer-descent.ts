import type { Activation } from './layer-activations';

/**
 * Descent on two layers of one weight each: y = w2 a(w1 x) is to be 1 where x is 1, and L = (w2 a(w1) - 1)^2 / 2.
 * Without an activation the function is that of a single layer with the weight w2 w1; its loss is a parabola, this one is not.
 */
export interface TwoLayerTask {
  activation: Activation;
  learningRate: number;
  iterations: number;
}

/** Where starts lie evenly over a square around 0, at the middles of its cells. */
export interface StartGrid {
  reach: number;
  count: number;
}

/** A start's coordinate, by its column or row. */
const placeOf = ({ reach, count }: StartGrid, i: number) => reach * ((2 * i + 1) / count - 1);

/** What became of a run. */
export const TWO_LAYER_OUTCOMES = ['positive', 'negative', 'still', 'moving', 'diverged'] as const;
export type TwoLayerOutcome = (typeof TWO_LAYER_OUTCOMES)[number];

/** A run has diverged beyond this. */
const BOUND = 1e6;
/** A run has converged where the residual is below this and the minimum is stable. */
const TOLERANCE = 1e-6;

export const lossAt = ({ value }: Activation, w1: number, w2: number): number => (w2 * value(w1) - 1) ** 2 / 2;

/** The curvature across the valley at a minimum: |grad f|^2. Descent can stay where it is below 2 / rate. */
export function sharpnessAt({ value, slope }: Activation, w1: number, w2: number): number {
  const output = value(w1);
  return (w2 * slope(w1, output)) ** 2 + output ** 2;
}

/** The next weights. */
export function twoLayerStep({ activation: { value, slope }, learningRate }: TwoLayerTask, w1: number, w2: number) {
  const output = value(w1);
  const residual = w2 * output - 1;
  return [w1 - learningRate * residual * w2 * slope(w1, output), w2 - learningRate * residual * output] as const;
}

/** What became of one run, and after how many iterations. A sign says in which half of the plane it converged. */
export function twoLayerRun(task: TwoLayerTask, w1: number, w2: number): { outcome: TwoLayerOutcome; after: number } {
  const { activation, learningRate, iterations } = task;
  const { value, slope } = activation;
  for (let k = 0; k <= iterations; k++) {
    if (Math.abs(w1) > BOUND || Math.abs(w2) > BOUND) return { outcome: 'diverged', after: k };
    const output = value(w1);
    const residual = w2 * output - 1;
    if (Math.abs(residual) < TOLERANCE && learningRate * sharpnessAt(activation, w1, w2) < 2)
      return { outcome: w1 > 0 ? 'positive' : 'negative', after: k };
    const next1 = w1 - learningRate * residual * w2 * slope(w1, output);
    const next2 = w2 - learningRate * residual * output;
    if (next1 === w1 && next2 === w2) return { outcome: 'still', after: k };
    [w1, w2] = [next1, next2];
  }
  return { outcome: 'moving', after: iterations };
}

/** What became of a run from each start of a grid, row by row from the lowest w2 up, each from the lowest w1 on. */
export function twoLayerPopulation(task: TwoLayerTask, grid: StartGrid) {
  const { count } = grid;
  const outcomes = new Uint8Array(count * count);
  const after = new Uint32Array(count * count);
  for (let i = 0; i < outcomes.length; i++) {
    const run = twoLayerRun(task, placeOf(grid, i % count), placeOf(grid, Math.floor(i / count)));
    outcomes[i] = TWO_LAYER_OUTCOMES.indexOf(run.outcome);
    after[i] = run.after;
  }
  return { outcomes, after };
}

/** The places of a grid's runs after some iterations; what has left the bound stays where it left. */
export function twoLayerPlaces(task: TwoLayerTask, grid: StartGrid, iterations: number) {
  const { count } = grid;
  const [x, y] = [new Float64Array(count * count), new Float64Array(count * count)];
  for (let i = 0; i < x.length; i++) {
    let [w1, w2] = [placeOf(grid, i % count), placeOf(grid, Math.floor(i / count))];
    for (let k = 0; k < iterations && Math.abs(w1) < BOUND && Math.abs(w2) < BOUND; k++)
      [w1, w2] = twoLayerStep(task, w1, w2);
    [x[i], y[i]] = [w1, w2];
  }
  return { x, y };
}
