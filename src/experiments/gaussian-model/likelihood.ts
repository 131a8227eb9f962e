import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import * as kit from '../../charts/kit';
import { listed, short } from '../../charts/matrix-text';
import { logLikelihood } from '../../math/gaussian-model';
import { withoutRounding } from '../../math/least-squares';
import { notesOf } from './density';
import type { GaussianModelProblem } from './problem';
import { GIVEN_COLOR, logText, MOST_COLOR } from './shown';
import { say } from './words';

export interface LikelihoodData {
  problem: GaussianModelProblem;
  /** The limit of the rate is not told. */
  hidesTheory: boolean;
  onWeights?(weights: readonly number[]): void;
  onSigma?(sigma: number): void;
}

const CELLS = 72;
const LEVELS = 9;
const SIGMAS = 160;

interface Axes {
  x: kit.Interval;
  y: kit.Interval;
  sigma: kit.Interval;
}

function axesOf({ problem: { path, parameters, result } }: LikelihoodData): Axes {
  // A climb that flies off leaves the picture.
  const shown = [parameters.weights, result.w, ...path.slice(0, 3)];
  const [x, y] = [0, 1].map((axis): kit.Interval => {
    const values = shown.map((w) => w[axis] ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = Math.max(0.45 * (high - low), 0.25 * Math.abs(result.w[axis] ?? 0)) || 1;
    return [low - room, high + room];
  });
  const most = Math.sqrt(result.sigmaSquared) || parameters.sigma;
  return { x, y, sigma: [Math.min(most / 3, parameters.sigma / 1.5), Math.max(most * 8, parameters.sigma * 1.5)] };
}

/** Below this learning rate the climb arrives: 2σ² over the largest eigenvalue of X'X/n. */
function limitOf({ data: { design }, parameters }: GaussianModelProblem): number {
  const x = new Matrix(design as number[][]);
  const values = new EigenvalueDecomposition(x.transpose().mmul(x).div(design.length), { assumeSymmetric: true });
  return (2 * parameters.sigma ** 2) / Math.max(...values.realEigenvalues);
}

/** The most likely weights with the first ones moved. */
const movedTo = ({ result }: GaussianModelProblem, ...first: readonly number[]) =>
  result.w.map((value, j) => first[j] ?? value);

const draw = kit.holdingAxes<LikelihoodData, Axes>(axesOf, (container, data, axes, grip) => {
  const { problem } = data;
  const { picture, aside, width } = kit.besideRows(container, data.width);
  if (problem.result.w.length > 1) drawPlane(picture, data, width, axes, grip);
  else drawWeight(picture, data, width, axes, grip);
  drawSigma(aside, data, width, axes, grip);
});

function drawPlane(parent: HTMLElement, data: LikelihoodData, width: number, axes: Axes, grip: kit.Grip): void {
  const { problem, onWeights } = data;
  const { parameters, result, path } = problem;
  const variance = parameters.sigma ** 2;
  const at = (x: number, y: number) => logLikelihood(problem.data, movedTo(problem, x, y), variance);
  const top = logLikelihood(problem.data, result.w, variance);
  const middle = ([low, high]: kit.Interval, i: number) => low + ((high - low) * (i + 0.5)) / CELLS;
  const values = Array.from({ length: CELLS ** 2 }, (_, i) =>
    at(middle(axes.x, i % CELLS), middle(axes.y, Math.floor(i / CELLS))),
  );
  // Lines stand half a square below the maximum; where it is steep, farther apart.
  const depth = top - Math.min(...values);
  const spread = Math.max(1, Math.sqrt((2 * depth) / LEVELS ** 2));
  const thresholds = Array.from({ length: LEVELS }, (_, i) => top - ((LEVELS - i) * spread) ** 2 / 2);
  kit.drawKey(parent, {
    entries: [
      { label: say('maximum'), color: MOST_COLOR },
      { label: say('climb'), color: GIVEN_COLOR, look: '' },
    ],
  });
  const frame = kit.cartesian(parent, {
    width,
    x: { domain: axes.x, title: say('firstWeight') },
    y: { domain: axes.y, title: say('secondWeight') },
    height: Math.min(320, width - 40),
    summary: likelihood.summarize(data),
    note: spread === 1 ? say('levels') : '',
  });
  const [x0, y0] = parameters.weights;
  frame.draw(
    [
      kit.contour({ values, columns: CELLS, rows: CELLS, x: axes.x, y: axes.y, thresholds }),
      kit.line({
        name: 'gd-climb',
        x: (k) => path[k][0],
        y: (k) => path[k][1],
        length: path.length,
        color: GIVEN_COLOR,
      }),
      kit.dots({
        name: 'gd-steps',
        x: (k) => path[k][0],
        y: (k) => path[k][1],
        length: Math.min(path.length, 200),
        radius: 2,
        color: GIVEN_COLOR,
        clip: true,
      }),
      kit.dots({
        name: 'gd-most',
        x: [result.w[0]],
        y: [result.w[1]],
        length: 1,
        radius: 6,
        color: MOST_COLOR,
        stroke: '--gd-surface',
      }),
      kit.handles({
        along: 'both',
        stops: 80,
        handles: [
          {
            x: x0,
            y: y0,
            label: say('start'),
            text: say('weightsText', { x: short(x0), y: short(y0) }),
            color: GIVEN_COLOR,
          },
        ],
        onMove: onWeights && ((_, x, y) => onWeights(parameters.weights.with(0, x).with(1, y))),
        ...grip,
      }),
    ],
    kit.pointing<readonly [number, number]>({
      name: say('readWeights'),
      at: (px, py) => [frame.x.invert(px), frame.y.invert(py)],
      initial: () => [result.w[0], result.w[1]],
      move([x, y], { key }) {
        const [dx, dy] = [(axes.x[1] - axes.x[0]) / 40, (axes.y[1] - axes.y[0]) / 40];
        const ways: Record<string, readonly [number, number]> = {
          ArrowLeft: [x - dx, y],
          ArrowRight: [x + dx, y],
          ArrowUp: [x, y + dy],
          ArrowDown: [x, y - dy],
        };
        return Object.hasOwn(ways, key) ? ways[key] : undefined;
      },
      read: ([x, y]) => ({
        x: frame.x(x),
        y: frame.y(y),
        hair: 'none',
        ring: 5,
        lines: [
          { text: say('atWeights', { x: short(x), y: short(y) }) },
          { text: say('isLog', { value: logText(at(x, y)) }) },
        ],
      }),
    }),
  );
}

/** With a single weight: a curve. */
function drawWeight(parent: HTMLElement, data: LikelihoodData, width: number, axes: Axes, grip: kit.Grip): void {
  const { problem, onWeights } = data;
  const { parameters, path } = problem;
  const at = (x: number) => logLikelihood(problem.data, [x], parameters.sigma ** 2);
  drawCurve(parent, {
    data,
    width,
    grip,
    domain: axes.x,
    title: say('firstWeight'),
    at,
    marks: [[problem.result.w[0], MOST_COLOR]],
    extra: [
      kit.dots({
        name: 'gd-steps',
        x: (k) => path[k][0],
        y: (k) => at(path[k][0]),
        length: path.length,
        radius: 2,
        color: GIVEN_COLOR,
        clip: true,
      }),
    ],
    value: parameters.weights[0],
    label: say('start'),
    name: say('readWeight'),
    place: (x) => say('atWeight', { x: short(x) }),
    onMove: onWeights && ((x) => onWeights([x])),
  });
}

function drawSigma(parent: HTMLElement, data: LikelihoodData, width: number, axes: Axes, grip: kit.Grip): void {
  const { problem, onSigma } = data;
  const { parameters, result } = problem;
  const most = Math.sqrt(result.sigmaSquared);
  const unbiased = Math.sqrt(result.unbiased ?? 0);
  const marks = [
    ...(most > 0 ? [[most, MOST_COLOR] as const] : []),
    ...(unbiased > 0 ? [[unbiased, '--gd-text'] as const] : []),
  ];
  kit.drawKey(parent, {
    entries: [
      ...(most > 0 ? [{ label: say('sigmaMark', { sigma: short(most) }), color: MOST_COLOR }] : []),
      ...(unbiased > 0 ? [{ label: say('unbiasedMark', { sigma: short(unbiased) }), color: '--gd-text' }] : []),
    ],
  });
  drawCurve(parent, {
    data,
    width,
    grip,
    scale: 'log',
    domain: axes.sigma,
    title: say('sigmaAxis'),
    note: say('overSigma'),
    at: (sigma) => logLikelihood(problem.data, result.w, sigma ** 2),
    marks,
    value: parameters.sigma,
    label: say('sigmaHandle'),
    name: say('readSigma'),
    place: (sigma) => say('atSigma', { sigma: short(sigma) }),
    onMove: onSigma && ((sigma) => onSigma(Number(sigma.toPrecision(3)))),
  });
}

interface Curve {
  data: LikelihoodData;
  width: number;
  grip: kit.Grip;
  scale?: 'log';
  domain: kit.Interval;
  title: string;
  note?: string;
  at(x: number): number;
  marks: readonly (readonly [x: number, color: string])[];
  extra?: readonly kit.Mark[];
  value: number;
  label: string;
  name: string;
  place(x: number): string;
  onMove?(x: number): void;
}

/** The log-likelihood over one number, with a handle on it. */
function drawCurve(parent: HTMLElement, curve: Curve): void {
  const {
    data,
    width,
    grip,
    scale,
    domain,
    title,
    note,
    at,
    marks,
    extra = [],
    value,
    label,
    name,
    place,
    onMove,
  } = curve;
  const [low, high] = domain;
  const across = (i: number) => (scale ? low * (high / low) ** (i / SIGMAS) : low + ((high - low) * i) / SIGMAS);
  const xs = Array.from({ length: SIGMAS + 1 }, (_, i) => across(i));
  const ys = xs.map(at);
  const top = Math.max(...ys, ...marks.map(([x]) => at(x)));
  // What falls steeply leaves the picture below.
  const bottom = Math.max(Math.min(...ys), Math.min(at(value), top - 6 * data.problem.data.targets.length));
  const frame = kit.cartesian(parent, {
    width,
    x: { domain, scale, title },
    y: { domain: [bottom - 0.06 * (top - bottom), top + 0.1 * (top - bottom)], title: say('logAxis'), grid: true },
    height: Math.min(320, width - 40),
    note,
    summary: likelihood.summarize(data),
  });
  frame.draw(
    [
      kit.line({ x: xs, y: ys, length: xs.length, color: '--gd-text', look: 'gd-heavy' }),
      ...extra,
      ...marks.map(([x, color], i) =>
        kit.dots({ name: `gd-mark-${i}`, x: [x], y: [at(x)], length: 1, radius: 6, color, stroke: '--gd-surface' }),
      ),
      kit.handles({
        along: 'x',
        ...(scale ? {} : { stops: 80 }),
        handles: [{ x: value, y: Math.max(bottom, at(value)), label, text: place(value), color: GIVEN_COLOR }],
        onMove: onMove && ((_, x) => onMove(x)),
        ...grip,
      }),
    ],
    kit.scrub({
      name,
      last: SIGMAS,
      initial: Math.round(SIGMAS / 2),
      at: (px) => {
        const x = frame.x.invert(px);
        return Math.round(SIGMAS * (scale ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low)));
      },
      value: (i) => Number(across(i).toPrecision(4)),
      read: (i) => ({
        x: frame.x(across(i)),
        lines: [{ text: place(across(i)) }, { text: say('isLog', { value: logText(at(across(i))) }) }],
      }),
    }),
  );
}

