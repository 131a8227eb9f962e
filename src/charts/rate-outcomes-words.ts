import { formatCount, formatLimit, formatNumber, formatRate } from './kit/format';
import { chartWords } from './kit/words';
import { defineWords } from '../words/words';

export interface RateOutcomesData {
  runs: {
    learningRate: number;
    /** In the end. */
    error: number;
    /** The first epoch after which the run had diverged; null where it did not. */
    divergedAt: number | null;
    /** Whether the loss still fell at the end, or stood still. */
    settles: boolean;
  }[];
  /** The largest stable learning rate, as it was estimated before the training. */
  threshold: number;
  /** Neither it nor what was measured of it is told. */
  hidesLimit?: boolean;
  /** Whether the errors are those over ratings that were held out. */
  isValidation: boolean;
  /** After how many epochs; in the end, without it. */
  epochs?: number;
}

export type RateOutcome = RateOutcomesData['runs'][number];

export const say = /* @__PURE__ */ defineWords('rateOutcomes', {
  trainingError: 'training error',
  validationError: 'validation error',
  afterEpochs: { one: 'after {count} epoch', other: 'after {count} epochs' },
  inTheEnd: 'in the end',
  errorAxis: '↑ {error} {when}',
  limit: 'estimated limit {limit}',
  unknown: 'unknown',
  divergedNote: '× diverged, at its epoch',
  bothNotes: '{restless}, {diverged}',
  stopsSettling: '▒ measured: between {below} and {above}',
  settlesEverywhere: 'measured: the error settles at every rate',
  settlesNowhere: 'measured: the error settles at no rate',
  noSingleSwitch: 'measured: it depends on the start',
  noNumber: 'no number',
  epoch: 'epoch {epoch}',
  readName: 'Read the errors along the learning rate',
  errorIs: '{error} {value}',
  noRuns: 'There are no runs.',
  settling: 'The error stops settling between {below} and {above}, {low} to {high} times the estimated limit.',
  settlingAt: 'The error stops settling between {below} and {above}. No limit was estimated.',
  allSettle: 'The error settles at every rate.',
  noneSettles: 'The error settles at no rate.',
  unclearSettling:
    'Between {above} and {below} the error settles at some rates and not at others: it depends on the start.',
  noneDiverged: 'No run diverged.',
  allDiverged: 'Every run diverged.',
  unclear: 'Between {above} and {below} some rates diverge and others do not: it depends on the start.',
  diverges: 'Divergence is another limit: between {below} and {above}.',
  restless: 'not settled',
  restlessNote: '○ not settled',
  summary: {
    one: '{count} learning rate: {outcomes}.',
    other: '{count} learning rates: {outcomes}.',
  },
  limits: 'Estimated limit {limit}. {switched}',
  outcomeAt: 'at {rate} {outcome}',
  everyOneDiverged: 'all diverged',
  valueAt: '{value} at {rate}',
  least: '{error} {when} is least at {rate}, {value}; {number} diverged',
  leastAgainst: '{error} {when} is least at {rate}, {value}, against {others}; {number} diverged',
});

/** What the error is, and after how long, in words. */
export const errorName = ({ isValidation }: Pick<RateOutcomesData, 'isValidation'>) =>
  say(isValidation ? 'validationError' : 'trainingError');
export const when = ({ epochs }: RateOutcomesData) =>
  epochs === undefined ? say('inTheEnd') : say('afterEpochs', { count: epochs });

export const hasStayed = ({ divergedAt }: RateOutcome) => divergedAt === null;
export const isSettled = (run: RateOutcome) => hasStayed(run) && run.settles;

export function noteOf({ runs }: RateOutcomesData): string {
  const restless = runs.some((run) => hasStayed(run) && !run.settles) ? say('restlessNote') : '';
  const diverged = runs.every(hasStayed) ? '' : say('divergedNote');
  return restless && diverged ? say('bothNotes', { restless, diverged }) : restless || diverged;
}

