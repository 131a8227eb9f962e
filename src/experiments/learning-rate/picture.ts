import { digitsApart } from '../../charts/kit/format';
import { formatNumber, handles, rateColors, type Grip, type Interval, type Mark } from '../../charts/kit';
import { endingWords } from '../../charts/endings';
import { limitFormula } from '../../charts/limit-names';
import { WINDOW } from '../../math/outcomes';
import { stateFor, stepFactor, steppingAt } from '../../math/optimizers';
import { isConstant, scheduleFactor } from '../../math/schedules';
import { optimizerText } from '../parameters/optimizer';
import { scheduleText } from '../parameters/schedule';
import type { LearningRateProblem, RateRun } from './problem';
import { say } from './words';

/** What every picture is drawn from. */
export interface Picture {
  problem: LearningRateProblem;
  /** The run at the rate in hand. */
  run: RateRun;
  /** Theory, limits and printed answers are left out. */
  hidesAnswers?: boolean;
  /** How many of its steps are shown. */
  steps: number;
  width?: number;
  /** Without them a picture is a still one. */
  onStart?: (start: number) => void;
  onRate?: (rate: number) => void;
  onStep?: (iteration: number) => void;
}

export const format = (value: number) => formatNumber(value, 6);
/** A factor, with the digits that tell it from 1. */
export const formatFactor = (factor: number) => formatNumber(factor, Math.max(6, digitsApart(Math.abs(factor), 1)));
/** A number as it stands in a formula. */
export const inFormula = (value: number) => (value < 0 ? `(${format(value)})` : format(value));

/** The letter of the weight. */
export const letterOf = ({ objective: { variable } }: LearningRateProblem) => (variable === 'theta' ? 'θ' : variable);

/** The optimizer, and the schedule if there is one, as a text. */
export function methodOf({ optimizer, schedule }: LearningRateProblem): string {
  const name = optimizerText(optimizer);
  return isConstant(schedule) ? name : say('scheduled', { optimizer: name, schedule: scheduleText(schedule) });
}

/** What the largest rate that converges is, as a formula; undefined where theory sets none for the optimizer and the schedule. */
export function limitName({ optimizer: { name }, schedule }: LearningRateProblem): string | undefined {
  return isConstant(schedule) ? limitFormula(name) : undefined;
}

/**
 * The factor by which a step multiplies a small distance to the minimum, with its sign under plain descent, and else in the mean over many steps;
 * not a number where the minimum has no curvature, or there is no theory.
 */
export function factorAt({ result, isPlain, optimizer, schedule }: LearningRateProblem, rate: number): number {
  const { curvature } = result;
  if (curvature === null || !(curvature > 0 && curvature < Infinity) || !isConstant(schedule)) return NaN;
  return isPlain ? 1 - rate * curvature : (stepFactor(optimizer, rate, curvature) ?? NaN);
}

/** The factor as far as it is shown: not a number while answers are hidden. */
export const shownFactor = ({ problem, hidesAnswers }: Picture, rate: number): number =>
  hidesAnswers ? NaN : factorAt(problem, rate);

/** How far from the minimum RMSprop ends, at the last step's rate: its steps become as long as the rate, from one side to the other. */
export function bandOf({ problem, run, hidesAnswers }: Picture): number | undefined {
  const { optimizer, schedule, parameters, result } = problem;
  if (hidesAnswers || optimizer.name !== 'rmsprop' || result.minimum === null || !(run.learningRate > 0))
    return undefined;
  return (run.learningRate * scheduleFactor(schedule, parameters.iterations - 1, parameters.iterations)) / 2;
}

/** The rate of step k, and what the optimizer makes of the slopes up to there. */
export function stepAt({ problem, run }: Picture, k: number): { rate: number; step: number } {
  const { optimizer, schedule, parameters } = problem;
  const state = stateFor(optimizer, 1);
  const step = new Float64Array(1);
  for (let i = 0; i <= k; i++) steppingAt(optimizer, i)(Float64Array.of(run.slopes[i]), state, step, 1);
  return { rate: run.learningRate * scheduleFactor(schedule, k, parameters.iterations), step: step[0] };
}

/** The factor in figures, for the corner of a picture. */
export function factorNote(data: Picture): string {
  const { problem } = data;
  const { learningRate } = data.run;
  const factor = shownFactor(data, learningRate);
  if (Number.isNaN(factor)) return '';
  if (!problem.isPlain) return say('meanFactor', { factor: formatFactor(factor) });
  const curvature = inFormula(problem.result.curvature!);
  return say('factor', { rate: inFormula(learningRate), curvature, factor: formatFactor(factor) });
}

/** The colour of a run: that of its place in the list of rates, or the accent's. */
export function inkOf({ parameters: { learningRates } }: LearningRateProblem, rate: number): string {
  const index = learningRates.indexOf(rate);
  return index < 0 ? '--gd-accent' : rateColors(learningRates)[index];
}

