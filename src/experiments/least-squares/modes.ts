import * as kit from '../../charts/kit';
import type { LeastSquaresProblem } from './problem';
import type { Flow } from './run';
import { format } from './shown';
import { say } from './words';

export interface ModesData {
  problem: LeastSquaresProblem;
  flow: Flow;
  /** The factors are not told, nor is what follows from them drawn. */
  hidesTheory: boolean;
  width?: number;
}

const MOST_MODES = 6;
const MOST_DOTS = 40;
/** Beyond these, beside the spread, nothing is to be seen. */
const [LEAST, MOST] = [1e-12, 1e5];

interface Mode {
  value: number;
  factor: number;
  color: string;
  /** Root of the mean square over the runs, at each frame. */
  measured: number[];
}

const known = new WeakMap<Flow, Mode[]>();

/** The modes that are shown, from the largest eigenvalue down: all of a few, else some spread over all. */
function modesOf({ problem, flow }: ModesData): Mode[] {
  const { columns, eigenvalues, eigenvectors } = problem;
  const count = Math.min(columns, MOST_MODES);
  const numbers = Array.from({ length: count }, (_, i) =>
    count === 1 ? columns - 1 : Math.round(((columns - 1) * (count - 1 - i)) / (count - 1)),
  );
  const colors = kit.rateColors(numbers);
  const made =
    known.get(flow) ??
    numbers.map((number, i): Mode => {
      const vector = eigenvectors[number];
      const measured = Array.from({ length: flow.frames }, (_, frame) => {
        let squares = 0;
        for (let run = 0; run < flow.runs; run++) {
          const at = (frame * flow.runs + run) * columns;
          let part = 0;
          for (let j = 0; j < columns; j++) part += vector[j] * flow.errors[at + j];
          squares += part * part;
        }
        return Math.sqrt(squares / flow.runs);
      });
      const value = eigenvalues[number];
      return { value, factor: 1 - flow.learningRate * value, color: colors[i], measured };
    });
  known.set(flow, made);
  return made;
}

/** The last frame at which something is to be seen. */
function lastFrame(modes: readonly Mode[], { frames }: Flow, spread: number): number {
  const isSeen = (frame: number) => {
    const sizes = modes.map(({ measured }) => measured[frame]);
    return sizes.some((size) => size > LEAST * spread) && sizes.every((size) => size < MOST * spread);
  };
  let last = 0;
  while (last + 1 < frames && isSeen(last + 1)) last++;
  return Math.min(frames - 1, Math.max(last, 10));
}

const hasFactors = ({ problem, hidesTheory }: ModesData) => problem.isPlain && !hidesTheory;

/** The error along each eigenvector over the iterations: by theory a power of its factor. */
export const modes: kit.Chart<ModesData> = {
  draw(container, data) {
    const { problem, flow, width } = data;
    const { parameters } = problem;
    const isPlain = hasFactors(data);
    const all = modesOf(data);
    const last = lastFrame(all, flow, parameters.spread);
    const iteration = (frame: number) => frame * flow.every;
    const predicted = (mode: Mode, frame: number) => mode.measured[0] * Math.abs(mode.factor) ** iteration(frame);
    const root = kit.chartRoot(container);
    const nameOf = ({ value, factor }: Mode) =>
      say(isPlain ? 'mode' : 'plainMode', { value: format(value), factor: format(factor) });
    kit.drawKey(root, { entries: all.map((mode) => ({ label: nameOf(mode), color: mode.color })) });
    const frame = kit.cartesian(root, {
      width,
      height: [250, 0.42, 380],
      x: { domain: [0, iteration(last)], title: say('iterationAxis') },
      y: {
        scale: 'log',
        domain: [LEAST * parameters.spread, MOST * parameters.spread],
        title: say('modeAxis'),
        grid: true,
      },
      note: say(isPlain ? 'modeLegend' : 'measuredOnly', { runs: flow.runs }),
      summary: modes.summarize(data),
    });
    const step = Math.max(1, Math.ceil(last / MOST_DOTS));
    frame.draw(
      all.flatMap((mode) => {
        const isDotted = (size: number, k: number) => isPlain && k <= last && k % step === 0 && size > 0;
        const seen = mode.measured.flatMap((size, k) => (isDotted(size, k) ? [k] : []));
        return [
          kit.line({
            name: 'gd-predicted',
            x: iteration,
            y: (k) => (isPlain ? predicted(mode, k) : mode.measured[k]),
            length: last + 1,
            color: mode.color,
            look: isPlain ? 'gd-dashed' : '',
          }),
          kit.dots({
            name: 'gd-measured',
            x: (i) => iteration(seen[i]),
            y: (i) => mode.measured[seen[i]],
            length: seen.length,
            radius: 3,
            color: mode.color,
            clip: true,
          }),
        ];
      }),
      kit.scrub({
        name: say('readModes'),
        last,
        initial: 0,
        at: (px) => Math.round(frame.x.invert(px) / flow.every),
        value: iteration,
        read: (k) => ({
          x: frame.x(iteration(k)),
          lines: [
            { text: `k = ${iteration(k)}` },
            ...all.map((mode) => ({
              text: say(isPlain ? 'modeReadBoth' : 'modeRead', {
                value: format(mode.value),
                measured: format(mode.measured[k]),
                predicted: format(predicted(mode, k)),
              }),
              color: kit.color(mode.color),
            })),
          ],
        }),
      }),
    );
  },
  summarize(data) {
    const { problem, flow } = data;
    const values = problem.eigenvalues.toReversed();
    const shown = (numbers: readonly number[]) =>
      numbers.slice(0, MOST_MODES).map(format).join(', ') + (numbers.length > MOST_MODES ? ', …' : '');
    return hasFactors(data)
      ? say('modesSummary', {
          rate: format(flow.learningRate),
          factors: shown(values.map((value) => 1 - flow.learningRate * value)),
        })
      : say('modesPlain', { rate: format(flow.learningRate), values: shown(values) });
  },
  table(data) {
    const all = modesOf(data);
    const { flow, problem } = data;
    const frames = Array.from({ length: flow.frames }, (_, frame) => frame);
    return {
      iteration: frames.map((frame) => frame * flow.every),
      ...Object.fromEntries(
        all.flatMap(({ value, factor, measured }) => [
          [`measured at ${value}`, measured],
          ...(problem.isPlain
            ? [[`predicted at ${value}`, frames.map((frame) => measured[0] * Math.abs(factor) ** (frame * flow.every))]]
            : []),
        ]),
      ),
    };
  },
};
