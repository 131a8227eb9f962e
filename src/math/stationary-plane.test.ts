import { expect, test } from 'vitest';
import type { Hessian, PlaneFunction } from './plane';
import { stationaryPlane } from './stationary-plane';

const window = (reach: number) => ({ x: [-reach, reach], y: [-reach, reach] }) as const;

const himmelblau: PlaneFunction = {
  value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradient: (x, y) => {
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    return [4 * x * a + 2 * b, 2 * a + 4 * y * b];
  },
  hessian: (x, y) => [12 * x * x + 4 * y - 42, 4 * (x + y), 4 * x + 12 * y * y - 26],
};

const rosenbrock: PlaneFunction = {
  value: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  hessian: (x, y) => [2 - 400 * y + 1200 * x * x, -400 * x, 200],
};

const beale: PlaneFunction = {
  value: (x, y) => [1.5, 2.25, 2.625].reduce((sum, c, i) => sum + (c - x + x * y ** (i + 1)) ** 2, 0),
  gradient(x, y) {
    let [gx, gy] = [0, 0];
    [1.5, 2.25, 2.625].forEach((c, i) => {
      const n = i + 1;
      const residual = c - x + x * y ** n;
      gx += 2 * residual * (y ** n - 1);
      gy += 2 * residual * n * x * y ** (n - 1);
    });
    return [gx, gy];
  },
  hessian(x, y): Hessian {
    let [xx, xy, yy] = [0, 0, 0];
    [1.5, 2.25, 2.625].forEach((c, i) => {
      const n = i + 1;
      const residual = c - x + x * y ** n;
      const [dx, dy] = [y ** n - 1, n * x * y ** (n - 1)];
      xx += 2 * dx * dx;
      xy += 2 * dx * dy + 2 * residual * n * y ** (n - 1);
      yy += 2 * dy * dy + 2 * residual * (n > 1 ? n * (n - 1) * x * y ** (n - 2) : 0);
    });
    return [xx, xy, yy];
  },
};

const layers: PlaneFunction = {
  value: (x, y) => (1 - x * y) ** 2 / 2,
  gradient: (x, y) => [-(1 - x * y) * y, -(1 - x * y) * x],
  hessian: (x, y) => [y * y, 2 * x * y - 1, x * x],
};

/** Flat at (-2, 2): gradient and Hessian are exactly 0 there. */
const plateau: PlaneFunction = {
  value: (x, y) => ((x + 2) ** 4 + (y - 2) ** 4) / 4 - (x + 2) ** 3 + (y - 2) ** 3 + 13.5,
  gradient: (x, y) => [(x + 2) ** 3 - 3 * (x + 2) ** 2, (y - 2) ** 3 + 3 * (y - 2) ** 2],
  hessian: (x, y) => [3 * (x + 2) ** 2 - 6 * (x + 2), 0, 3 * (y - 2) ** 2 + 6 * (y - 2)],
};

const kinds = (f: PlaneFunction, reach = 5) =>
  stationaryPlane(f, window(reach))
    .points.map(({ kind }) => kind)
    .sort();

test('Himmelblau has four minima, four saddles and a maximum', () => {
  const { points, curves, isComplete } = stationaryPlane(himmelblau, window(5));
  expect(points.map(({ kind }) => kind).sort()).toEqual([
    'maximum',
    ...Array<string>(4).fill('minimum'),
    ...Array<string>(4).fill('saddle'),
  ]);
  expect({ curves, isComplete }).toEqual({ curves: [], isComplete: true });
  const round = points.find(({ x, y }) => x === 3 && y === 2)!;
  expect(round).toMatchObject({ kind: 'minimum', value: 0 });
  // The Hessian at (3, 2) is [74 20; 20 34].
  expect(round.eigenvalues[0]).toBeCloseTo(54 - Math.sqrt(800), 9);
  expect(round.eigenvalues[1]).toBeCloseTo(54 + Math.sqrt(800), 9);
  expect(round.threshold).toBeCloseTo(2 / (54 + Math.sqrt(800)), 12);
  const top = points.at(-1)!;
  expect(top.x).toBeCloseTo(-0.2708445906694, 9);
  expect(top.y).toBeCloseTo(-0.9230385564799, 9);
});

