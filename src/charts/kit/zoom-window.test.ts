import { expect, test } from 'vitest';
import { canZoomIn, canZoomOut, sameWindow, stepped, zoomStep, type ZoomAxes, type ZoomWindow } from './zoom-window';

const home: ZoomWindow = { x: [-5, 20], y: [1e-3, 5] };
const axes: ZoomAxes = {
  x: { scale: 'linear', pixels: 1000, home: home.x },
  y: { scale: 'log', pixels: 400, home: home.y },
};

test('zooming in and out again ends with the whole exactly', () => {
  let window = home;
  for (let i = 0; i < 10; i++) window = stepped(window, zoomStep(0.5, 0.3, 0.8), axes);
  expect(sameWindow(window, home)).toBe(false);
  for (let i = 0; i < 20; i++) window = stepped(window, zoomStep(2, 0.7, 0.1), axes);
  expect(window).toEqual(home);
  expect(canZoomOut(window, axes)).toBe(false);
});

test('what zooming is done around stays where it is, on a linear axis and on a logarithmic one', () => {
  const { x, y } = stepped(home, zoomStep(0.5, 0.25, 0.75), axes);
  expect(x[0] + 0.25 * (x[1] - x[0])).toBeCloseTo(1.25, 12);
  expect(y[0] * (y[1] / y[0]) ** 0.75).toBeCloseTo(1e-3 * 5000 ** 0.75, 12);
});

test.each([0, 0.0001, 0.37, 1])(
  'zooming stops where float32 can still tell every pixel from the next, at %f',
  (place) => {
    let window = home;
    let steps = 0;
    while (canZoomIn(window, axes) && steps++ < 200) window = stepped(window, zoomStep(0.7, place, place), axes);
    expect(steps).toBeLessThan(200);
    const distinct = (count: number, at: (share: number) => number) =>
      new Set(Array.from({ length: count }, (_, i) => Math.fround(at((i + 0.5) / count)))).size;
    expect(distinct(1000, (share) => window.x[0] + (window.x[1] - window.x[0]) * share)).toBe(1000);
    expect(distinct(400, (share) => window.y[0] * (window.y[1] / window.y[0]) ** share)).toBe(400);
    const deeper = stepped(window, zoomStep(0.5), axes);
    expect(deeper.x[1] - deeper.x[0]).toBeCloseTo(window.x[1] - window.x[0], 3);
  },
);

test('a window that is nearly the whole is not taken for it', () => {
  const window: ZoomWindow = { x: [-4, 19], y: [2e-3, 4] };
  expect(stepped(window, { x: 0, y: 0, factor: 1 }, axes).x[0]).toBe(-4);
});

test('moving stops at the edge of the whole and keeps the size', () => {
  const moved = stepped({ x: [0, 5], y: [0.01, 0.1] }, { x: 100, y: -100, factor: 1 }, axes);
  expect(moved.x[1]).toBe(20);
  expect(moved.x[0]).toBeCloseTo(15, 12);
  expect(moved.y[0]).toBe(1e-3);
  expect(moved.y[1]).toBeCloseTo(1e-2, 12);
});