function climbWords(problem: GaussianModelProblem): string {
  const { data, path, parameters, result } = problem;
  const last = path.at(-1)!;
  const values = { steps: path.length - 1, sigma: short(parameters.sigma) };
  if (path.length <= parameters.iterations) return say('climbLost', values);
  const distance = Math.hypot(...last.map((value, j) => value - result.w[j]));
  const weights = listed(withoutRounding(last, data.design, data.targets));
  return say('climbWords', { ...values, weights, distance: kit.formatNumber(distance, 2) });
}

/** The log-likelihood over two weights with the climb to its maximum, and over sigma. */
export const likelihood: kit.Chart<LikelihoodData> = {
  draw,
  summarize({ problem, hidesTheory }) {
    const { result } = problem;
    const limit = hidesTheory ? [] : [say('climbLimit', { limit: kit.formatLimit(limitOf(problem)) })];
    const at = { weights: listed(result.w), climb: [climbWords(problem), ...limit].join(' ') };
    const words =
      result.logLikelihood === null
        ? say('likelihoodUnbounded', at)
        : say('likelihoodSummary', {
            ...at,
            sigmaSquared: short(result.sigmaSquared),
            most: logText(result.logLikelihood),
          });
    const unbiased = result.unbiased ? [say('unbiasedWords', { unbiased: short(result.unbiased) })] : [];
    return [words, ...unbiased, ...notesOf(problem)].join(' ');
  },
  table({ problem: { path, data, parameters } }) {
    return {
      step: path.map((_, k) => k),
      ...Object.fromEntries(path[0].map((_, j) => [`w${j + 1}`, path.map((w) => w[j])])),
      logLikelihood: path.map((w) => logLikelihood(data, w, parameters.sigma ** 2)),
    };
  },
};