test('each place is a zero of the gradient to rounding, with the eigenvalues of the Hessian there', () => {
  for (const f of [himmelblau, beale, rosenbrock]) {
    for (const { x, y, eigenvalues } of stationaryPlane(f, window(4.5)).points) {
      const [xx, xy, yy] = f.hessian(x, y);
      expect(Math.hypot(...f.gradient(x, y))).toBeLessThan(1e-11 * (1 + Math.hypot(xx, xy, yy)));
      expect(Math.abs(eigenvalues[0] + eigenvalues[1] - (xx + yy))).toBeLessThan(1e-9 * (1 + Math.abs(xx + yy)));
      expect(Math.abs(eigenvalues[0] * eigenvalues[1] - (xx * yy - xy * xy))).toBeLessThan(
        1e-9 * (1 + Math.abs(xx * yy)),
      );
    }
  }
});

test('Beale has its minimum at (3, 1/2), and a saddle at (0, 1) beside another one', () => {
  const { points } = stationaryPlane(beale, window(4.5));
  expect(points.map(({ kind }) => kind)).toEqual(['minimum', 'saddle', 'saddle']);
  expect(points[0]).toMatchObject({ x: 3, y: 0.5, value: 0 });
  expect(points).toContainEqual(expect.objectContaining({ x: 0, y: 1, kind: 'saddle' }));
});

test('Rosenbrock has one minimum, at (1, 1), with the eigenvalues 501 -+ sqrt(250601)', () => {
  const { points } = stationaryPlane(rosenbrock, window(2));
  expect(points).toHaveLength(1);
  expect(points[0]).toMatchObject({ x: 1, y: 1, kind: 'minimum' });
  expect(points[0].eigenvalues[0]).toBeCloseTo(501 - Math.sqrt(250601), 9);
  expect(points[0].eigenvalues[1]).toBeCloseTo(501 + Math.sqrt(250601), 9);
});

test('a saddle is one, and a bowl has the limit 2 over its larger eigenvalue', () => {
  const quadratic = (a: number, b: number): PlaneFunction => ({
    value: (x, y) => (a * x * x + b * y * y) / 2,
    gradient: (x, y) => [a * x, b * y],
    hessian: () => [a, 0, b],
  });
  expect(stationaryPlane(quadratic(1, -1), window(2)).points).toEqual([
    { x: 0, y: 0, value: 0, kind: 'saddle', eigenvalues: [-1, 1], threshold: null },
  ]);
  expect(stationaryPlane(quadratic(1, 10), window(2)).points[0].threshold).toBe(0.2);
});

test('the valleys x y = 1 of two layers stand as two curves, and the saddle between them as a point', () => {
  const { points, curves, isComplete } = stationaryPlane(layers, window(3));
  expect(points).toEqual([{ x: 0, y: 0, value: 0.5, kind: 'saddle', eigenvalues: [-1, 1], threshold: null }]);
  expect(isComplete).toBe(true);
  expect(curves).toHaveLength(2);
  for (const { kind, value, points: places } of curves) {
    expect({ kind, value }).toEqual({ kind: 'valley', value: expect.closeTo(0, 15) as number });
    for (const [x, y] of places) expect(Math.abs(x * y - 1)).toBeLessThan(1e-9);
    // From edge to edge of the window.
    const ends = [places[0], places.at(-1)!].map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)));
    for (const end of ends) expect(end).toBeGreaterThan(2.95);
  }
});

test('a circle of minima is one closed curve', () => {
  const ring: PlaneFunction = {
    value: (x, y) => (x * x + y * y - 1) ** 2 / 4,
    gradient: (x, y) => [(x * x + y * y - 1) * x, (x * x + y * y - 1) * y],
    hessian: (x, y) => [3 * x * x + y * y - 1, 2 * x * y, x * x + 3 * y * y - 1],
  };
  const { points, curves } = stationaryPlane(ring, window(2));
  expect(points.map(({ x, y, kind }) => ({ x, y, kind }))).toEqual([{ x: 0, y: 0, kind: 'maximum' }]);
  expect(curves).toHaveLength(1);
  expect(curves[0].points[0]).toEqual(curves[0].points.at(-1));
});

test('a place where gradient and Hessian are 0 is degenerate, and is hit exactly', () => {
  const { points, curves, isComplete } = stationaryPlane(plateau, window(4));
  expect({ curves, isComplete }).toEqual({ curves: [], isComplete: true });
  expect(points.map(({ x, y, kind, threshold }) => [x, y, kind, threshold])).toEqual([
    [1, -1, 'minimum', 2 / 9],
    [-2, -1, 'degenerate', null],
    [1, 2, 'degenerate', null],
    [-2, 2, 'degenerate', null],
  ]);
  expect(points[0]).toMatchObject({ value: 0, eigenvalues: [9, 9] });
});

