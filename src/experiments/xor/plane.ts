import { extent } from 'd3';
import * as kit from '../../charts/kit';
import type { XorProblem } from './problem';
import {
  aboveLimit,
  bestText,
  short,
  shortPrediction,
  stateText,
  TARGET_COLORS,
  targetColor,
  targetInk,
  targetsOf,
} from './shown';
import { say } from './words';

export interface PlaneData {
  problem: XorProblem;
  /** The iteration that is shown. */
  iteration: number;
  /** The target of a point that is placed. */
  newTarget: number;
  /** The best linear model is not told. */
  hidesTheory: boolean;
  onMove?(index: number, x1: number, x2: number): void;
  onAdd?(x1: number, x2: number): void;
  onRemove?(index: number): void;
  fewest?: number;
}

const CELLS = 160;
/** How strong the colour of the lowest and of the highest target is over the plane. */
const STRONG = 0.75;
/** How much of the text's colour there is halfway between the targets: a plane that is level there is seen, too. */
const HALFWAY = 0.16;
const MOST_ROWS = 6;
const LEVELS = 8;

/** A square around all points. */
function squareAround({ problem: { parameters } }: PlaneData): readonly [kit.Interval, kit.Interval] {
  const ends = [0, 1].map((axis) => {
    const values = parameters.points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const half = 0.8 * Math.max(0.5, ...ends.map(([low, high]) => high - low));
  const [x, y] = ends.map(([low, high]): kit.Interval => [(low + high) / 2 - half, (low + high) / 2 + half]);
  return [x, y];
}

const draw = kit.holdingAxes<PlaneData, readonly [kit.Interval, kit.Interval]>(
  squareAround,
  (container, data, axes, grip) => {
    const { problem, newTarget, hidesTheory, onMove, onAdd, onRemove } = data;
    const { points } = problem.parameters;
    const iteration = Math.min(data.iteration, problem.descent.losses.length - 1);
    const predict = problem.descent.at(iteration);
    const targets = targetsOf(problem);
    const { picture, aside, width } = kit.besideRows(container, data.width);
    const frame = kit.cartesian(picture, {
      width,
      height: Math.min(420, width - 50),
      isEqual: true,
      x: { domain: axes[0], title: say('x1Axis') },
      y: { domain: axes[1], title: say('x2Axis') },
      summary: plane.summarize(data),
    });
    const [across, up] = [frame.x, frame.y].map((scale): kit.Interval => {
      const [low, high] = scale.domain();
      return [low, high];
    });
    const inks = kit.inksOf(frame.root, ['--gd-surface', '--gd-text', ...TARGET_COLORS]);
    const values = valuesOver(predict, across, up);
    const center = [(across[0] + across[1]) / 2, (up[0] + up[1]) / 2] as const;
    const middle = (targets[0] + targets[1]) / 2;
    const { mark, reader } = kit.placedPoints(frame, {
      name: say(onAdd ? 'readPlane' : 'readPlaneOnly'),
      points: points.map(([x, y, target], i) => ({
        x,
        y,
        label: say('pointOf', { number: i + 1, target: short(target) }),
        text: say('place', { x: short(x), y: short(y) }),
        color: targetColor(target, targets),
        radius: 7,
      })),
      initial: center,
      onMove,
      onAdd,
      onRemove,
      fewest: data.fewest,
      read: (x, y) => ({
        lines: [
          { text: say('place', { x: short(x), y: short(y) }) },
          {
            text: say('predicts', { value: shortPrediction(predict(x, y), targets) }),
            color: targetColor(predict(x, y), targets),
          },
        ],
        hint: onAdd && say('willPlace', { target: short(newTarget) }),
      }),
      grip,
    });
    const span = targets[1] - targets[0];
    const [least, most] = extent(values);
    // A level plane has no lines, though rounding leaves it a slope.
    const isLevel = most! - least! < 1e-3 * span;
    const levels = isLevel ? [] : Array.from({ length: LEVELS + 1 }, (_, i) => targets[0] + (i * span) / LEVELS);
    const grid = { values, columns: CELLS, rows: CELLS, x: across, y: up };
    frame.draw(
      [
        kit.raster({
          x: across,
          y: up,
          key: [values, inks.join(), targets.join()],
          image: () => imageOf(values, targets, inks),
        }),
        kit.contour({ ...grid, thresholds: levels }),
        kit.contour({
          ...grid,
          name: 'gd-middle',
          thresholds: isLevel ? [] : [middle],
          color: () => '--gd-text',
          width: () => 2,
        }),
        mark,
        kit.labels(
          'gd-level',
          isLevel
            ? [
                {
                  text: say('everywhere', { value: shortPrediction(predict(...center), targets) }),
                  x: center[0],
                  y: center[1],
                  anchor: 'middle' as const,
                  look: 'gd-strong',
                },
              ]
            : [],
        ),
        kit.labels(
          'gd-predictions',
          points.length > 12
            ? []
            : points.map(([x, y]) => ({
                text: shortPrediction(predict(x, y), targets),
                x,
                y,
                dy: -12,
                anchor: 'middle' as const,
                look: 'gd-strong',
              })),
        ),
      ],
      reader,
    );
    kit.drawRamp(
      kit.one(picture, 'div', 'gd-scale'),
      say('valueRamp', { low: short(targets[0]) }),
      say('valueRampHigh', { high: short(targets[1]) }),
      [0, 0.25, 0.5, 0.75, 1].map((share) => rampColor(share)),
    );
    const rows = points.slice(0, MOST_ROWS).map(([x, y, target]): kit.Row => ({
      name: say('place', { x: short(x), y: short(y) }),
      color: targetInk(target, targets),
      value: shortPrediction(predict(x, y), targets),
      note: say('target', { target: short(target) }),
    }));
    const list = kit.one<HTMLElement>(aside, 'div', 'gd-points');
    kit.drawRows(list, [{ title: say('pointsTitle', { count: points.length }), rows }], {});
    const more = points.length - rows.length;
    kit.one(aside, 'p', 'gd-quiet').textContent = more > 0 ? say('more', { count: more }) : '';
    kit.one(aside, 'p', 'gd-sentence').textContent = stateText(problem, iteration);
    const theory = hidesTheory ? [] : [...aboveLimit(problem), bestText(problem)];
    kit.one(kit.one(aside, 'div', 'gd-best'), 'p', 'gd-sentence').textContent = theory.join(' ');
  },
);

/** The prediction row by row from the lowest x₂ up. */
function valuesOver(predict: (x: number, y: number) => number, [left, right]: kit.Interval, [low, high]: kit.Interval) {
  const place = (from: number, to: number, i: number) => from + ((to - from) * (i + 0.5)) / CELLS;
  return Float64Array.from({ length: CELLS * CELLS }, (_, i) =>
    predict(place(left, right, i % CELLS), place(low, high, Math.floor(i / CELLS))),
  );
}

/** From the colour of the lowest target through grey to that of the highest. */
function imageOf(
  values: Float64Array,
  [low, high]: kit.Interval,
  [surface, text, blue, orange]: readonly kit.RGB[],
): ImageData {
  const halfway = kit.mix(surface, text, HALFWAY);
  const image = new ImageData(CELLS, CELLS);
  values.forEach((value, i) => {
    const tilt = Math.max(-1, Math.min(1, (2 * (value - low)) / (high - low) - 1));
    const row = CELLS - 1 - Math.floor(i / CELLS);
    const color = kit.mix(halfway, tilt < 0 ? blue : orange, STRONG * Math.abs(tilt));
    image.data.set([...color, 255], 4 * (row * CELLS + (i % CELLS)));
  });
  return image;
}

function rampColor(share: number): string {
  const tilt = 2 * share - 1;
  const ink = kit.color(TARGET_COLORS[tilt < 0 ? 0 : 1]);
  const halfway = `color-mix(in srgb, ${kit.color('--gd-text')} ${100 * HALFWAY}%, ${kit.color('--gd-surface')})`;
  return `color-mix(in srgb, ${ink} ${Math.round(100 * STRONG * Math.abs(tilt))}%, ${halfway})`;
}

/** The prediction over the plane, with the points. */
export const plane: kit.Chart<PlaneData> = {
  draw,
  summarize({ problem, iteration }) {
    const { points } = problem.parameters;
    const predict = problem.descent.at(iteration);
    const targets = targetsOf(problem);
    const predictions = points.slice(0, MOST_ROWS).map(([x, y, target]) =>
      say('predictedAt', {
        value: shortPrediction(predict(x, y), targets),
        place: say('place', { x: short(x), y: short(y) }),
        target: short(target),
      }),
    );
    return say('planeSummary', { count: points.length, predictions: predictions.join('; ') });
  },
  table({ problem, iteration }) {
    const { points } = problem.parameters;
    const predict = problem.descent.at(iteration);
    const { w, b } = problem.linear.minimizer;
    return {
      x1: points.map(([x1]) => x1),
      x2: points.map(([, x2]) => x2),
      target: points.map(([, , y]) => y),
      prediction: points.map(([x1, x2]) => predict(x1, x2)),
      'best linear model': points.map(([x1, x2]) => w[0] * x1 + w[1] * x2 + b),
    };
  },
};
