import * as kit from '../../charts/kit';
import { segmentInPixels, tangentAt } from '../../charts/tangent';
import { spacedAround } from '../../math/spacing';
import type { ActivationsProblem } from './problem';
import { classColor, format, listed, subscript } from './shown';
import { say } from './words';

export interface CurveData {
  problem: ActivationsProblem;
  onMove?(x: number): void;
}

const POINTS = 301;
/** Where the slope is less than that, the function counts as flat. */
const FLAT = 0.01;
const TALL: kit.Interval = [-0.08, 1.08];

/** An axis that shows where the curves bend and the point, in round numbers. */
function axis({ problem: { bend, at } }: CurveData): kit.Interval {
  const middle = (bend[0] + bend[1]) / 2;
  const reach = Math.max(bend[1] - middle, kit.roundUp(1.15 * Math.abs(at - middle)));
  return [middle - reach, middle + reach];
}

/** The names of the curves: one has none. */
const nameOf = (i: number) => `f${subscript(i + 1)}`;

const isSoftmax = ({ parameters }: ActivationsProblem) => parameters.function === 'softmax';
const inkOf = (problem: ActivationsProblem, i: number) => (isSoftmax(problem) ? classColor(i) : '--gd-accent');

/** The derivative at the point, with its numbers. */
function slopeNote(problem: ActivationsProblem): string {
  const { parameters, main, result } = problem;
  const [f, slope] = [result.value, result.derivative].map(format);
  if (parameters.function === 'softplus') {
    const given = kit.formatGiven(parameters.x);
    const x = parameters.x < 0 ? `(${given})` : given;
    return `f′(x) = σ(β x) = σ(${kit.formatGiven(parameters.beta)} · ${x}) = ${slope}`;
  }
  const index = subscript(main + 1);
  const [name, derivative] = isSoftmax(problem) ? [nameOf(main), `∂f${index}/∂x${index}`] : ['σ', 'σ′'];
  // Not by subtraction, which loses all digits where the function is close to 1.
  const rest = result.value > 0 ? result.derivative / result.value : 1;
  return `${derivative} = ${name} (1 − ${name}) = ${f} · ${format(rest)} = ${slope}`;
}

