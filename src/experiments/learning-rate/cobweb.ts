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
import { isConstant } from '../../math/schedules';
import {
  shownFactor,
  factorNote,
  format,
  inkOf,
  letterOf,
  methodOf,
  startHandle,
  windowOf,
  type Picture,
} from './picture';
import { say } from './words';

const draw = holdingAxes<Picture, Interval>(windowOf, (container, data, window, grip) => {
  const { problem, run, steps, width } = data;
  const { minimum } = problem.result;
  const root = chartRoot(container);
  const variable = letterOf(problem);
  const color = inkOf(problem, run.learningRate);
  const diagonal = { label: say('diagonal', { variable }), color: '--gd-maximum', look: 'gd-thin' };
  drawKey(root, {
    entries: problem.isPlain
      ? [
          { label: say('map', { variable }), color: '--gd-text', look: 'gd-heavy' },
          diagonal,
          { label: say('web'), color, look: '' },
        ]
      : [{ label: say('pairs', { variable }), color, look: '' }, diagonal],
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
  const at = problem.isPlain ? linearSpaced(low, high, 600) : [];
  const shown = run.iterates.slice(0, steps + 1);
  const now = shown[shown.length - 1];
  const places = [...(minimum === null ? [] : [minimum]), now];
  const pairs = problem.isPlain ? 0 : shown.length - 1;
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
    web({ iterates: run.iterates, steps: problem.isPlain ? steps : 0, color }),
    line({ name: 'gd-pairs', x: shown, y: shown.slice(1), length: pairs, color, look: 'gd-thin' }),
    dots({ name: 'gd-iterates', x: shown, y: shown.slice(1), length: pairs, radius: 3, color, clip: true }),
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

/**
 * The map of one step against the diagonal, and the web between them: where the two cross, a step leads nowhere. With a memory, or a rate that
 * changes, a step is no map of the weight, and each iterate stands over the one before.
 */
export const cobweb: Chart<Picture> = {
  draw,
  summarize(data) {
    const { problem, run } = data;
    if (!problem.isPlain) {
      const [method, variable] = [methodOf(problem), letterOf(problem)];
      const why = isConstant(problem.schedule) ? say('noMap', { method, variable }) : say('noOneMap', { method });
      return `${why} ${say('pairsSay')}`;
    }
    const { minimum } = problem.result;
    if (minimum !== null && data.hidesAnswers)
      return say('crosses', { variable: letterOf(problem), minimum: format(minimum) });
    const slope = shownFactor(data, run.learningRate);
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
