import type { Engine } from '../../engine/contract';
import { population as computation, type PopulationTask } from '../../engine/population';
import { layerActivations, type LayerActivation } from '../../math/layer-activations';
import { GRADIENT_DESCENT } from '../../math/optimizers';
import { TWO_LAYER_OUTCOMES, twoLayerPopulation, twoLayerStep, type TwoLayerTask } from '../../math/two-layer-descent';
import { coarseFirst, type ViewOptions } from '../view';
import { REACH, type LinearLayersParameters } from './parameters';

/** What became of a run from each start over the plane, at one learning rate. */
export interface Population {
  task: TwoLayerTask;
  activation: LayerActivation;
  /** How many starts there are along each side; row by row from the lowest w₂ up. */
  count: number;
  /** By number in `TWO_LAYER_OUTCOMES`. */
  outcomes: Uint8Array;
  /** After how many iterations that was settled. */
  after: ArrayLike<number>;
}

/** Starts along each side of the plane. */
const STARTS = 120;
/** The first picture has a run for each square of as many starts along each side. */
const COARSE = 3;
/** Starts along each side while the rate is dragged: run on the page within a frame, also through a tanh. */
const STARTS_WHILE_DRAGGED = 60;

const OBJECTIVES: Record<LayerActivation, string> = {
  none: '(y x - 1)^2/2',
  relu: '(y max(0, x) - 1)^2/2',
  tanh: '(y tanh(x) - 1)^2/2',
};

export const trainingTaskOf = ({ activation, learningRate, iterations }: LinearLayersParameters): TwoLayerTask => ({
  activation: layerActivations[activation],
  learningRate,
  iterations,
});

const side = { low: -REACH, high: REACH };

/** Descent on w₁ (the objective's x) and w₂ (y), whose minima are a curve. */
const taskOf = ({ activation, learningRate, iterations }: LinearLayersParameters, count: number): PopulationTask => ({
  objective: OBJECTIVES[activation],
  optimizer: GRADIENT_DESCENT,
  schedule: { name: 'constant' },
  learningRates: [learningRate],
  starts: { sampling: 'grid', size: [count, count], box: [side, side] },
  iterations,
  targets: [],
  valley: true,
  tolerance: 1e-3,
  bound: 1e6,
  observe: { map: true, finals: true },
});

/** Runs a population from starts over the plane on an engine; a coarser one first. */
export function populationOn(
  p: LinearLayersParameters,
  engine: Engine,
  options: ViewOptions<Population>,
): Promise<Population> {
  const whole = { ...options, size: { width: STARTS, height: STARTS } };
  return coarseFirst(whole, [COARSE, 1], async ({ width: count }, share) => {
    const task = trainingTaskOf(p);
    const { labels, times, finals, endings } = await engine.run(computation, taskOf(p, count), share);
    const outcomes = Uint8Array.from(labels!, (label, i) => {
      const [w1, w2] = [finals![2 * i], finals![2 * i + 1]];
      const { outcome } = endings[label];
      if (outcome === 'converged') return TWO_LAYER_OUTCOMES.indexOf(w1 > 0 ? 'positive' : 'negative');
      if (outcome === 'diverged') return TWO_LAYER_OUTCOMES.indexOf('diverged');
      // Where relu is off nothing moves, also for runs that got there on their way.
      const [next1, next2] = twoLayerStep(task, w1, w2);
      return TWO_LAYER_OUTCOMES.indexOf(next1 === w1 && next2 === w2 ? 'still' : 'moving');
    });
    return { task, activation: p.activation, count, outcomes, after: times! };
  });
}

/** Stands in for `populationOn` while the rate is dragged. */
export function populationWhileDragged(p: LinearLayersParameters): Population {
  const task = trainingTaskOf(p);
  const grid = { reach: REACH, count: STARTS_WHILE_DRAGGED };
  return { task, activation: p.activation, count: grid.count, ...twoLayerPopulation(task, grid) };
}
