import { formatNumber, handles, rateColors, type Grip, type Interval, type Mark } from '../../charts/kit';
import { endingWords } from '../../charts/endings';
import type { LearningRateProblem, RateRun } from './problem';
import { say } from './words';

/** What every picture is drawn from. */
export interface Picture {
  problem: LearningRateProblem;
  /** The run at the rate in hand. */
  run: RateRun;
  /** How many of its steps are shown. */
  steps: number;
  width?: number;
  /** Without them a picture is a still one. */
  onStart?: (start: number) => void;
  onRate?: (rate: number) => void;
  onStep?: (iteration: number) => void;
}

export const format = (value: number) => formatNumber(value, 6);
/** A number as it stands in a formula. */
export const inFormula = (value: number) => (value < 0 ? `(${format(value)})` : format(value));

/** The letter of the weight. */
export const letterOf = ({ objective: { variable } }: LearningRateProblem) => (variable === 'theta' ? 'θ' : variable);

/** The factor by which a step multiplies a small distance to the minimum; not a number where there is no curvature. */
export const factorAt = ({ result: { curvature } }: LearningRateProblem, rate: number) =>
  curvature !== null && Number.isFinite(curvature) ? 1 - rate * curvature : NaN;

/** The factor in figures, for the corner of a picture. */
export function factorNote({ problem, run: { learningRate } }: Picture): string {
  const factor = factorAt(problem, learningRate);
  if (Number.isNaN(factor)) return '';
  const curvature = inFormula(problem.result.curvature!);
  return say('factor', { rate: inFormula(learningRate), curvature, factor: format(factor) });
}

/** The colour of a run: that of its place in the list of rates, or the accent's. */
export function inkOf({ parameters: { learningRates } }: LearningRateProblem, rate: number): string {
  const index = learningRates.indexOf(rate);
  return index < 0 ? '--gd-accent' : rateColors(learningRates)[index];
}

/** The listed runs, and the one in hand where it is not among them. */
export const shownRuns = ({ problem: { result }, run }: Picture): readonly RateRun[] =>
  result.runs.includes(run) ? result.runs : [...result.runs, run];

/** What became of a run, in words. */
export function becameOf(problem: LearningRateProblem, { outcome, learningRate, iterates, period }: RateRun): string {
  const last = iterates.at(-1)!;
  const way = Math.sign(last - iterates[0]);
  const isOneWay = iterates.every((w, k) => k === 0 || (w - iterates[k - 1]) * way > 0);
  const isAhead = problem.minima.some(({ theta }) => (theta - last) * way > 0);
  if (outcome === 'still' && learningRate === 0) return say('atZero');
  if (outcome === 'moving' && learningRate > 0 && isOneWay && !isAhead) return say('falling');
  if (outcome === 'cycling') return say('cycle', { period: period! });
  const what = endingWords(outcome);
  const isElsewhere = outcome === 'elsewhere' || outcome === 'still';
  return isElsewhere ? say('restsAt', { what, variable: letterOf(problem), place: format(last) }) : what;
}

/** The runs' ends, in words. */
export function summarizeEnds(data: Picture): string {
  const variable = letterOf(data.problem);
  return shownRuns(data)
    .map((run) =>
      say('end', {
        rate: format(run.learningRate),
        variable,
        last: format(run.iterates.at(-1)!),
        steps: run.iterates.length - 1,
        what: becameOf(data.problem, run),
      }),
    )
    .join(' ');
}

/** The rates that pictures and slider span: from a little below 0 to twice the threshold, by a round step. */
export function rateSpan({ result, parameters }: LearningRateProblem): { low: number; high: number; step: number } {
  const largest = Math.max(...parameters.learningRates.map(Math.abs)) || 1;
  const threshold = result.threshold && Number.isFinite(result.threshold) ? result.threshold : largest / 1.5;
  // The greatest round step that makes 400 rates.
  const exact = (2.2 * threshold) / 400;
  const power = 10 ** Math.floor(Math.log10(exact));
  const step = power * ([5, 2].find((lead) => lead * power <= exact) ?? 1);
  return { low: rounded(-0.2 * threshold, step), high: rounded(2 * threshold, step), step };
}

/** The multiple of a step that is nearest. */
export const rounded = (value: number, step: number) => Number((step * Math.round(value / step)).toPrecision(12));

/** The weights that a picture of steps spans: around the minimum, so wide that the start, the first steps and what lies near are seen. */
export function windowOf({ problem: { parameters, result, stationary } }: Picture): Interval {
  const { start } = parameters;
  const center = result.minimum ?? start;
  const travels = result.runs.map(({ iterates }) => Math.max(...iterates.map((w) => Math.abs(w - start))));
  const travel = Math.min(1e6, ...travels.filter((travel) => travel > 0));
  let reach = 1.8 * (result.minimum === null ? travel : Math.abs(start - center));
  for (const { theta } of stationary) {
    const distance = Math.abs(theta - center);
    if (distance < 3 * reach || reach === 0) reach = Math.max(reach, 1.3 * distance);
  }
  return [center - (reach || 1), center + (reach || 1)];
}

/** The start as a handle at a height. */
export function startHandle({ problem, run, onStart }: Picture, y: number, grip: Grip): Mark {
  const { start } = problem.parameters;
  const text = `${letterOf(problem)} = ${format(start)}`;
  return handles({
    name: 'gd-start',
    along: 'x',
    stops: 200,
    handles: [{ x: start, y, label: say('start'), text, color: inkOf(problem, run.learningRate) }],
    ...grip,
    onMove: onStart && ((_, x) => onStart(x)),
  });
}
