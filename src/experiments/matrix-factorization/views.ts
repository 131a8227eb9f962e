import type { Engine, Samples } from '../../engine/contract';
import { factorize } from '../../engine/factorize';
import { logSpaced } from '../../math/spacing';
import type { ViewOptions } from '../experiment';
import { items, type ItemsView } from './items';
import type { MatrixFactorizationParameters, ViewName } from './parameters';
import { taskOf, type MatrixFactorizationComputed, type TrainedRun } from './run';
import { iterateAt, type RankOne } from './sheet-step';
import { table, type TableView } from './table';
import { matrixFactorizationWords as say } from '../../words/matrix-factorization';

/** The sheet's descent, step by step. */
export interface StepView {
  /** u1 u2 v1 v2 of every iterate, from the start on. */
  iterates: Samples;
  /** How many steps there are: a diverged descent has none after its divergence. */
  steps: number;
  learningRate: number;
  ridge: number;
}

/** Where the sheet's descent ended, and its way there. */
export interface ValleyView {
  end: RankOne;
  path: RankOne[];
  ridge: number;
}

/** The errors of every learning rate, epoch by epoch. */
export interface ErrorsView {
  runs: TrainedRun[];
  noise?: number;
}

/** The error after so many epochs at each learning rate: those that were asked for, and more where that costs little. */
export interface RatesView {
  runs: { learningRate: number; error: number; divergedAt: number | null }[];
  threshold: number;
  /** Whether the errors are those over ratings that were held out. */
  isValidation: boolean;
  /** All of them, or so many as could be afforded. */
  epochs: number;
}

/** What each picture is drawn from; undefined for those that do not apply. */
export interface MatrixFactorizationViews {
  step: StepView | undefined;
  valley: ValleyView | undefined;
  errors: ErrorsView | undefined;
  rates: RatesView | undefined;
  table: TableView | undefined;
  items: ItemsView | undefined;
}

/** Why ratings from there have no such picture, in words for a person; undefined where they may have one. */
export function whyAbsentFor(view: ViewName, source: MatrixFactorizationComputed['source']): string | undefined {
  const isSheet = source === 'sheet';
  if (view === 'step' && !isSheet) return say('stepAbsent');
  if (view === 'valley' && !isSheet) return say('valleyAbsent');
  return view === 'items' && isSheet ? say('itemsAbsent') : undefined;
}

/** And why there is none of what was computed. */
export function whyAbsent(
  view: ViewName,
  { result: { runs, best, rank, items }, source }: MatrixFactorizationComputed,
): string | undefined {
  const before = whyAbsentFor(view, source);
  if (before !== undefined) return before;
  const { divergedAt } = runs[0];
  if (view === 'step' && divergedAt === 0) return say('noStep');
  if (view === 'valley' && divergedAt !== null) return say('noValley', { epoch: divergedAt });
  if (view === 'items' && (rank < 2 || items < 3)) return say('itemsAbsent');
  if ((view === 'table' || view === 'items') && best === null) return say('noPredictions');
  return undefined;
}

/** One view's data, unless it does not apply. */
function unlessAbsent<Data>(
  view: ViewName,
  compute: (
    p: MatrixFactorizationParameters,
    computed: MatrixFactorizationComputed,
    engine: Engine,
    options: ViewOptions<Data | undefined>,
  ) => Data | Promise<Data>,
) {
  return async (
    p: MatrixFactorizationParameters,
    computed: MatrixFactorizationComputed,
    engine: Engine,
    options: ViewOptions<Data | undefined>,
  ): Promise<Data | undefined> =>
    whyAbsent(view, computed) === undefined ? compute(p, computed, engine, options) : undefined;
}

function step(
  p: MatrixFactorizationParameters,
  {
    result: {
      iterates,
      runs: [run],
      epochs,
    },
  }: MatrixFactorizationComputed,
): StepView {
  return { iterates: iterates!, steps: run.divergedAt ?? epochs, learningRate: run.learningRate, ridge: p.ridge };
}

/** So much of the way is drawn; what comes after is too close to the end to be seen. */
const WAY = 100;

function valley(
  p: MatrixFactorizationParameters,
  { result: { iterates, epochs } }: MatrixFactorizationComputed,
): ValleyView {
  return {
    end: iterateAt(iterates!, epochs),
    path: Array.from({ length: Math.min(WAY, epochs) + 1 }, (_, k) => iterateAt(iterates!, k)),
    ridge: p.ridge,
  };
}

function errors(
  _: MatrixFactorizationParameters,
  { result: { runs, noise } }: MatrixFactorizationComputed,
): ErrorsView {
  return { runs, noise };
}

/** The rates of a sweep, as multiples of the largest stable one; how many there are of them at best, and where they cost too much. */
const SPAN = [0.05, 3] as const;
const MANY = 48;
const FEW = 16;
/** A sweep may cost so many multiply-adds. In fewer epochs than that, a rate a little too large could not be told from a good one. */
const WORK = 1e9;
const EPOCHS_TO_TELL = 50;

/** How many rates a sweep has, and how many epochs; no rates where that would cost too much. */
export function sweepOf(ratings: number, rank: number, epochs: number): { count: number; epochs: number } {
  const perEpoch = ratings * (4 * rank + 16);
  if (MANY * epochs * perEpoch <= WORK) return { count: MANY, epochs };
  const affordable = Math.min(epochs, Math.floor(WORK / (FEW * perEpoch)));
  return affordable >= Math.min(epochs, EPOCHS_TO_TELL) ? { count: FEW, epochs: affordable } : { count: 0, epochs };
}

async function rates(
  p: MatrixFactorizationParameters,
  { result, source, prepared }: MatrixFactorizationComputed,
  engine: Engine,
  options: ViewOptions<RatesView | undefined>,
): Promise<RatesView> {
  const { runs, threshold, rank } = result;
  const { count, epochs } = sweepOf(prepared.ratings.byRow.values.length, rank, result.epochs);
  const outcome = (learningRate: number, curve: Float64Array, divergedAt: number | null) => ({
    learningRate,
    error: curve[epochs],
    divergedAt: divergedAt !== null && divergedAt <= epochs ? divergedAt : null,
  });
  const outcomes = runs.map(({ learningRate, validation, errors, divergedAt }) =>
    outcome(learningRate, validation ?? errors, divergedAt),
  );
  if (count > 0) {
    const learningRates = Array.from(logSpaced(SPAN[0] * threshold, SPAN[1] * threshold, count));
    const { validationErrors, errors, diverged } = await engine.run(
      factorize,
      { ...taskOf(p, source, prepared), learningRates, epochs, every: 0 },
      options,
    );
    const width = epochs + 1;
    learningRates.forEach((rate, i) =>
      outcomes.push(outcome(rate, (validationErrors ?? errors).subarray(i * width, (i + 1) * width), diverged[i])),
    );
  }
  return {
    runs: outcomes.sort((a, b) => a.learningRate - b.learningRate),
    threshold,
    isValidation: result.heldOut > 0,
    epochs,
  };
}

export const views = {
  step: unlessAbsent('step', step),
  valley: unlessAbsent('valley', valley),
  errors: unlessAbsent('errors', errors),
  rates: unlessAbsent('rates', rates),
  table: unlessAbsent('table', table),
  items: unlessAbsent('items', items),
};
