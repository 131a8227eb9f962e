import { expect, test } from 'vitest';
import { printedBy } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { DEFAULTS, type StochasticGradientParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<StochasticGradientParameters>>([{}, { batch: 2, replacement: 'without', theta: 2 }])(
  'the program of %o draws others and finds the same',
  (change, context) => {
    const p = { ...DEFAULTS, replicas: 20_000, iterations: 60, ...change };
    const { full, variance, exact, stationary } = prepare(p);
    const rows = printedBy(numpy(p), context).map((row) => row.filter((cell) => typeof cell === 'number'));
    const [[printed], [mean, error], [last, spread], [kept]] = rows;
    expect(printed).toBeCloseTo(full, 12);
    expect(Math.abs(mean - full)).toBeLessThan(5 * error);
    expect(error).toBeCloseTo(Math.sqrt(variance / p.replicas), 3);
    const { means, variances } = exact(p.learningRate);
    expect(Math.abs(last - means[60])).toBeLessThan(5 * Math.sqrt(variances[60] / p.replicas));
    expect(Math.abs(spread / variances[60] - 1)).toBeLessThan(0.1);
    expect(kept).toBeCloseTo(stationary(p.learningRate)!, 12);
  },
);
