import { expect, test } from 'vitest';
import { compileScalar, parseSurface } from '../formula';
import type { PlaneFunction } from './plane';
import { stationaryPlane } from './stationary-plane';

function planeOf(objective: string): PlaneFunction {
  const { variables, value, gradient, hessian } = parseSurface(objective);
  const [f, byX, byY, xx, xy, yy] = [value, ...gradient, ...hessian].map((one) => compileScalar(one, variables));
  return {
    value: f,
    gradient: (x, y) => [byX(x, y), byY(x, y)],
    hessian: (x, y) => [xx(x, y), xy(x, y), yy(x, y)],
  };
}

/** What is found in a square around 0, and in one that has 0 nowhere in particular. */
const found = (objective: string) =>
  [
    { x: [-6, 6], y: [-6, 6] },
    { x: [-4.7, 5.3], y: [-5.3, 6.1] },
  ].map((window) => stationaryPlane(planeOf(objective), window as never));

/** The lines and curves on which both factors of each product stand, and the largest curvature where that is least. */
test.each<[string, string[], ((x: number, y: number) => number)[], number]>([
  ['x^2*y^2', ['valley', 'valley'], [(x) => x, (_, y) => y], 0],
  ['(x*y)^4', ['valley', 'valley'], [(x) => x, (_, y) => y], 0],
  ['x^2*y^4', ['valley', 'valley'], [(x) => x, (_, y) => y], 0],
  ['x^2*y^2 + 5', ['valley', 'valley'], [(x) => x, (_, y) => y], 0],
  ['-(x*y)^2', ['ridge', 'ridge'], [(x) => x, (_, y) => y], 0],
  ['(x^2-y^2)^2', ['valley', 'valley'], [(x, y) => x - y, (x, y) => x + y], 0],
  ['(x*y*(x+y))^2', ['valley', 'valley', 'valley'], [(x) => x, (_, y) => y, (x, y) => x + y], 0],
  ['x^2', ['valley'], [(x) => x], 2],
  ['x^4', ['valley'], [(x) => x], 0],
  ['x^3', ['flat'], [(x) => x], 0],
  ['(x-y)^2', ['valley'], [(x, y) => x - y], 4],
  ['(x^2-y)^2', ['valley'], [(x, y) => x * x - y], 2],
  ['(1-x*y)^2/2', ['valley', 'valley'], [(x, y) => x * y - 1], 2],
  ['(x^2+y^2-1)^2', ['valley'], [(x, y) => x * x + y * y - 1], 8],
  ['(x^2+y^2-1)^4', ['valley'], [(x, y) => x * x + y * y - 1], 0],
])('where the gradient of %s is 0 there are whole curves: %j', (objective, kinds, zeros, curvature) => {
  for (const { curves, regions, isComplete } of found(objective)) {
    expect({ regions, isComplete }).toEqual({ regions: [], isComplete: true });
    expect(curves.map(({ kind }) => kind)).toEqual(kinds);
    // Each curve is one of zeros throughout: straight through where it crosses another one. Those of order 8 are known to a third of the digits.
    const left = curves.map(({ points }) =>
      zeros.findIndex((zero) => points.every(([x, y]) => Math.abs(zero(x, y)) < 1e-5)),
    );
    expect(new Set(left).size).toBe(zeros.length);
    expect(left).not.toContain(-1);
    // At the place where it is flattest, be that between the points that are kept.
    for (const one of curves) expect(Math.abs(one.curvature - curvature)).toBeLessThan(1e-9);
  }
});

test('(x y - 1)^2 (x + y)^2 has three valleys and two saddles between, at (1, 1)/sqrt(3) and opposite', () => {
  for (const { points, curves } of found('(x*y-1)^2*(x+y)^2')) {
    expect(curves.map(({ kind }) => kind)).toEqual(['valley', 'valley', 'valley']);
    expect(points.map(({ kind }) => kind)).toEqual(['saddle', 'saddle']);
    points.forEach(({ x, y, eigenvalues }, i) => {
      const place = (i === 0 ? -1 : 1) / Math.sqrt(3);
      expect(Math.hypot(x - place, y - place)).toBeLessThan(1e-9);
      // By hand: the Hessian has 16/9 along (1, 1) turned, and -16/3.
      expect(Math.abs(eigenvalues[0] + 16 / 3)).toBeLessThan(1e-9);
      expect(Math.abs(eigenvalues[1] - 16 / 9)).toBeLessThan(1e-9);
    });
    // On x y = 1 the curvature across is 2 (x + y)^2 (x^2 + y^2), at least 16; on x + y = 0 it is 4 (1 + x^2)^2, at least 4.
    const least = curves.map(({ curvature }) => curvature).sort((a, b) => a - b);
    [4, 16, 16].forEach((curvature, i) => expect(Math.abs(least[i] - curvature)).toBeLessThan(1e-8));
  }
});

test('sin(x)^2 sin(y)^2 has a grid of valleys, and a maximum in each of its squares', () => {
  const { points, curves } = stationaryPlane(planeOf('sin(x)^2*sin(y)^2'), { x: [-5.3, 5.3], y: [-5.3, 5.9] });
  expect(curves.map(({ kind }) => kind)).toEqual(Array<string>(6).fill('valley'));
  expect(points.map(({ kind }) => kind)).toEqual(Array<string>(16).fill('maximum'));
});

test('a curve that turns from a ridge into a valley stands as both: x^2 y', () => {
  for (const { curves, points } of found('x^2*y')) {
    expect(points).toEqual([]);
    expect(curves.map(({ kind }) => kind).sort()).toEqual(['ridge', 'valley']);
    for (const { kind, points: places } of curves)
      for (const [, y] of places) expect(kind === 'valley' ? y : -y).toBeGreaterThan(-0.2);
  }
});

test('the circle of flat minima around a maximum in a wide window hides it from no search', () => {
  for (const { points } of found('(x^2+y^2-1)^4')) expect(points).toMatchObject([{ x: 0, y: 0, kind: 'maximum' }]);
});

test.each([
  ['max(0,x)^2', 'minimum'],
  ['max(0,x)', 'minimum'],
  ['-max(0,x)', 'maximum'],
  ['max(0,x)^2 - max(0,-3-x)', 'degenerate'],
  ['max(0, x^2+y^2-1)', 'minimum'],
  ['max(0, x^2+y^2-1)^2', 'minimum'],
])('where %s is level all over a region, that is one, and no places or curves are made up in it', (objective, kind) => {
  for (const { points, curves, regions } of found(objective)) {
    expect({ points, curves }).toEqual({ points: [], curves: [] });
    expect(regions).toMatchObject([{ kind, value: 0 }]);
  }
});

test('a valley that ends, and one that is no valley at all: where the gradient jumps it is not 0', () => {
  for (const { points, curves } of found('max(0,x)+y^2')) {
    expect(points).toEqual([]);
    expect(curves).toMatchObject([{ kind: 'valley', curvature: 2 }]);
    // Up to the kink at x = 0, to the shortest step of a curve.
    const ends = curves[0].points.map(([x]) => x);
    expect(Math.max(...ends)).toBeGreaterThan(-0.01);
    expect(Math.max(...ends)).toBeLessThan(0.01);
  }
  for (const objective of ['abs(x-y)', 'abs(x)+abs(y)', 'max(x, y)'])
    for (const { points, curves, regions } of found(objective))
      expect({ points, curves, regions }).toEqual({ points: [], curves: [], regions: [] });
});