const draw = kit.holdingAxes<CurveData, kit.Interval>(axis, (container, data, domain, grip) => {
  const { problem, onMove } = data;
  const { curves, main, at, parameters } = problem;
  const xs = spacedAround(domain, problem.bend, POINTS);
  const values = curves.map(({ value }) => Array.from(xs, value));
  const slopes = curves.map(({ slope }) => Array.from(xs, slope));
  const isSoftplus = parameters.function === 'softplus';
  const top = values[0].at(-1)!;
  const letter = isSoftmax(problem) ? `x${subscript(main + 1)}` : 'x';
  const frame = kit.cartesian(kit.chartRoot(container), {
    width: data.width,
    x: { domain, title: `${letter} →` },
    panels: [
      {
        y: { domain: isSoftplus ? [-0.06 * top, 1.03 * top] : TALL, title: say('value'), grid: true },
        height: [180, 0.3, 260],
        note: isSoftplus ? say('relu') : '',
      },
      {
        y: {
          domain: isSoftplus ? TALL : isSoftmax(problem) ? [-0.28, 0.28] : [-0.02, 0.28],
          title: say('derivative'),
          grid: true,
          spacing: 40,
        },
        height: [120, 0.18, 160],
        note: slopeNote(problem),
      },
    ],
    summary: curve.summarize(data),
  });
  const [upper, lower] = frame.panels;
  const flat = stretchesBelow(xs, slopes[main]);
  const order = [...curves.keys()].filter((i) => i !== main).concat(main);
  const lines = (panel: kit.Panel, ys: readonly number[][], name: string) =>
    order.map((i) =>
      kit.line({
        name: `${name}-${i}`,
        panel,
        x: xs,
        y: ys[i],
        length: xs.length,
        color: inkOf(problem, i),
        look: i === main ? 'gd-heavy' : '',
      }),
    );
  const tangents = order.map((i) => {
    return kit.line({
      name: 'gd-tangent',
      panel: upper,
      ...tangentAt(upper, at, curves[i].value(at), curves[i].slope(at)),
      length: 2,
      color: i === main ? '--gd-text' : inkOf(problem, i),
      look: i === main ? 'gd-heavy' : 'gd-dashed',
    });
  });
  const { value, slope } = curves[main];
  const isHigh = value(at) > (upper.y.domain()[0] + upper.y.domain()[1]) / 2;
  frame.draw(
    [
      ...[upper, lower].map((panel) => kit.band({ panel, x: flat, color: '--gd-bounded', opacity: 0.13 })),
      ...[upper, lower].map((panel) => kit.rule({ panel, y: [0], look: 'gd-zero' })),
      kit.rule({ name: 'gd-quarter', panel: lower, y: isSoftplus ? [1] : [0.25], look: 'gd-hair' }),
      kit.rule({ name: 'gd-at', panel: lower, x: [at], look: 'gd-hair', above: upper.bottom - upper.top + 40 }),
      kit.line({
        name: 'gd-relu',
        panel: upper,
        x: [domain[0], 0, domain[1]],
        y: [0, 0, domain[1]],
        length: isSoftplus ? 3 : 0,
        color: '--gd-maximum',
        look: 'gd-dashed',
      }),
      ...lines(upper, values, 'gd-value'),
      ...lines(lower, slopes, 'gd-slope'),
      ...tangents,
      kit.dots({
        name: 'gd-slopes',
        panel: lower,
        x: () => at,
        y: (i) => curves[order[i]].slope(at),
        length: order.length,
        radius: (i) => (order[i] === main ? 5 : 3.5),
        color: (i) => inkOf(problem, order[i]),
        stroke: '--gd-surface',
      }),
      kit.labels(
        'gd-notes',
        [
          {
            text: say('slopeIs', { slope: format(slope(at)) }),
            x: at,
            y: value(at),
            dx: isHigh ? 10 : -10,
            dy: isHigh ? 20 : -12,
            anchor: isHigh ? 'start' : 'end',
            look: 'gd-strong',
          },
          ...(isSoftmax(problem)
            ? curves.map((one, i) => ({ text: nameOf(i), left: 4, y: one.value(domain[0]), dy: -5 }))
            : []),
        ],
        upper,
      ),
      kit.labels(
        'gd-bounds',
        [
          { text: isSoftplus ? '' : say('quarter'), right: 4, y: 0.25, dy: -4, anchor: 'end' },
          ...flat
            .filter(([low, high]) => lower.x(high) - lower.x(low) > lower.measure(say('flat')) + 8)
            .map(([low, high]) => ({
              text: say('flat'),
              x: (low + high) / 2,
              y: isSoftplus ? 0.5 : 0.12,
              anchor: 'middle' as const,
            })),
        ],
        lower,
      ),
      kit.handles({
        panel: upper,
        along: 'x',
        stops: 200,
        handles: [{ x: at, y: value(at), label: say('point'), text: kit.formatGiven(at), color: inkOf(problem, main) }],
        onMove: onMove && ((_, x) => onMove(x)),
        ...grip,
      }),
    ],
    kit.scrub({
      name: say('read'),
      last: POINTS - 1,
      initial: Math.round(((POINTS - 1) * (at - domain[0])) / (domain[1] - domain[0])),
      at: (px) => ((frame.x.invert(px) - domain[0]) / (domain[1] - domain[0])) * (POINTS - 1),
      value: (position) => rounded(xAt(position)),
      read(position) {
        const x = rounded(xAt(position));
        const segments = [segmentInPixels(upper, tangentAt(upper, x, value(x), slope(x)))];
        const texts = curves.map((one, i) => {
          const words = { value: format(one.value(x)), slope: format(one.slope(x)) };
          return isSoftmax(problem)
            ? { text: say('valueAndSlopeOf', { name: nameOf(i), ...words }), color: kit.color(inkOf(problem, i)) }
            : { text: say('valueAndSlope', words) };
        });
        const place = { x: upper.x(x), y: upper.y(value(x)), dot: 4, segments };
        return { ...place, lines: [{ text: say('at', { x: format(x) }) }, ...texts] };
      },
      pick: onMove && ((position) => onMove(rounded(xAt(position)))),
    }),
  );
  function xAt(position: number) {
    return domain[0] + ((domain[1] - domain[0]) * position) / (POINTS - 1);
  }
  function rounded(x: number) {
    return Number(x.toPrecision(4));
  }
});

/** Where the slope is below the limit in size, from edge to edge. */
function stretchesBelow(xs: ArrayLike<number>, slopes: readonly number[]): kit.Interval[] {
  return kit
    .stretchesOf(slopes.map((slope) => Math.abs(slope) < FLAT))
    .filter(({ outcome }) => outcome)
    .map(({ from, to }) => [xs[from], xs[to]]);
}

/** A function with its derivative below it, and the tangent at a point. */
export const curve: kit.Chart<CurveData> = {
  draw,
  summarize({ problem }) {
    const { curves, main, at, result } = problem;
    if (!isSoftmax(problem))
      return say('curveSummary', {
        x: kit.formatGiven(at),
        value: format(result.value),
        slope: format(result.derivative),
      });
    return say('softmaxSummary', {
      number: main + 1,
      x: kit.formatGiven(at),
      values: listed(curves.map(({ value }) => value(at))),
      slopes: listed(curves.map(({ slope }) => slope(at))),
    });
  },
  table(data) {
    const x = spacedAround(axis(data), data.problem.bend, POINTS);
    const { curves } = data.problem;
    const suffix = (i: number) => (curves.length > 1 ? String(i + 1) : '');
    return Object.assign(
      { x } as kit.Table,
      ...curves.map(({ value, slope }, i) => ({
        [`value${suffix(i)}`]: Array.from(x, value),
        [`derivative${suffix(i)}`]: Array.from(x, slope),
      })),
    ) as kit.Table;
  },
};