/** Between which of the runs' rates they stop being as they should. */
export function switchOf(
  { runs }: RateOutcomesData,
  isGood: (run: RateOutcome) => boolean,
): { below?: number; above?: number; isClear: boolean } {
  const below = runs.filter(isGood).map(({ learningRate }) => learningRate);
  const above = runs.filter((run) => !isGood(run)).map(({ learningRate }) => learningRate);
  const [most, least] = [Math.max(...below), Math.min(...above)];
  return {
    below: below.length > 0 ? most : undefined,
    above: above.length > 0 ? least : undefined,
    isClear: most < least,
  };
}

export const limitIn = ({ threshold }: RateOutcomesData) =>
  Number.isNaN(threshold) ? say('unknown') : formatLimit(threshold);

export function measuredInShort(data: RateOutcomesData): string {
  const { below, above, isClear } = switchOf(data, isSettled);
  if (above === undefined) return say('settlesEverywhere');
  if (below === undefined) return say('settlesNowhere');
  return isClear
    ? say('stopsSettling', { below: formatNumber(below), above: formatNumber(above) })
    : say('noSingleSwitch');
}

export function endOf(run: RateOutcome, name: string): string {
  const { error, divergedAt, settles } = run;
  if (divergedAt !== null) return chartWords('divergedAtEpoch', { epoch: formatCount(divergedAt) });
  const value = say('errorIs', { error: name, value: formatNumber(error) });
  return settles ? value : `${value}, ${say('restless')}`;
}

/** Up to which rate the error settles, which is what the limit was estimated for; and from which one training diverges. */
function describeSwitch(data: RateOutcomesData): string {
  if (data.runs.length === 0) return say('noRuns');
  return [describeSettling(data), describeDivergence(data)].filter(Boolean).join(' ');
}

function describeSettling(data: RateOutcomesData): string {
  const { threshold } = data;
  const { below, above, isClear } = switchOf(data, isSettled);
  // The sentence about divergence says it all.
  if (data.runs.every((run) => !hasStayed(run))) return '';
  if (above === undefined) return say('allSettle');
  if (below === undefined) return say('noneSettles');
  const span = { below: formatNumber(below), above: formatNumber(above) };
  if (!isClear) return say('unclearSettling', span);
  if (Number.isNaN(threshold)) return say('settlingAt', span);
  const times = (rate: number) => formatNumber(rate / threshold, 3);
  return say('settling', { ...span, low: times(below), high: times(above) });
}

function describeDivergence(data: RateOutcomesData): string {
  const { below, above, isClear } = switchOf(data, hasStayed);
  if (above === undefined) return say('noneDiverged');
  if (below === undefined) return say('allDiverged');
  return say(isClear ? 'diverges' : 'unclear', { below: formatNumber(below), above: formatNumber(above) });
}

export function summarize(data: RateOutcomesData): string {
  const all = say('summary', { count: data.runs.length, outcomes: describeOutcomes(data) });
  if (data.hidesLimit) return all;
  return `${all} ${say('limits', { limit: limitIn(data), switched: describeSwitch(data) })}`;
}

/** Outcomes that are told one by one. */
const FEW = 8;

function describeOutcomes(data: RateOutcomesData): string {
  const { runs } = data;
  const error = errorName(data);
  if (runs.length <= FEW)
    return runs
      .map((run) => say('outcomeAt', { rate: formatRate(run.learningRate), outcome: endOf(run, error) }))
      .join('; ');
  const stayed = runs.filter(({ divergedAt, error }) => divergedAt === null && error < Infinity);
  if (stayed.length === 0) return say('everyOneDiverged');
  const least = stayed.reduce((best, run) => (run.error < best.error ? run : best));
  const others = [...new Set([stayed[0], stayed[stayed.length - 1]])]
    .filter((run) => run !== least)
    .map((run) => say('valueAt', { value: formatNumber(run.error), rate: formatRate(run.learningRate) }));
  const values = {
    error,
    when: when(data),
    rate: formatRate(least.learningRate),
    value: formatNumber(least.error),
    number: runs.length - stayed.length,
  };
  return others.length > 0
    ? say('leastAgainst', { ...values, others: others.join(chartWords('and')) })
    : say('least', values);
}
