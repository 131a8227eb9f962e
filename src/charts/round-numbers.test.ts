import * as d3 from 'd3';
import { expect, test } from 'vitest';
import { nearestIndex, roundNumbers } from './round-numbers';

/** Numbers that repeat from run to run. */
function* numbers(): Generator<number> {
  for (let state = 1; ; state = (state * 16807) % 2147483647) yield state / 2147483647;
}

test('round numbers over a range are d3’s ticks, number for number', () => {
  const next = numbers();
  const draw = () => next.next().value as number;
  for (let i = 0; i < 20_000; i++) {
    const low = (draw() - 0.5) * 10 ** Math.round(12 * draw() - 6);
    const high = low + draw() * 10 ** Math.round(16 * draw() - 9);
    const count = 1 + Math.floor(12 * draw());
    expect(roundNumbers(low, high, count), `${low} ${high} ${count}`).toEqual(d3.ticks(low, high, count));
  }
  expect([roundNumbers(3, 3, 4), roundNumbers(0.999, 1.001, 1)]).toEqual([[3], d3.ticks(0.999, 1.001, 1)]);
});

test('the nearest of ascending values is the one that d3 finds', () => {
  const values = [0.1, 0.2, 0.4, 0.8, 1.6];
  for (const value of [-1, 0.1, 0.149, 0.151, 0.3, 0.61, 1.2, 9])
    expect(nearestIndex(values, value)).toBe(d3.bisectCenter(values, value));
  expect(nearestIndex([], 1)).toBe(0);
});
