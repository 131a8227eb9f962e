import * as kit from '../../charts/kit';
import { listSign } from '../../words/numbers';
import type { Drawn, RateTool, Tool } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { dot } from './algebra';
import type { LeastSquaresParameters as Parameters } from './parameters';
import type { LeastSquaresProblem as Problem } from './problem';
import { rateSpan, type LeastSquaresRun as Run } from './run';
import { say } from './words';

export type Input<Computed = undefined> = Drawn<Parameters, Problem, Run, Computed>;

export const format = (value: number) => kit.formatNumber(value);
export const listed = (values: readonly number[]) => `(${values.map(format).join(`${listSign()} `)})`;
export const SETTLES = '--gd-minimum-2';
export const DIVERGES = '--gd-diverged';

/** The subscript of a number that counts from 1. */
export const subscript = (index: number) => String(index).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);

/** The number of an eigenvalue in their ascending order, by its place from the largest down, from 1 on. */
export const fromTop = ({ columns }: Problem, place: number) => columns - place;

/** The slider for the learning rate, with the largest stable one marked. */
export function rateTool({ problem, ui }: Pick<Input<unknown>, 'problem' | 'ui'>): RateTool {
  const { limit, isPlain, parameters } = problem;
  const [low, high] = rateSpan(problem);
  const words = limit === undefined ? '' : say(isPlain ? 'limit' : 'optimizerLimit', { rate: kit.formatLimit(limit) });
  return {
    kind: 'rate',
    parameter: 'selectedRate',
    label: say('rateInHand'),
    value: shownRate(ui.parameters),
    low,
    high,
    scale: 'linear',
    listed: { title: say('listedRates'), rates: parameters.learningRates },
    marks: limit === undefined ? [] : [{ at: limit, label: words }],
    zones:
      limit === undefined
        ? [{ label: '' }]
        : [
            { label: say('converges'), color: SETTLES },
            { label: say('diverges'), color: DIVERGES },
          ],
  };
}

export const axesTool = ({ ui }: Pick<Input<unknown>, 'ui'>): Tool => ({
  kind: 'pick',
  parameter: 'axes',
  label: say('axes'),
  title: say('chooseAxes'),
  options: ['weights', 'eigenvectors'],
  names: { weights: say('weights'), eigenvectors: say('eigenvectors') },
  value: ui.parameters.axes,
});

/** Two directions through the minimizer, and how a point is placed along them. */
export interface Plane {
  directions: readonly (readonly number[])[];
  titles: readonly string[];
  /** Where the minimizer is. */
  center: readonly [number, number];
}

export function planeOf(problem: Problem, { axes, across, up }: Parameters): Plane {
  const { columns, eigenvalues, eigenvectors, minimizer } = problem;
  const places = [across, up].map((place) => Math.min(place, columns));
  if (axes === 'eigenvectors')
    return {
      directions: places.map((place) => eigenvectors[fromTop(problem, place)]),
      titles: places.map((place) =>
        say('along', { index: subscript(place), value: format(eigenvalues[fromTop(problem, place)]) }),
      ),
      center: [0, 0],
    };
  return {
    directions: places.map((place) => minimizer.map((_, i) => (i === place - 1 ? 1 : 0))),
    titles: places.map((place) => say('weight', { index: subscript(place) })),
    center: [minimizer[places[0] - 1], minimizer[places[1] - 1]],
  };
}

/** Where an error stands in a plane. */
export const placed = ({ directions, center }: Plane, error: readonly number[]): [number, number] => [
  center[0] + dot(directions[0], error),
  center[1] + dot(directions[1], error),
];

const CELLS = 72;
const LEVELS = [0.02, 0.08, 0.18, 0.32, 0.5, 0.72, 0.98];

/** Lines of equal loss in the plane through the minimizer. */
export function lossLines(
  { hessian }: Problem,
  { directions: [u, v], center }: Plane,
  x: kit.Interval,
  y: kit.Interval,
) {
  const form = (a: readonly number[], b: readonly number[]) =>
    dot(
      a,
      hessian.map((row) => dot(row, b)),
    );
  const [aa, ab, bb] = [form(u, u), form(u, v), form(v, v)];
  const values = Array.from({ length: CELLS * CELLS }, (_, i) => {
    const dx = x[0] + ((x[1] - x[0]) * ((i % CELLS) + 0.5)) / CELLS - center[0];
    const dy = y[0] + ((y[1] - y[0]) * (Math.floor(i / CELLS) + 0.5)) / CELLS - center[1];
    return (aa * dx * dx + 2 * ab * dx * dy + bb * dy * dy) / 2;
  });
  const greatest = values.reduce((most, value) => Math.max(most, value), 0);
  return kit.contour({
    values,
    columns: CELLS,
    rows: CELLS,
    x,
    y,
    thresholds: LEVELS.map((level) => level * greatest),
    color: () => '--gd-border',
  });
}
