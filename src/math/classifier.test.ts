import { expect, test } from 'vitest';
import { Classifier, Training, type LabelledPoint } from './classifier';
import { layerActivations } from './layer-activations';
import { optimizerOf, OPTIMIZER_NAMES } from './optimizers';

const point = (x: number, y: number, label: number): LabelledPoint => ({ x, y, label });
const GROUPS = [point(-1, 0, 0), point(-0.8, 0.3, 0), point(1, 0.2, 1), point(0.7, -0.4, 1), point(0.1, 1, 2)];
/** Exclusive or: no straight line parts these. */
const CROSSED = [point(-1, -1, 0), point(1, 1, 0), point(-1, 1, 1), point(1, -1, 1)];

test.each(['none', 'relu', 'tanh'] as const)('with %s between its layers the gradient is that of the loss', (name) => {
  const classifier = new Classifier(3, { units: 4, activation: layerActivations[name] });
  const theta = classifier.start(7);
  const { gradient } = classifier.pass(theta, GROUPS);
  const h = 1e-6;
  theta.forEach((value, i) => {
    const lossAt = (shift: number) => classifier.pass(theta.with(i, value + shift), GROUPS).loss;
    expect((lossAt(h) - lossAt(-h)) / (2 * h)).toBeCloseTo(gradient[i], 7);
  });
});

test('before any training all classes are equally likely', () => {
  const training = new Training(new Classifier(3), GROUPS, optimizerOf('gd'), 0.5, 1);
  training.at(0);
  expect(training.losses[0]).toBeCloseTo(Math.log(3), 12);
});

test.each(OPTIMIZER_NAMES)('%s parts points that straight lines part', (name) => {
  const training = new Training(new Classifier(3), GROUPS, optimizerOf(name), 0.3, 1);
  training.at(200);
  expect(training.correct[200]).toBe(5);
  expect(training.losses[200]).toBeLessThan(0.4 * training.losses[0]);
});

test('a hidden layer without an activation learns no more than one layer does; with tanh it parts what no line parts', () => {
  const trained = (name: 'none' | 'tanh') => {
    const hidden = { units: 8, activation: layerActivations[name] };
    const training = new Training(new Classifier(2, hidden), CROSSED, optimizerOf('gd'), 0.5, 1);
    training.at(400);
    return { loss: training.losses[400], correct: training.correct[400] };
  };
  expect(trained('none').loss).toBeCloseTo(Math.log(2), 3);
  expect(trained('none').correct).toBeLessThan(4);
  expect(trained('tanh').correct).toBe(4);
  expect(trained('tanh').loss).toBeLessThan(0.1);
});

test('the logits at a point are those that training sees', () => {
  const classifier = new Classifier(3, { units: 4, activation: layerActivations.tanh });
  const theta = classifier.start(3);
  const logits = classifier.logits(theta, 0.3, -0.2);
  const most = Math.max(...logits);
  const label = logits.indexOf(most);
  expect(classifier.pass(theta, [point(0.3, -0.2, label)]).correct).toBe(1);
});
