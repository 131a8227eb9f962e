import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import { pointFrame, regressionPoints, type PointAxes, type PointHandlers } from '../../charts/regression-points';
import { constantColumn } from '../parameters/examples';
import type { GaussianModelProblem } from './problem';
import { GIVEN_COLOR, logText, modelText, MOST_COLOR } from './shown';
import { say } from './words';

export interface DensityData extends PointHandlers {
  problem: GaussianModelProblem;
}

const ROWS = 240;
/** Only as many columns as a straight band needs to look straight. */
const COLUMNS = 240;
const STRONGEST = 0.6;

function axesOf({ problem: { points, result } }: DensityData): PointAxes {
  const wide = 2.5 * Math.sqrt(result.sigmaSquared);
  const [xs, ys] = [0, 1].map((axis) => points!.map((point) => point[axis]));
  const padded = (values: readonly number[], room: number): kit.Interval => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const some = room || 0.15 * (high - low) || 1;
    return [low - some, high + some];
  };
  const x = padded(xs, 0.15 * (Math.max(...xs) - Math.min(...xs)));
  return { x, y: padded([...ys, ...xs.map((one) => result.w[0] + result.w[1] * one)], wide) };
}

const draw = kit.holdingAxes<DensityData, PointAxes>(axesOf, (container, data, axes, grip) => {
  const { problem } = data;
  const { parameters, result } = problem;
  const points = problem.points!;
  const sigma = Math.sqrt(result.sigmaSquared);
  const root = kit.chartRoot(container);
  kit.drawKey(root, {
    entries: [
      {
        label: say('mostLikely', { formula: modelText(result.w, true), sigma: short(sigma) }),
        color: MOST_COLOR,
        look: 'gd-heavy',
      },
      { label: say('bands'), color: MOST_COLOR, look: 'gd-thin' },
      {
        label: say('given', { formula: modelText(parameters.weights, true), sigma: short(parameters.sigma) }),
        color: GIVEN_COLOR,
        look: 'gd-dashed',
      },
    ],
  });
  const frame = pointFrame(root, axes, { width: data.width, summary: density.summarize(data) });
  const [ink, surface] = kit.inksOf(frame.root, [MOST_COLOR, '--gd-surface']);
  const mean = (x: number) => result.w[0] + result.w[1] * x;
  const parallel = (name: string, shift: number, look: string) =>
    kit.line({ name, x: [...axes.x], y: (i) => mean(axes.x[i]) + shift, length: 2, color: MOST_COLOR, look });
  const densityAt = (x: number, y: number) =>
    Math.exp(-((y - mean(x)) ** 2) / (2 * result.sigmaSquared)) / (sigma * Math.sqrt(2 * Math.PI));
  const { mark, reader } = regressionPoints(frame, {
    points,
    axes,
    name: say(data.onAdd ? 'readDensity' : 'readOnly'),
    onMove: data.onMove,
    onAdd: data.onAdd,
    onRemove: data.onRemove,
    fewest: data.fewest,
    read: (x, y) =>
      sigma > 0 ? [{ text: say('densityAt', { density: short(densityAt(x, y)) }), color: kit.color(MOST_COLOR) }] : [],
    grip,
  });
  const image = () => {
    const pixels = new ImageData(COLUMNS, ROWS);
    for (let row = 0; row < ROWS; row++)
      for (let column = 0; column < COLUMNS; column++) {
        const y = axes.y[1] - ((axes.y[1] - axes.y[0]) * (row + 0.5)) / ROWS;
        const x = axes.x[0] + ((axes.x[1] - axes.x[0]) * (column + 0.5)) / COLUMNS;
        const share = Math.exp(-((y - mean(x)) ** 2) / (2 * result.sigmaSquared));
        pixels.data.set([...kit.mix(surface, ink, STRONGEST * share), 255], 4 * (row * COLUMNS + column));
      }
    return pixels;
  };
  frame.draw(
    [
      ...(sigma > 0
        ? [
            kit.raster({ ...axes, key: [result, ...axes.x, ...axes.y, ink.join(), surface.join()], image }),
            ...[-2, -1, 1, 2].map((times) => parallel(`gd-band-${times + 2}`, times * sigma, 'gd-thin')),
          ]
        : []),
      parallel('gd-most', 0, 'gd-heavy'),
      kit.line({
        name: 'gd-given',
        x: [...axes.x],
        y: (i) => parameters.weights[0] + parameters.weights[1] * axes.x[i],
        length: 2,
        color: GIVEN_COLOR,
        look: 'gd-dashed',
      }),
      mark,
    ],
    reader,
  );
});

/** What the closed form cannot say without a word. */
export function notesOf({ parameters, points, result }: GaussianModelProblem): string[] {
  const hasBias = points === null && parameters.intercept === 'fitted';
  const column = parameters.design ? constantColumn(parameters.design) : -1;
  const constant = { column: column + 1, value: short(parameters.design?.[0][column] ?? 0) };
  return [
    ...(hasBias ? [say('bias')] : []),
    ...(column >= 0 ? [say(hasBias ? 'secondBias' : 'constant', constant)] : []),
    ...(result.logLikelihood === null ? [say('exact')] : []),
    ...(result.isUnique ? [] : [say('shortest')]),
  ];
}

/** The points, and the density of y at each x for the most likely model. */
export const density: kit.Chart<DensityData> = {
  draw,
  summarize({ problem }) {
    const { points, result } = problem;
    const words = say('densitySummary', {
      count: points!.length,
      formula: modelText(result.w, true),
      sigmaSquared: short(result.sigmaSquared),
      most: result.logLikelihood === null ? say('unbounded') : logText(result.logLikelihood),
      given: logText(result.atGiven),
    });
    return [words, ...notesOf(problem)].join(' ');
  },
  table: ({ problem: { points, residuals } }) => ({
    x: points!.map(([x]) => x),
    y: points!.map(([, y]) => y),
    fitted: points!.map(([, y], i) => y - residuals[i]),
    residual: residuals,
  }),
};
