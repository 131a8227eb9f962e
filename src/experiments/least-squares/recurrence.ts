import * as kit from '../../charts/kit';
import type { LeastSquaresParameters } from './parameters';
import type { LeastSquaresProblem } from './problem';
import { listed, lossLines, placed, planeOf } from './shown';
import { say } from './words';

export interface RecurrenceData {
  problem: LeastSquaresProblem;
  parameters: LeastSquaresParameters;
  rate: number;
  width?: number;
}

const STEPS = 30;
const RIGHT = '--gd-series-recovery';
const PRINTED = '--gd-series-observed';

/** Both updates from zero. */
const runsOf = ({ problem, rate }: RecurrenceData) => {
  const zero = problem.minimizer.map(() => 0);
  return ([1, -1] as const).map((sign) => problem.iteratesFrom(zero, rate, STEPS, sign));
};

/** The update with the right sign, and with the one that the sheet prints. */
export const recurrence: kit.Chart<RecurrenceData> = {
  draw(container, data) {
    const { problem, parameters, width } = data;
    const { minimizer } = problem;
    const view = planeOf(problem, parameters);
    const toPlane = (theta: readonly number[]) =>
      placed(
        view,
        theta.map((value, i) => value - minimizer[i]),
      );
    const [right, printed] = [minimizer, minimizer.map((value) => -value)].map(toPlane);
    const origin = toPlane(minimizer.map(() => 0));
    const reach = 2.2 * Math.max(...[0, 1].map((i) => Math.abs(right[i] - origin[i])), 1e-6);
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('rightUpdate'), color: RIGHT, look: '' },
        { label: say('printedUpdate'), color: PRINTED, look: '' },
      ],
    });
    const frame = kit.cartesian(root, {
      width,
      height: [280, 0.5, 440],
      isEqual: true,
      x: { domain: [origin[0] - reach, origin[0] + reach], title: `${view.titles[0]} →` },
      y: { domain: [origin[1] - reach, origin[1] + reach], title: `↑ ${view.titles[1]}` },
      note: `θ* = ${listed(minimizer.slice(0, 3))}${minimizer.length > 3 ? ' …' : ''}`,
      summary: recurrence.summarize(data),
    });
    const ends = [right, printed];
    frame.draw([
      lossLines(problem, view, frame.x.domain() as [number, number], frame.y.domain() as [number, number]),
      ...runsOf(data).flatMap((run, i) => {
        const points = run.map(toPlane);
        const [x, y] = [0, 1].map((axis) => points.map((point) => point[axis]));
        return kit
          .trajectory({ panel: frame, x, y, color: i === 0 ? RIGHT : PRINTED })
          .map((mark) => ({ ...mark, name: `${mark.name} gd-update-${i}` }));
      }),
      kit.dots({
        name: 'gd-fixed',
        x: ends.map(([x]) => x),
        y: ends.map(([, y]) => y),
        length: 2,
        radius: 6,
        color: '--gd-surface',
        stroke: (i) => (i === 0 ? RIGHT : PRINTED),
      }),
      kit.labels(
        'gd-notes',
        ends.map((_, i) => ({
          text: i === 0 ? 'θ*' : '−θ*',
          x: ends[i][0],
          y: ends[i][1],
          dx: 14,
          dy: 14,
          look: 'gd-strong',
        })),
      ),
    ]);
  },
  summarize: ({ problem: { minimizer } }) => {
    const few = (theta: readonly number[]) => listed(theta.slice(0, 6)) + (theta.length > 6 ? ' …' : '');
    return say('recurrenceSummary', { right: few(minimizer), printed: few(minimizer.map((value) => -value)) });
  },
  table(data) {
    const [right, printed] = runsOf(data);
    const k = Array.from({ length: STEPS + 1 }, (_, k) => k);
    const columns = (name: string, run: readonly (readonly number[])[]) =>
      data.problem.minimizer.map((_, j) => [`${name}${j + 1}`, k.map((k) => run[k]?.[j] ?? '')] as const);
    return { iteration: k, ...Object.fromEntries([...columns('right', right), ...columns('printed', printed)]) };
  },
};
