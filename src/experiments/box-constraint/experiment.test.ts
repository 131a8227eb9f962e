import { expect, test } from 'vitest';
import { experiment } from './experiment';
import { page } from './page';
import { DEFAULTS, type BoxConstraintParameters } from './parameters';
import { edgeLaw, factorsAt, measuredExponent } from './problem';
import { views } from './views';

const prepare = (given: Partial<BoxConstraintParameters> = {}) => experiment.prepare({ ...DEFAULTS, ...given }, {});
const close = (value: number, expected: number, accuracy = 1e-12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(accuracy * Math.max(1e-9, Math.abs(expected)));

const roundedTo = (digits: number, value: number) => Number(value.toPrecision(digits)).toLocaleString('en');

// phi, theta, d theta / d phi
const S0_Q3 = [
  [-20.0, -0.9999999958776927, 4.122307227883698e-9],
  [-6.0, -0.9950547536867305, 0.004933018582720095],
  [-2.0, -0.7615941559557649, 0.20998717080701304],
  [-1.0, -0.46211715726000974, 0.3932238664829637],
  [-0.5, -0.24491866240370913, 0.470007424403189],
  [0.0, 0.0, 0.5],
  [0.5, 0.24491866240370913, 0.470007424403189],
  [1.0, 0.46211715726000974, 0.3932238664829637],
  [2.0, 0.7615941559557649, 0.20998717080701304],
  [6.0, 0.9950547536867305, 0.004933018582720095],
  [20.0, 0.9999999958776927, 4.122307227883698e-9],
];

test('S0.Q3: θ and dθ/dφ are those of exact arithmetic, out to where θ is nearly rounded to its bound', () => {
  const { thetaOf, slopeOf } = prepare();
  for (const [phi, theta, slope] of S0_Q3) {
    close(thetaOf(phi), theta);
    close(slopeOf(phi), slope);
  }
});

// k, phi, theta
const INTERIOR = [
  [0, 0.0, 0.0],
  [1, 0.25, 0.12435300177159621],
  [2, 0.4349190586841608, 0.21409536086649958],
  [3, 0.5713188980036448, 0.27813489649931894],
  [10, 0.9592732953946205, 0.44595256633276226],
  [100, 1.0986121407115055, 0.4999999445162714],
  [1000, 1.0986122886681098, 0.5],
];
const BOUNDARY = [
  [0, 0.0, 0.0],
  [1, 1.0, 0.46211715726000974],
  [2, 1.6047322376200306, 0.6653574836598455],
  [3, 1.976629987043082, 0.7566429161627596],
  [10, 3.097310752008488, 0.91356335963469],
  [100, 5.319438537851214, 0.9902566951790699],
  [1000, 7.604168951706015, 0.9990037576596984],
];

test.each([
  ['gd_interior', '(theta-0.5)^2/2', INTERIOR],
  ['gd_boundary', '(theta-2)^2/2', BOUNDARY],
])('S0.Q3c.%s: the iterates are those of exact arithmetic', (_name, objective, expected) => {
  const { phi, theta, gradients } = prepare({ objective, iterations: 1000 }).result;
  for (const [k, p, t] of expected) {
    close(phi[k], p);
    close(theta[k], t);
    if (k < 1000) close(phi[k + 1], phi[k] - gradients[k], 1e-15);
  }
});

test('near a bound the slope of the map counts twice, as the guided path says of the first step', () => {
  const { text, attributes } = page.path.find(({ title }) => title === 'The price of the slope')!;
  const { thetaOf, slopeOf, result } = prepare({ start: Number(attributes!.start) });
  const { phi, theta, projected } = result;
  const times = (projected[1] - projected[0]) / (theta[1] - theta[0]);
  // The map bends by less than the step in phi, 0.0024, from where its slope is taken; theta, near 1, keeps 10 digits of its step.
  expect(times * slopeOf(phi[0]) ** 2).toBeCloseTo(1, 2);
  expect(thetaOf(phi[1]) - thetaOf(phi[0])).toBeCloseTo(-1.206e-5, 8);
  expect(text).toContain(`1/${roundedTo(1, 1 / slopeOf(phi[0]))}.`);
  expect(text).toContain(`${roundedTo(2, times)} times`);
});

test('a minimum inside is reached by both, at the factors that theory gives', () => {
  const problem = prepare({ iterations: 200 });
  expect(problem.result).toMatchObject({ optimum: 0.5, onBoundary: false });
  expect(factorsAt(problem, 1)!.phi).toBeCloseTo(55 / 64, 12);
  expect(problem.distances[81] / problem.distances[80]).toBeCloseTo(55 / 64, 5);
  expect(problem.result.projected.slice(0, 3)).toEqual([0, 0.5, 0.5]);
});

test.each([
  ['(theta-2)^2/2', -1, 1, 1, 1, -1],
  ['(theta-2)^2/2', 0, 1.5, 0.3, 1.5, -1],
  ['(theta+3)^2', -2, 5, 0.2, -2, -1],
  ['(theta-1)^2/2', -1, 1, 1, 1, -0.5],
  ['exp(theta)', -1, 1, 3, -1, -1],
])('%s on [%f, %f] at rate %f goes to the edge by its law', (objective, lower, upper, learningRate, edge, power) => {
  const problem = prepare({ objective, lower, upper, learningRate, iterations: 10_000 });
  expect(problem.result).toMatchObject({ optimum: edge, onBoundary: true });
  expect(Math.abs(measuredExponent(problem) - power)).toBeLessThan(0.01);
  expect(Math.abs(problem.distances[10_000] / edgeLaw(problem)!(10_000) - 1)).toBeLessThan(0.02);
  expect(problem.result.theta.every((theta) => theta > lower && theta < upper)).toBe(true);
});

test('of several minima the lowest in the box is the optimum, and distances are to the one that was reached', () => {
  const wells = { objective: 'theta^4-3theta^2+theta', lower: -2, upper: 2, learningRate: 0.02, iterations: 3000 };
  const problem = prepare({ ...wells, start: 2 });
  expect(problem.result.optimum).toBeCloseTo(-1.30084, 4);
  expect(problem.reached!.theta).toBeCloseTo(1.1309, 4);
  expect(problem.distances.at(-1)).toBeLessThan(1e-6);
});

test('where the function is not a number descent ends, and where there is no minimum it says so', () => {
  const { result } = prepare({ objective: 'ln(theta)', lower: 0.5, upper: 2, start: 0 });
  expect(result).toMatchObject({ optimum: 0.5, onBoundary: true });
  expect(prepare({ objective: 'sqrt(theta)', lower: -2, upper: -1 }).result).toMatchObject({ optimum: null });
  const flat = prepare({ objective: '5' });
  expect(flat.result.optimum).toBeNull();
  expect(views.boundary.absent!({ parameters: DEFAULTS, data: {}, run: flat })).toMatch(/constant/);
});

test('an empty box is refused, and the bound that was moved is to blame', () => {
  const check = (moved: string) => () => experiment.check!({ ...DEFAULTS, lower: 3, upper: 1 }, {}, new Set([moved]));
  expect(check('lower')).toThrow(/lower.*below upper, which is 1/);
  expect(check('upper')).toThrow(/upper.*above lower, which is 3/);
});

test('all printed statements agree with what is computed', async () => {
  const claims = await experiment.claims!();
  expect(claims.map((claim) => claim.compute(prepare().result)?.verdict)).toEqual(['agrees', 'agrees']);
  expect(claims.map((claim) => claim.compute(prepare({ lower: 0 }).result))).toEqual([undefined, undefined]);
});

test.each([
  ['abs(theta)', /J is least at θ = 0, at a kink: its slope jumps there/],
  ['(theta-0.5)^4', /J is least at θ = 0.5, inside the box/],
  ['abs(theta-1)', /J is least at θ = 1, on the edge/],
  ['5', /^The function is constant/],
  ['max(0, theta)', /^Where θ ≤ 0 the function is flat, and lower than beside it: each place there is a minimum/],
  ['min(theta^2, 0.25)', /^J is least at θ = 0, inside the box. Where θ ≤ −0.5 the function is flat:/],
  ['max(theta^2, 0.25)', /^Where −0.5 ≤ θ ≤ 0.5 the function is flat, and lower/],
  ['ln(theta)', /^J is not defined all over the box.*may be least, or fall without end/],
  ['-ln(theta)', /^J is least at θ = 1, on the edge.*not defined all over the box/],
  ['sqrt(theta)', /^J is not defined all over the box.*may be least/],
  ['ln(theta-3)', /^J is not defined anywhere in the box/],
  ['sin(10000theta)', /^J has so many minima/],
  ['theta^2', /^J is least at θ = 0, inside the box\. After/],
])('of %s it is said what holds: %s', (objective, said) => {
  const problem = prepare({ objective, start: 0.3 });
  const data = { problem, steps: 100 };
  expect(views.descent.chart.summarize(data)).toMatch(said);
  for (const { chart } of Object.values(views)) expect(chart.summarize(data)).not.toMatch(/NaN|undefined|not a number/);
});

test.each([
  ['abs(theta)', -1, 1, /where J has a kink\. The slope does not shrink/, undefined],
  ['theta^4', -1, 1, /J″ is 0 there: no constant factor/, undefined],
  ['abs(theta-1)', -1, 1, /by theory −1\./, -1],
  ['(theta-1)^4', -1, 1, /the distance goes as k to the power −0\.2\d+\.$/, undefined],
])('how fast it arrives is told by the law that holds: %s on [%d, %d]', (objective, lower, upper, said, power) => {
  const problem = prepare({ objective, lower, upper, start: 0.3, learningRate: 0.5, iterations: 5000 });
  expect(views.boundary.chart.summarize({ problem, steps: 5000 })).toMatch(said);
  expect(factorsAt(problem, 1)).toBeUndefined();
  expect(problem.result.limits).toBeNull();
  if (power !== undefined) expect(Math.abs(measuredExponent(problem) - power)).toBeLessThan(0.01);
});

test('a step into a hole of the domain ends the run there, though the formula of the slope has numbers beyond it', () => {
  const problem = prepare({ objective: 'ln(theta)', start: 0.3, learningRate: 3 });
  const { theta, gradients } = problem.result;
  expect(theta.slice(0, -1).every((at) => at > 0)).toBe(true);
  expect([theta.at(-1)! < 0, gradients.at(-1)]).toEqual([true, NaN]);
  const data = { problem, steps: 100 };
  expect(views.descent.chart.summarize(data)).toMatch(/J or its slope is no number there, and the run has ended/);
  expect(views.landscape.chart.summarize(data)).toMatch(/J or its slope is no number, and the run has ended/);
});
