import * as kit from '../../charts/kit';
import { varianceOf } from '../../math/batch-noise';
import type { StochasticGradientProblem } from './problem';
import { EXAMPLE, format, FULL, MEAN } from './shown';
import { say } from './words';

export interface GradientsData {
  problem: StochasticGradientProblem;
  onTheta?(theta: number): void;
}

/** More lines than these cannot be told apart. */
const MOST_LINES = 60;
/** The values of so few examples are read out one by one. */
const FEW = 4;
const POINTS = 401;

/** Some of the examples, evenly spread over all. */
const shownOf = (count: number) =>
  Array.from({ length: Math.min(count, MOST_LINES) }, (_, i) => Math.floor((i * count) / Math.min(count, MOST_LINES)));

/** The weights between which most examples have their minimum, and the weight in hand, with some room. */
function windowOf({ problem: { parameters, minimizer, curvatures, offsets } }: GradientsData): kit.Interval {
  const zeros = shownOf(curvatures.length).flatMap((i) => (curvatures[i] > 0 ? [offsets[i] / curvatures[i]] : []));
  const sorted = zeros.sort((a, b) => a - b);
  const middle = [0.1, 0.9].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
  const reach =
    Math.max(...[parameters.theta, ...middle].map((at) => Math.abs(at - minimizer))) || Math.abs(minimizer) || 1;
  return [minimizer - 1.35 * reach, minimizer + 1.35 * reach];
}

const draw = kit.holdingAxes<GradientsData, kit.Interval>(windowOf, (container, data, window, grip) => {
  const { problem, onTheta } = data;
  const { parameters, curvatures, offsets, full, minimizer } = problem;
  const shown = shownOf(curvatures.length);
  const meanAt = (theta: number) =>
    curvatures.reduce((sum, a, i) => sum + (a * theta - offsets[i]), 0) / curvatures.length;
  const ends = window.flatMap((theta) => shown.map((i) => curvatures[i] * theta - offsets[i]));
  const domain: kit.Interval = [Math.min(...ends), Math.max(...ends)];
  const root = kit.chartRoot(container);
  kit.drawKey(root, {
    entries: [
      { label: say('example'), color: EXAMPLE, look: '' },
      { label: say('meanOfExamples'), color: MEAN, look: 'gd-heavy' },
      { label: say('fullGradient'), color: FULL, look: 'gd-dashed' },
    ],
  });
  const frame = kit.cartesian(root, {
    width: data.width,
    x: { domain: window, title: say('weightAxis') },
    y: {
      domain: domain[0] < domain[1] ? domain : [domain[0] - 1, domain[1] + 1],
      title: say('gradientAxis'),
      grid: true,
    },
    height: [250, 0.45, 400],
    note: shown.length < curvatures.length ? say('someOf', { shown: shown.length, count: curvatures.length }) : '',
    summary: gradients.summarize(data),
  });
  const steps = (window[1] - window[0]) / (POINTS - 1);
  const at = (position: number) => Number((window[0] + position * steps).toPrecision(4));
  frame.draw(
    [
      kit.rule({ name: 'gd-level', y: [0], look: 'gd-zero' }),
      kit.rule({ name: 'gd-minimum', x: [minimizer], look: 'gd-hair' }),
      kit.rule({ name: 'gd-at', x: [parameters.theta], look: 'gd-threshold' }),
      kit.shapes(
        'gd-examples',
        shown.map((i) => ({
          points: window.map((theta) => [theta, curvatures[i] * theta - offsets[i]] as const),
          color: EXAMPLE,
          width: shown.length > 10 ? 1 : 2,
          isOpen: true,
        })),
      ),
      kit.line({ name: 'gd-mean', x: window, y: (i) => meanAt(window[i]), length: 2, color: MEAN, look: 'gd-heavy' }),
      kit.line({ name: 'gd-full', x: window, y: (i) => meanAt(window[i]), length: 2, color: FULL, look: 'gd-dashed' }),
      kit.dots({
        x: () => parameters.theta,
        y: shown.map((i) => problem.gradients[i]),
        length: shown.length,
        radius: shown.length > 10 ? 2.5 : 4.5,
        color: EXAMPLE,
        stroke: '--gd-surface',
        clip: true,
      }),
      kit.labels('gd-names', [
        { text: say('minimizer', { place: format(minimizer) }), x: minimizer, bottom: 8, dx: 6 },
        {
          text: format(full),
          x: parameters.theta,
          y: full,
          dx: parameters.theta > minimizer ? -12 : 12,
          dy: 17,
          anchor: parameters.theta > minimizer ? 'end' : 'start',
          look: 'gd-strong',
        },
      ]),
      kit.handles({
        along: 'x',
        stops: 200,
        handles: [
          {
            x: kit.within(window)(parameters.theta),
            y: kit.within(frame.y.domain() as [number, number])(full),
            label: say('theta'),
            text: format(parameters.theta),
            color: MEAN,
          },
        ],
        onMove: onTheta && ((_, theta) => onTheta(theta)),
        ...grip,
      }),
    ],
    kit.scrub({
      name: say('readGradients'),
      last: POINTS - 1,
      initial: Math.round(kit.within([0, POINTS - 1])((parameters.theta - window[0]) / steps)),
      at: (px) => (frame.x.invert(px) - window[0]) / steps,
      value: at,
      read(position) {
        const theta = at(position);
        const values = curvatures.map((a, i) => a * theta - offsets[i]);
        const each = parameters.points.map(([x, y], i) => ({
          text: say('oneIs', { x: format(x), y: format(y), value: format(values[i]) }),
          color: kit.color(EXAMPLE),
        }));
        const spread = { text: say('spreadIs', { value: format(Math.sqrt(varianceOf(values))) }) };
        return {
          x: frame.x(theta),
          lines: [
            { text: say('atTheta', { theta: format(theta) }) },
            { text: say('fullIs', { value: format(meanAt(theta)) }), color: kit.color(MEAN) },
            ...(each.length <= FEW ? each : [spread]),
          ],
        };
      },
      pick: onTheta && ((position) => onTheta(at(position))),
    }),
  );
});

/** Each example's gradient over the weight, their mean, and the full gradient on top of it. */
export const gradients: kit.Chart<GradientsData> = {
  draw,
  summarize({ problem: { parameters, gradients: all, full, minimizer } }) {
    const words = { theta: format(parameters.theta), full: format(full), minimizer: format(minimizer) };
    if (all.length === 1) return say('onlyGradient', words);
    const [least, greatest] = [Math.min(...all), Math.max(...all)].map(format);
    return say('gradientsSummary', { ...words, count: kit.formatCount(all.length), least, greatest });
  },
  table: ({ problem: { parameters, curvatures, offsets, gradients: all } }) => ({
    x: parameters.points.map(([x]) => x),
    y: parameters.points.map(([, y]) => y),
    curvature: curvatures,
    offset: offsets,
    gradient: all,
  }),
};
