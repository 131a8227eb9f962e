import {
  band,
  cartesian,
  chartRoot,
  chartWords,
  cloud,
  color,
  drawKey,
  formatLimit,
  handles,
  labels,
  line,
  outcomeStrip,
  rule,
  scrub,
  stretchesOf,
  type Chart,
  type Label,
  type Panel,
} from '../../charts/kit';
import { ENDING_COLORS, endingWords } from '../../charts/endings';
import { OUTCOMES } from '../../math/outcomes';
import type { LearningRateProblem, RateRun } from './problem';
import { isConstant } from '../../math/schedules';
import {
  bandWords,
  factorAt,
  format,
  formatFactor,
  limitName,
  methodOf,
  rateSpan,
  rounded,
  shownFactor,
  shownRuns,
  type Picture,
} from './picture';
import { say } from './words';

const sweeps = new WeakMap<LearningRateProblem, RateRun[]>();

/** The runs at every rate of the picture. */
function sweepOf(problem: LearningRateProblem): RateRun[] {
  const { low, high, step } = rateSpan(problem);
  const length = Math.round((high - low) / step) + 1;
  const made = sweeps.get(problem) ?? problem.sweep(Array.from({ length }, (_, i) => rounded(low + i * step, step)));
  sweeps.set(problem, made);
  return made;
}

/** The greatest factor that is shown. */
const TOP = 3;
/** More stretches of rates than these are not told in words. */
const MOST_STRETCHES = 12;

/** The factor of a step over the learning rate, predicted and measured, and what became of each run. */
export const rates: Chart<Picture> = {
  draw(container, data) {
    const { problem, run, width, onRate } = data;
    const { minimum, runs: listed } = problem.result;
    const { low, high, step } = rateSpan(problem);
    const threshold = shownThreshold(data);
    const sweep = sweepOf(problem);
    const at = sweep.map(({ learningRate }) => learningRate);
    const factors = sweep.map(({ factor }) => factor ?? NaN);
    const predicted = (rate: number) => Math.abs(shownFactor(data, rate));
    const outcomes = sweep.map(({ outcome }) => outcome);
    const root = chartRoot(container);
    const key = OUTCOMES.map((outcome) => ({ label: endingWords(outcome), color: ENDING_COLORS[outcome] }));
    drawKey(root, { entries: key, shown: OUTCOMES.flatMap((one, i) => (outcomes.includes(one) ? [i] : [])) });
    const factorPanel = {
      y: { domain: [0, TOP], title: say('factorAxis'), grid: true },
      height: [200, 0.3, 280],
      note: say(Number.isNaN(predicted(1)) ? 'measuredOnly' : problem.isPlain ? 'legend' : 'legendMean'),
      room: 18,
    } as const;
    const became = say('became', { iterations: problem.parameters.iterations });
    const strip = { y: { domain: [0, 1], ticks: [], title: became }, height: 26 } as const;
    const frame = cartesian(root, {
      width,
      x: { domain: [low, high], title: say('rateAxis'), gap: 4 },
      panels: minimum === null ? [strip] : [factorPanel, strip],
      summary: rates.summarize(data),
    });
    const lower = frame.panels.at(-1)!;
    const height = predicted(run.learningRate);
    const isInside = run.learningRate >= low && run.learningRate <= high;
    const hand = {
      x: run.learningRate,
      y: minimum === null ? 0.5 : Math.min(TOP, Number.isNaN(height) ? (run.factor ?? 0) : height),
      label: say('inHand'),
      text: format(run.learningRate),
    };
    const theory = () => [
      band({ x: [[0, threshold]], color: ENDING_COLORS.converged, opacity: 0.08 }),
      rule({ name: 'gd-one', y: [1], x: problem.isPlain ? [0, threshold / 2] : [0], look: 'gd-hair' }),
      labels('gd-regions', regionNames(frame, problem, low, high)),
    ];
    const measured = [
      line({ name: 'gd-predicted', x: at, y: (i) => predicted(at[i]), length: at.length, color: '--gd-text' }),
      cloud({
        x: at,
        y: (i) => (factors[i] <= TOP ? factors[i] : NaN),
        length: at.length,
        radius: 1.6,
        group: (i) => OUTCOMES.indexOf(outcomes[i]),
        colors: OUTCOMES.map((outcome) => ENDING_COLORS[outcome]),
        strength: () => 1,
      }),
    ];
    frame.draw(
      [
        ...(Number.isNaN(threshold) ? [] : theory()),
        ...(minimum === null ? [] : measured),
        rule({ name: 'gd-thresholds', x: [threshold], look: 'gd-threshold' }),
        outcomeStrip({ panel: lower, x: at, outcomes, color: (outcome) => ENDING_COLORS[outcome] }),
        rule({ name: 'gd-listed', panel: lower, x: listed.map((one) => one.learningRate), look: 'gd-hair', below: 4 }),
        handles({
          name: 'gd-rate',
          along: 'x',
          step,
          handles: isInside ? [hand] : [],
          onMove: onRate && ((_, rate) => onRate(rounded(rate, step))),
        }),
      ],
      scrub({
        name: say('readRates'),
        last: at.length - 1,
        initial: Math.min(at.length - 1, Math.max(0, Math.round((run.learningRate - low) / step))),
        at: (px) => Math.round((frame.x.invert(px) - low) / step),
        value: (i) => at[Math.round(i)],
        read: (i) => {
          const outcome = say('atRate', { rate: format(at[i]), outcome: endingWords(outcomes[i]) });
          const [theirs, ours] = [factors[i], predicted(at[i])];
          const words = Number.isNaN(ours)
            ? say('factorMeasured', { measured: formatFactor(theirs) })
            : say('factors', { predicted: formatFactor(ours), measured: formatFactor(theirs) });
          const lines = [{ text: outcome, color: color(ENDING_COLORS[outcomes[i]]) }];
          return { x: frame.x(at[i]), lines: Number.isNaN(theirs) ? lines : [...lines, { text: words }] };
        },
        pick: onRate && ((i) => onRate(at[Math.round(i)])),
      }),
    );
  },
  summarize(data) {
    const { problem, hidesAnswers } = data;
    const { iterations } = problem.parameters;
    if (hidesAnswers) {
      const ends = shownRuns(data).map(({ learningRate, outcome }) =>
        say('atRate', { rate: format(learningRate), outcome: endingWords(outcome) }),
      );
      return say('came', { iterations, ends: ends.join('; ') });
    }
    const sweep = sweepOf(problem);
    const stretches = stretchesOf(sweep.map(({ outcome }) => outcome));
    const ends = stretches.slice(0, MOST_STRETCHES).map(({ outcome, from, to }) => {
      const [low, high] = [from, to].map((i) => format(sweep[i].learningRate));
      return say('stretch', { rates: from === to ? low : say('fromTo', { low, high }), outcome: endingWords(outcome) });
    });
    const rest = stretches.length - ends.length;
    if (rest > 0) ends.push(chartWords('moreOfThem', { number: rest }));
    return `${theoryOf(data)} ${say('came', { iterations, ends: ends.join('; ') })}`;
  },
  table({ problem }) {
    const sweep = sweepOf(problem);
    const known = (value: number | null) => (value === null || Number.isNaN(value) ? '' : value);
    return {
      learningRate: sweep.map(({ learningRate }) => learningRate),
      predicted: sweep.map(({ learningRate }) => known(Math.abs(factorAt(problem, learningRate)))),
      measured: sweep.map(({ factor }) => known(factor)),
      outcome: sweep.map(({ outcome }) => outcome),
    };
  },
};

