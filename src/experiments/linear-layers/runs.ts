import { layerActivations, type LayerActivation } from '../../math/layer-activations';
import { twoLayerPopulation, twoLayerRun, twoLayerStep, type TwoLayerTask } from '../../math/two-layer-descent';
import { REACH, type LinearLayersParameters } from './parameters';

/** Starts along each side of the plane: as many as are run within a few frames. A tanh takes its time. */
const STARTS: Record<LayerActivation, number> = { none: 200, relu: 200, tanh: 110 };

/** What the picture of training shows of a learning rate. */
export interface Population {
  task: TwoLayerTask;
  activation: LayerActivation;
  /** How many starts there are along each side; row by row from the lowest w₂ up. */
  count: number;
  outcomes: Uint8Array;
  after: Uint32Array;
}

let last: { key: string; population: Population } | undefined;

/** A run from each start over the plane. Worked out on the page: it takes a few milliseconds. */
export function populationOf({ activation, learningRate, iterations }: LinearLayersParameters): Population {
  const key = [activation, learningRate, iterations].join('|');
  if (last?.key === key) return last.population;
  const task = { activation: layerActivations[activation], learningRate, iterations };
  const count = STARTS[activation];
  const population = { task, activation, count, ...twoLayerPopulation(task, { reach: REACH, count }) };
  last = { key, population };
  return population;
}

/** The run from one start, and beside it descent on one weight that begins with the same product. */
export function runFrom(task: TwoLayerTask, [first, second]: readonly number[]) {
  const { activation, learningRate, iterations } = task;
  const w1 = [first];
  const w2 = [second];
  const single = [second * activation.value(first)];
  for (let k = 0; k < iterations; k++) {
    const [next1, next2] = twoLayerStep(task, w1[k], w2[k]);
    w1.push(next1);
    w2.push(next2);
    single.push(single[k] - learningRate * (single[k] - 1));
  }
  return {
    w1,
    w2,
    single,
    product: w1.map((w, k) => w2[k] * activation.value(w)),
    ...twoLayerRun(task, first, second),
  };
}
