import { expect, test } from 'vitest';
import { printedBy } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import { DEFAULTS, type MinibatchParameters } from './parameters';

test.for<Partial<MinibatchParameters>>([{ epochs: 4000 }, { gradients: 'normal', batch: 8, epochs: 4000 }])(
  'in the program of %o what is measured is near what is predicted',
  (change, context) => {
    const rows = printedBy(numpy({ ...DEFAULTS, ...change }), context);
    const numbers = rows.map((row) => row.filter((cell) => typeof cell === 'number'));
    expect(numbers.length).toBe(6);
    for (const [predicted, measured] of numbers) expect(Math.abs(measured / predicted - 1)).toBeLessThan(0.15);
  },
);