/** What theory says of the rates. */
function theoryOf(data: Picture): string {
  const { problem } = data;
  const method = methodOf(problem);
  const limit = limitName(problem);
  if (limit === undefined) {
    const why = isConstant(problem.schedule) ? say('noLimit', { method }) : say('changingRate', { method });
    return [why, bandWords(data)].filter(Boolean).join(' ');
  }
  const threshold = thresholdOf(problem);
  if (!problem.isWhole && problem.result.minimum === null) return say('noneNear');
  return Number.isNaN(threshold)
    ? say('noTheory', { limit })
    : say('theory', { limit, threshold: formatLimit(threshold) });
}

/** The largest rate that converges; not a number where there is none. */
function thresholdOf({ result: { threshold } }: LearningRateProblem): number {
  return threshold !== null && threshold > 0 && Number.isFinite(threshold) ? threshold : NaN;
}

const shownThreshold = ({ problem, hidesAnswers }: Picture) => (hidesAnswers ? NaN : thresholdOf(problem));

/** What theory says of the rates, and the rates at which that turns, as far as there is room. */
function regionNames({ x, measure }: Panel, problem: LearningRateProblem, low: number, high: number): Label[] {
  const threshold = thresholdOf(problem);
  const settling = problem.isPlain
    ? ([
        ['oneSide', 0, threshold / 2],
        ['alternates', threshold / 2, threshold],
      ] as const)
    : ([['settles', 0, threshold]] as const);
  const regions = [['climbs', low, 0], ...settling, ['grows', threshold, high]] as const;
  const inside = regions.map(([name, from, to]): Label => {
    const text = measure(say(name)) < x(to) - x(from) - 6 ? say(name) : '';
    return { text, x: (from + to) / 2, top: 16, anchor: 'middle' };
  });
  const limit = say('threshold', { limit: limitName(problem)!, threshold: formatLimit(threshold) });
  const middle = say('oneStep', { rate: formatLimit(threshold / 2) });
  const hasRoom = problem.isPlain && x(threshold) - x(threshold / 2) > measure(limit + middle) / 2 + 14;
  return [
    ...inside,
    { text: hasRoom ? middle : '', x: threshold / 2, top: -5, anchor: 'middle' },
    { text: limit, x: threshold, top: -5, anchor: 'middle', look: 'gd-strong' },
  ];
}
