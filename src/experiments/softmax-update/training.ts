import { Classifier, Training, type LabelledPoint } from '../../math/classifier';
import { keptLast } from '../../math/kept-last';
import { layerActivations } from '../../math/layer-activations';
import { parseOptimizer } from '../parameters/optimizer';
import type { SoftmaxUpdateParameters } from './parameters';

const UNITS = 8;

/** The last training on each list of points: moving something else does not train anew. */
const trainings = keptLast<SoftmaxUpdateParameters['points'], Training>();

/** Training on the placed points, which goes on as far as it is asked to. */
export function trainingOf(p: SoftmaxUpdateParameters): Training {
  const { points, optimizer, learningRate, hiddenLayer, seed } = p;
  const key = [optimizer, learningRate, hiddenLayer, seed].join('|');
  return trainings(points, key, () => trainingOn(p));
}

function trainingOn({ points, optimizer, learningRate, hiddenLayer, seed }: SoftmaxUpdateParameters): Training {
  const labelled = points.map(([x, y, label]): LabelledPoint => ({ x, y, label }));
  const classes = Math.max(2, ...labelled.map(({ label }) => label + 1));
  const activation = layerActivations[hiddenLayer === 'linear' ? 'none' : hiddenLayer];
  const hidden = hiddenLayer === 'none' ? undefined : { units: UNITS, activation };
  return new Training(new Classifier(classes, hidden), labelled, parseOptimizer(optimizer), learningRate, seed);
}
