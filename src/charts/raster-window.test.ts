import { expect, test } from 'vitest';
import { canZoomIn, canZoomOut, panWindow, sameWindow, zoomWindow } from './raster-window';

const home = { low: -5, high: 20, rateLow: 1e-3, rateHigh: 5 };
const pixels = { theta: 1000, rate: 400 };
const centre = { theta: 0.5, rate: 0.5 };

test('zooming in and out again ends at home exactly', () => {
  let window = home;
  for (let i = 0; i < 10; i++) window = zoomWindow(window, 0.5, { theta: 0.3, rate: 0.8 }, home, pixels);
  expect(sameWindow(window, home)).toBe(false);
  for (let i = 0; i < 20; i++) window = zoomWindow(window, 2, { theta: 0.7, rate: 0.1 }, home, pixels);
  expect(window).toEqual(home);
  expect(canZoomOut(window, home)).toBe(false);
});

test.each([0, 0.0001, 0.37, 1])(
  'zooming stops where float32 can still tell every pixel from the next, at %f',
  (place) => {
    let window = home;
    let steps = 0;
    while (canZoomIn(window, pixels) && steps++ < 200)
      window = zoomWindow(window, 0.7, { theta: place, rate: place }, home, pixels);
    expect(steps).toBeLessThan(200);
    const distinct = (count: number, at: (share: number) => number) =>
      new Set(Array.from({ length: count }, (_, i) => Math.fround(at((i + 0.5) / count)))).size;
    expect(distinct(1000, (share) => window.low + (window.high - window.low) * share)).toBe(1000);
    expect(distinct(400, (share) => window.rateLow * (window.rateHigh / window.rateLow) ** share)).toBe(400);
    expect(zoomWindow(window, 0.5, centre, home, pixels).high - window.low).toBeGreaterThan(0);
  },
);

test('a window that is nearly the whole is not taken for it', () => {
  const window = { low: -4, high: 19, rateLow: 2e-3, rateHigh: 4 };
  expect(panWindow(window, { theta: 0, rate: 0 }, home).low).toBe(-4);
});

test('moving stops at the edge of home and keeps the size', () => {
  const window = { low: 0, high: 5, rateLow: 0.01, rateHigh: 0.1 };
  const moved = panWindow(window, { theta: 100, rate: -100 }, home);
  expect(moved.high).toBe(20);
  expect(moved.low).toBeCloseTo(15, 12);
  expect(moved.rateLow).toBe(1e-3);
  expect(moved.rateHigh).toBeCloseTo(1e-2, 12);
});
