import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { crossEntropySlope, halfSquaredSlope, stepsToRight } from '../../math/classification-losses';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type ClassificationLossParameters } from './parameters';
import { MOST_STEPS } from './population';
import { prepare } from './problem';

test.for<Partial<ClassificationLossParameters>>([{}, { logit: -1000 }, { logit: 2.5, learningRate: 10 }])(
  'the program of %o prints the numbers of the lab',
  (change, context) => {
    const p = { ...defaultsOf(parameters), ...change } as ClassificationLossParameters;
    const { crossEntropy, squared, gradients } = prepare(p).result;
    const steps = (slope: (z: number) => number) =>
      stepsToRight(slope, p.logit, p.learningRate, MOST_STEPS) ?? Infinity;
    const lab = [
      [crossEntropy, squared / 2],
      [gradients.crossEntropy, steps(crossEntropySlope)],
      [gradients.halfSquared, steps(halfSquaredSlope)],
    ].flat();
    const printed = numbersOf(numpy(p), context).flat();
    expect(printed.length).toBe(lab.length);
    printed.forEach((number, i) => {
      if (Number.isFinite(lab[i])) expect(Math.abs(number - lab[i])).toBeLessThanOrEqual(1e-12 * Math.abs(lab[i]));
      else expect(number).toBe(lab[i]);
    });
  },
);
