import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import { dot } from '../../math/matrices';
import { meanLoss, REGRESSION_LOSSES, regressionGradient, type RegressionLoss } from '../../math/linear-regression';
import type { AbsoluteErrorProblem } from './problem';
import { constantWords, LOSS_COLORS } from './shown';
import { say } from './words';

export interface BiasData {
  problem: AbsoluteErrorProblem;
  onBias?(bias: number): void;
}

const STEPS = 240;

/** The biases with which the model is exact for an example: there the absolute error has a corner. */
const cornersOf = ({ data: { design, targets }, start }: AbsoluteErrorProblem): number[] =>
  targets.map((y, i) => y - dot(design[i], start.w)).sort((a, b) => a - b);

function axisOf({ problem }: BiasData): kit.Interval {
  const all = [...cornersOf(problem), problem.start.b];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.15 * (high - low) || Math.abs(high) || 1;
  return [low - room, high + room];
}

function medianOf(sorted: readonly number[]): string {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === high ? short(low) : `${short(low)} … ${short(high)}`;
}

const draw = kit.holdingAxes<BiasData, kit.Interval>(axisOf, (container, data, domain, grip) => {
  const { problem, onBias } = data;
  const { parameters, start, result } = problem;
  const at = (loss: RegressionLoss, b: number) => meanLoss(problem.data, loss, { w: start.w, b });
  const slopeAt = (loss: RegressionLoss, b: number) => regressionGradient(problem.data, loss, { w: start.w, b }).b;
  const corners = cornersOf(problem);
  // Beside each corner too, so that steps of the slope stand upright.
  const near = (domain[1] - domain[0]) * 1e-9;
  const bs = [
    ...Array.from({ length: STEPS + 1 }, (_, i) => domain[0] + ((domain[1] - domain[0]) * i) / STEPS),
    ...corners.flatMap((corner) => [corner - near, corner, corner + near]),
  ].sort((a, b) => a - b);
  const ordered = [...REGRESSION_LOSSES].sort((a, b) => Number(a === parameters.loss) - Number(b === parameters.loss));
  const curves = ordered.map((loss) => ({
    loss,
    values: bs.map((b) => at(loss, b)),
    slopes: bs.map((b) => slopeAt(loss, b)),
    look: loss === parameters.loss ? 'gd-heavy' : 'gd-thin',
  }));
  const inHand = curves.at(-1)!;
  const root = kit.chartRoot(container);
  kit.drawKey(root, {
    entries: REGRESSION_LOSSES.map((loss) => ({
      label: say(loss),
      color: LOSS_COLORS[loss],
      look: loss === parameters.loss ? 'gd-heavy' : '',
    })),
  });
  const steepest = 1.25 * Math.max(1, ...inHand.slopes.map(Math.abs));
  const frame = kit.cartesian(root, {
    width: data.width,
    x: { domain, title: say('biasAxis') },
    panels: [
      {
        y: { domain: [0, 1.1 * Math.max(...inHand.values)], title: say('lossAxis'), grid: true },
        height: [180, 0.3, 260],
        note: say('corners'),
      },
      { y: { domain: [-steepest, steepest], title: say('slopeAxis'), grid: true }, height: 120 },
    ],
    summary: bias.summarize(data),
  });
  const [above, below] = frame.panels;
  frame.draw(
    [
      ...curves.flatMap(({ loss, values, slopes, look }) => [
        kit.line({
          name: `gd-${loss}`,
          panel: above,
          x: bs,
          y: values,
          length: bs.length,
          color: LOSS_COLORS[loss],
          look,
        }),
        kit.line({
          name: `gd-${loss}-slope`,
          panel: below,
          x: bs,
          y: slopes,
          length: bs.length,
          color: LOSS_COLORS[loss],
          look,
        }),
      ]),
      kit.rule({ panel: below, y: [0], look: 'gd-zero' }),
      kit.dots({
        name: 'gd-corners',
        panel: above,
        x: corners,
        y: (i) => at('absolute', corners[i]),
        length: corners.length,
        radius: 3,
        color: LOSS_COLORS.absolute,
        clip: true,
      }),
      kit.rule({ name: 'gd-here', panel: below, x: [start.b], look: 'gd-hair' }),
      kit.dots({
        name: 'gd-slope',
        panel: below,
        x: [start.b],
        y: [result.gradient.b],
        length: 1,
        radius: 4.5,
        color: '--gd-accent',
      }),
      kit.handles({
        panel: above,
        along: 'x',
        stops: 200,
        handles: [
          {
            x: start.b,
            y: result.loss,
            label: say('biasHandle'),
            text: say('biasText', { b: short(start.b), slope: short(result.gradient.b) }),
          },
        ],
        onMove: onBias && ((_, b) => onBias(b)),
        ...grip,
      }),
    ],
    kit.scrub({
      name: say('readBias'),
      last: STEPS,
      initial: STEPS / 2,
      at: (px) => Math.round((STEPS * (frame.x.invert(px) - domain[0])) / (domain[1] - domain[0])),
      value: (i) => Number((domain[0] + ((domain[1] - domain[0]) * i) / STEPS).toPrecision(4)),
      read: (i) => {
        const b = domain[0] + ((domain[1] - domain[0]) * i) / STEPS;
        return {
          x: frame.x(b),
          lines: [
            { text: say('atBias', { b: short(b) }) },
            ...REGRESSION_LOSSES.map((loss) => ({
              text: say('lossOf', { loss: say(loss), value: short(at(loss, b)), slope: short(slopeAt(loss, b)) }),
              color: kit.color(LOSS_COLORS[loss]),
            })),
          ],
        };
      },
    }),
  );
});

function wordsOf({ problem }: BiasData): string {
  const { parameters, start, result } = problem;
  const { positive, negative, zero, gradient } = result;
  const count = String(problem.data.targets.length);
  const signs = { positive: String(positive), negative: String(negative), count };
  const next = start.b - parameters.learningRate * gradient.b;
  const isAbsolute = parameters.loss === 'absolute';
  return [
    say('counts', { ...signs, zero: String(zero) }),
    isAbsolute
      ? say('slopeCounts', { ...signs, slope: short(gradient.b) })
      : say('slopeIs', { slope: short(gradient.b) }),
    say('next', { rate: short(parameters.learningRate), b: short(start.b), next: short(next) }),
    ...(isAbsolute ? [say('median', { median: medianOf(cornersOf(problem)) })] : []),
    ...constantWords(problem),
  ].join(' ');
}

/** The loss over the bias alone: corners at the examples, and the slope that counts them. */
export const bias: kit.Chart<BiasData> = {
  draw,
  summarize: wordsOf,
  table({ problem }) {
    const corners = cornersOf(problem);
    const of = (value: (b: number) => number) => corners.map(value);
    return {
      corner: corners,
      ...Object.fromEntries(
        REGRESSION_LOSSES.map((loss) => [loss, of((b) => meanLoss(problem.data, loss, { w: problem.start.w, b }))]),
      ),
      slope: of((b) => regressionGradient(problem.data, 'absolute', { w: problem.start.w, b }).b),
    };
  },
};
