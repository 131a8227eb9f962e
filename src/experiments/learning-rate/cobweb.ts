import {
  cartesian,
  chartRoot,
  dots,
  drawKey,
  holdingAxes,
  line,
  web,
  type Chart,
  type Interval,
} from '../../charts/kit';
import { linearSpaced } from '../../math/spacing';
import { factorAt, factorNote, format, inkOf, letterOf, startHandle, windowOf, type Picture } from './picture';
import { say } from './words';

const draw = holdingAxes<Picture, Interval>(windowOf, (container, data, window, grip) => {
  const { problem, run, steps, width } = data;
  const { minimum } = problem.result;
  const root = chartRoot(container);
  const variable = letterOf(problem);
  const color = inkOf(problem, run.learningRate);
  drawKey(root, {
    entries: [
      { label: say('map', { variable }), color: '--gd-text', look: 'gd-heavy' },
      { label: say('diagonal', { variable }), color: '--gd-maximum', look: 'gd-thin' },
      { label: say('web'), color, look: '' },
    ],
  });
  const frame = cartesian(root, {
    width,
    height: [260, 0.55, 480],
    isEqual: true,
    x: { domain: window, title: `${variable} →` },
    y: { domain: window, title: say('next', { variable }), grid: true },
    note: factorNote(data),
    summary: cobweb.summarize(data),
  });
  const [low, high] = frame.x.domain();
  const at = linearSpaced(low, high, 600);
  const now = run.iterates[Math.min(steps, run.iterates.length - 1)];
  const places = [...(minimum === null ? [] : [minimum]), now];
  const ink = (of: string, other: string) => (i: number) => (i === places.length - 1 ? of : other);
  frame.draw([
    line({ name: 'gd-diagonal', x: [low, high], y: [low, high], length: 2, look: 'gd-thin' }),
    line({
      name: 'gd-map',
      x: at,
      y: at.map((w) => w - run.learningRate * problem.gradient(w)),
      length: at.length,
      color: '--gd-text',
      look: 'gd-heavy',
    }),
    web({ iterates: run.iterates, steps, color }),
    dots({
      x: places,
      y: places,
      length: places.length,
      radius: 4,
      color: ink(color, '--gd-surface'),
      stroke: ink(color, '--gd-text'),
      clip: true,
    }),
    startHandle(data, problem.parameters.start, grip),
  ]);
});

/** The map of one step against the diagonal, and the web between them: where the two cross, a step leads nowhere. */
export const cobweb: Chart<Picture> = {
  draw,
  summarize(data) {
    const { problem, run } = data;
    const { minimum } = problem.result;
    const slope = factorAt(problem, run.learningRate);
    if (minimum === null || Number.isNaN(slope)) return say('noCrossing');
    const size = Math.abs(slope);
    const what = say(size < 1 ? (slope < 0 ? 'spiralsIn' : 'climbsIn') : size === 1 ? 'goesRound' : 'opens');
    return say('crossing', { variable: letterOf(problem), minimum: format(minimum), slope: factorNote(data), what });
  },
  table: ({ problem, run: { iterates } }) => ({
    [problem.objective.variable]: iterates.slice(0, -1),
    next: iterates.slice(1),
  }),
};