test('a minimum without curvature is one by the values around it', () => {
  const flat: PlaneFunction = {
    value: (x, y) => x ** 4 + y ** 4,
    gradient: (x, y) => [4 * x ** 3, 4 * y ** 3],
    hessian: (x, y) => [12 * x * x, 0, 12 * y * y],
  };
  expect(stationaryPlane(flat, window(2)).points).toEqual([
    { x: 0, y: 0, value: 0, kind: 'minimum', eigenvalues: [0, 0], threshold: null },
  ]);
});

test('a bell that fades has one stationary point, not its tails', () => {
  const bell: PlaneFunction = {
    value: (x, y) => -Math.exp(-x * x - y * y),
    gradient: (x, y) => [2 * x * Math.exp(-x * x - y * y), 2 * y * Math.exp(-x * x - y * y)],
    hessian: (x, y) => {
      const e = Math.exp(-x * x - y * y);
      return [(2 - 4 * x * x) * e, -4 * x * y * e, (2 - 4 * y * y) * e];
    },
  };
  expect(kinds(bell, 6)).toEqual(['minimum']);
});

test('a search that is not done says so', () => {
  const ripples: PlaneFunction = {
    value: (x, y) => -Math.cos(20 * x) - Math.cos(20 * y),
    gradient: (x, y) => [20 * Math.sin(20 * x), 20 * Math.sin(20 * y)],
    hessian: (x, y) => [400 * Math.cos(20 * x), 0, 400 * Math.cos(20 * y)],
  };
  const { points, isComplete } = stationaryPlane(ripples, window(5));
  expect(isComplete).toBe(false);
  expect(points.length).toBeLessThanOrEqual(200);
});

/** A function of x beside a parabola over y. */
const beside = (
  value: (x: number) => number,
  slope: (x: number) => number,
  curvature: (x: number) => number,
): PlaneFunction => ({
  value: (x, y) => value(x) + y * y,
  gradient: (x, y) => [slope(x), 2 * y],
  hessian: (x) => [curvature(x), 0, 2],
});

test.each([
  [
    '2x + sin(2x)',
    (x: number) => 2 * x + Math.sin(2 * x),
    (x: number) => 2 + 2 * Math.cos(2 * x),
    (x: number) => -4 * Math.sin(2 * x),
    4,
  ],
  [
    'x - tanh(x)',
    (x: number) => x - Math.tanh(x),
    (x: number) => Math.tanh(x) ** 2,
    (x: number) => (2 * Math.tanh(x)) / Math.cosh(x) ** 2,
    1,
  ],
  ['x^3', (x: number) => x ** 3, (x: number) => 3 * x * x, (x: number) => 6 * x, 1],
  [
    '(x-1)^5, written out',
    (x: number) => ((((x - 5) * x + 10) * x - 10) * x + 5) * x,
    (x: number) => 5 * ((((x - 4) * x + 6) * x - 4) * x + 1),
    (x: number) => 20 * (((x - 3) * x + 3) * x - 1),
    1,
  ],
])(
  'a flat inflection is neither minimum nor saddle, and one place: %s, beside y^2',
  (_, value, slope, curvature, count) => {
    for (const reach of [4.8, 5, 6]) {
      const { points } = stationaryPlane(beside(value, slope, curvature), window(reach));
      expect(points.map(({ kind }) => kind)).toEqual(Array<string>(count).fill('degenerate'));
    }
  },
);

test('a flat minimum that is written out is one, though rounding gives its gradient many zeros', () => {
  const quartic = beside(
    (x) => (((x - 4) * x + 6) * x - 4) * x,
    (x) => 4 * (((x - 3) * x + 3) * x - 1),
    (x) => 12 * ((x - 2) * x + 1),
  );
  for (const reach of [2, 4.5, 6]) expect(kinds(quartic, reach)).toEqual(['minimum']);
});

test('two minima side by side are two', () => {
  const wells = beside(
    (x) => (x * x - 1e-4) ** 2,
    (x) => 4 * x * (x * x - 1e-4),
    (x) => 12 * x * x - 4e-4,
  );
  const minima = stationaryPlane(wells, window(2)).points.filter(({ kind }) => kind === 'minimum');
  expect(minima.map(({ x }) => x)).toEqual([-0.01, 0.01]);
});
