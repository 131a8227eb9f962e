import { expect, test } from 'vitest';
import { printedBy } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type NormsParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<NormsParameters>>([
  {},
  { vector: [3, -4, 0.5], p: 0.5 },
  // Their squares, and their powers, overflow or vanish.
  { vector: [1e200, -3e200], p: 1000 },
  { vector: [1e-200, 0, 2e-200], p: 1.5 },
  { vector: [0, 0], p: 2 },
])('the program of %o prints the norms of the lab', (change, context) => {
  const p = { ...defaultsOf(parameters), ...change };
  const { result } = prepare(p);
  const lines = printedBy(numpy(p), context);
  expect(lines.map(([name]) => name)).toEqual(['l0', 'l1', 'l2', 'linf', 'lp']);
  [result.l0, result.l1, result.l2, result.infinity, result.p].forEach((norm, i) =>
    expect(Math.abs((lines[i][1] as number) - norm)).toBeLessThanOrEqual(1e-13 * norm),
  );
});
