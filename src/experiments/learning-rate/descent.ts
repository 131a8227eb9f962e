import {
  alongCurve,
  cartesian,
  chartRoot,
  curveDomain,
  dots,
  formatNumber,
  holdingAxes,
  labels,
  line,
  placedLabels,
  rule,
  trajectory,
  type Chart,
  type Interval,
} from '../../charts/kit';
import { linearSpaced } from '../../math/spacing';
import { flatWords } from '../../charts/flat-words';
import {
  approaches,
  becameOf,
  shownFactor,
  factorNote,
  format,
  formatFactor,
  inFormula,
  inkOf,
  letterOf,
  methodOf,
  bandWords,
  startHandle,
  stepAt,
  windowOf,
  type Picture,
} from './picture';
import { say } from './words';

/** The room above the curve for the words of the step, in pixels. */
const ABOVE = 18;
/** How far beside its line the name of a minimum stands, in pixels. */
const ASIDE = 5;

const draw = holdingAxes<Picture, Interval>(windowOf, (container, data, window, grip) => {
  const { problem, run, steps, width } = data;
  const { value, minima, parameters } = problem;
  const variable = letterOf(problem);
  const color = inkOf(problem, run.learningRate);
  const at = linearSpaced(window[0], window[1], 600);
  const values = at.map(value);
  const shown = run.iterates.slice(0, steps + 1);
  const heights = shown.map(value);
  const last = shown.length - 1;
  const frame = cartesian(chartRoot(container), {
    width,
    height: [250 - ABOVE, 0.42, 400 - ABOVE],
    room: ABOVE,
    x: { domain: window, title: `${variable} →` },
    y: { domain: curveDomain(values, value(parameters.start)), title: `↑ f(${variable})`, grid: true },
    note: factorNote(data),
    summary: descent.summarize(data),
  });
  const next = run.iterates[last + 1];
  const [from, slope] = [shown[last], run.slopes[last]];
  const { rate, step } = stepAt(data, last);
  const words = { variable, from: format(from), rate: inFormula(rate), step: inFormula(step) };
  const inside = minima.filter(({ theta }) => theta >= window[0] && theta <= window[1]);
  const lines = inside.map(({ theta }) => ({
    x: frame.x(theta),
    y: frame.top,
    width: 0,
    height: frame.bottom - frame.top,
  }));
  const taken = [...lines, ...alongCurve(at, values, frame)];
  const namedBy = (nameOf: (theta: number) => string) =>
    placedLabels(
      'gd-names',
      frame,
      inside.map(({ theta, value: y }) => {
        const text = nameOf(theta);
        return { text, places: besideLine([frame.x(theta), frame.y(y)], frame.measure(text, 11) + 5) };
      }),
      taken,
    );
  // Where one has no room they all have their places alone, and in a narrow picture of many the numbers of these.
  const forms = [
    (theta: number) => say('minimumAt', { place: format(theta) }),
    (theta: number) => `${variable} = ${formatNumber(theta)}`,
    (theta: number) => formatNumber(theta),
  ].map(namedBy);
  const names = forms.find(({ boxes }) => boxes.every(Boolean)) ?? forms[forms.length - 1];
  const text = next === undefined ? '' : say('step', { ...words, to: format(next) });
  frame.draw([
    rule({ name: 'gd-minimum', x: inside.map(({ theta }) => theta), look: 'gd-hair' }),
    line({ name: 'gd-curve', x: at, y: values, length: at.length, look: 'gd-heavy' }),
    line({
      name: 'gd-tangent',
      x: window,
      y: (i) => heights[last] + slope * (window[i] - from),
      length: next === undefined ? 0 : 2,
      color,
      look: 'gd-dashed',
    }),
    dots({
      name: 'gd-minima',
      x: inside.map(({ theta }) => theta),
      y: inside.map((point) => point.value),
      length: inside.length,
      radius: 4,
      color: '--gd-surface',
      stroke: '--gd-text',
    }),
    ...trajectory({ panel: frame, x: shown, y: heights, color }),
    labels('gd-notes', [{ text, left: 0, top: -6, look: 'gd-strong' }]),
    names.mark,
    startHandle(data, value(parameters.start), grip),
  ]);
});

/** Where the name of a minimum may stand: to the right or left of the line through it, below it, or else above. */
function besideLine([x, y]: readonly [number, number], wide: number): (readonly [number, number])[] {
  const sides = [x + ASIDE, x - ASIDE - wide];
  return [y + 4, y + 12, y - 22, y - 36].flatMap((top) => sides.map((left) => [left, top] as const));
}

/** The function, and on it the iterates, each with an arrow to the next. */
export const descent: Chart<Picture> = {
  draw,
  summarize(data) {
    const { problem, run } = data;
    const [rate, start] = [run.learningRate, problem.parameters.start].map(format);
    const words = { rate, start, variable: letterOf(problem), what: becameOf(problem, run) };
    const all = problem.isPlain ? say('run', words) : say('runWith', { ...words, method: methodOf(problem) });
    const { minimum } = problem.result;
    const flat = flatWords(problem.stretches, letterOf(problem));
    if (minimum === null) return `${all} ${flat || say(problem.isWhole ? 'noMinimum' : 'noneNear')}`;
    const factor = shownFactor(data, run.learningRate);
    const place = { variable: letterOf(problem), minimum: format(minimum) };
    if (problem.isPlain && !Number.isNaN(factor))
      return `${all} ${say('each', { ...place, factor: factorNote(data) })}`;
    if (problem.isPlain && problem.result.curvature === 0)
      return `${all} ${say(approaches(problem, run) ? 'flat' : 'flatElsewhere', place)}`;
    if (problem.isPlain && problem.result.curvature === Infinity) return `${all} ${say('steep', place)}`;
    if (!Number.isNaN(factor)) return `${all} ${say('inTheMean', { ...place, factor: formatFactor(factor) })}`;
    return [all, bandWords(data)].filter(Boolean).join(' ');
  },
  table: ({ problem, run }) => ({
    iteration: run.iterates.map((_, k) => k),
    [problem.objective.variable]: run.iterates,
    value: run.iterates.map(problem.value),
    slope: run.slopes,
  }),
};
