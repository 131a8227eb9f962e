import { expect, test } from 'vitest';
import { sliderStops } from './slider-stops';

test('a slider stops at the default of its parameter, wherever that lies', () => {
  const log = { minimum: 1, maximum: 4096, scale: 'log', isInteger: true } as const;
  for (const home of [1, 777, 1234, 4096]) {
    const stops = sliderStops(log, home);
    expect(stops).toContain(home);
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
  }
  expect(sliderStops(log, 'auto')).toEqual(sliderStops(log, 5000));
});