/** The listed runs, and the one in hand where it is not among them. */
export const shownRuns = ({ problem: { result }, run }: Picture): readonly RateRun[] =>
  result.runs.includes(run) ? result.runs : [...result.runs, run];

/** Of the places ahead at which the slope is 0, minima, saddle points and the ends of flat stretches, the nearest. */
function levelAhead({ stationary, stretches }: LearningRateProblem, from: number, way: number): number | undefined {
  const places = [...stationary.map(({ theta }) => theta), ...stretches.flatMap(({ low, high }) => [low, high])];
  return places.filter((place) => (place - from) * way > 0).sort((a, b) => (a - b) * way)[0];
}

/** Whether the last steps became shorter and shorter. */
function isSlowing(iterates: readonly number[]): boolean {
  const last = iterates.slice(-WINDOW);
  const steps = last.slice(1).map((w, k) => Math.abs(w - last[k]));
  return steps.every((step, k) => k === 0 || step < steps[k - 1]);
}

/** What became of a run, in words. */
export function becameOf(problem: LearningRateProblem, { outcome, learningRate, iterates, period }: RateRun): string {
  const last = iterates.at(-1)!;
  const way = Math.sign(last - iterates[0]);
  const isOneWay = iterates.every((w, k) => k === 0 || (w - iterates[k - 1]) * way > 0);
  const ahead = levelAhead(problem, last, way);
  if (outcome === 'still' && learningRate === 0) return say('atZero');
  if (outcome === 'moving' && learningRate > 0 && isOneWay) {
    if (ahead === undefined && problem.isWhole) return say('falling');
    if (ahead !== undefined && isSlowing(iterates))
      return say('nearing', { variable: letterOf(problem), place: format(ahead) });
  }
  if (outcome === 'cycling') return period === 2 ? say('cycleOfTwo') : say('cycle', { period: period! });
  const what = endingWords(outcome);
  if (outcome !== 'elsewhere' && outcome !== 'still') return what;
  const words = { what, variable: letterOf(problem), place: format(last) };
  const kind = outcome === 'still' ? kindAt(problem, last) : undefined;
  return kind ? say('restsOn', { ...words, on: say(ON[kind]) }) : say('restsAt', words);
}

/** On what a run stands still, in words: on a minimum only where that does not hold it. */
const ON = { minimum: 'onMinimum', maximum: 'onMaximum', saddle: 'onSaddle' } as const;

/** What stands at a place, but for the accuracy with which such places are found. */
const kindAt = ({ stationary }: LearningRateProblem, place: number) =>
  stationary.find(({ theta }) => Math.abs(theta - place) <= 1e-12 * Math.max(1, Math.abs(place)))?.kind;

/** Whether a run comes to the minimum, or is on its way there. */
export function approaches({ result: { minimum } }: LearningRateProblem, { outcome, iterates }: RateRun): boolean {
  if (minimum === null) return false;
  const [first, last] = [iterates[0], iterates[iterates.length - 1]].map((w) => Math.abs(w - minimum));
  return outcome === 'converged' || (outcome === 'moving' && last < first);
}

/** Where the run in hand stays if the optimizer keeps a band, in words. */
export function bandWords(data: Picture): string {
  const half = bandOf(data);
  if (half === undefined) return '';
  return say('band', { method: methodOf(data.problem), rate: format(data.run.learningRate), half: format(half) });
}

/** The runs' ends, in words. */
export function summarizeEnds(data: Picture): string {
  const variable = letterOf(data.problem);
  const method = data.problem.isPlain ? [] : [say('with', { method: methodOf(data.problem) })];
  const ends = shownRuns(data).map((run) =>
    say('end', {
      rate: format(run.learningRate),
      variable,
      last: format(run.iterates.at(-1)!),
      steps: run.iterates.length - 1,
      what: becameOf(data.problem, run),
    }),
  );
  return [...method, ...ends, bandWords(data)].filter(Boolean).join(' ');
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
export function windowOf({ problem: { parameters, result, stationary, stretches } }: Picture): Interval {
  const { start } = parameters;
  const center = result.minimum ?? start;
  // Of a run that flies apart the first steps.
  const travels = result.runs.map(({ iterates, outcome }) =>
    Math.max(...(outcome === 'diverged' ? iterates.slice(0, 4) : iterates).map((w) => Math.abs(w - start))),
  );
  const travelled = travels.filter((travel) => travel > 0);
  const travel = travelled.length > 0 ? Math.min(1e6, ...travelled) : 0;
  const near = 1.8 * (result.minimum === null ? travel : Math.abs(start - center));
  let reach = near;
  const edges = stretches.flatMap(({ low, high }) => [low, high]).filter(Number.isFinite);
  for (const theta of [...stationary.map(({ theta }) => theta), ...edges]) {
    const distance = Math.abs(theta - center);
    if (distance < 3 * near || reach === 0) reach = Math.max(reach, 1.3 * distance);
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
