import type { ErrorCurvesData, RateOutcomesData } from '../charts/zz-pending';
import type { FactorizationStepData } from '../charts/factorization-step';
import type { ValleyData } from '../charts/valley';
import type { ItemsView } from '../experiments/matrix-factorization/items';
import { alongValley, iterateAt, lossOf, SHEET_RATINGS, stepAt, type RankOne } from '../experiments/matrix-factorization/sheet-step';
import type { TableView } from '../experiments/matrix-factorization/table';
import type { ErrorsView, RatesView, StepView, ValleyView } from '../experiments/matrix-factorization/views';
import { logSpaced } from '../math/spacing';

type Table = Record<string, ArrayLike<number | string>>;

/** How far the valley is walked, on either side of where descent ended. */
export const VALLEY_RANGE = [0.25, 4] as const;

/** The step that is shown: there may be fewer than were asked for. */
export function shownStep({ steps }: StepView, asked: number): number {
  return Math.max(1, Math.min(steps, asked));
}

export function stepData(view: StepView, asked: number): FactorizationStepData {
  const { iterates, steps, learningRate, ridge } = view;
  const step = shownStep(view, asked);
  return { step, steps, learningRate, ridge, ratings: SHEET_RATINGS, losses: lossesOf(view), ...stepAt(iterates, step, learningRate, ridge) };
}

function lossesOf({ iterates, steps, ridge }: StepView): number[] {
  return Array.from({ length: steps + 1 }, (_, k) => lossOf(iterateAt(iterates, k), ridge));
}

/** One row for each factor at each step. */
export function stepTable(view: StepView): Table {
  const { iterates, steps } = view;
  const at = Array.from({ length: steps + 1 }, (_, k) => k);
  const column = (i: number) => at.map((k) => iterates[4 * k + i]);
  return { step: at, u1: column(0), u2: column(1), v1: column(2), v2: column(3), J: lossesOf(view) };
}

const unknown = ({ u, v }: RankOne) => ({ r12: u[0] * v[1], r21: u[1] * v[0] });

export function valleyData({ end, path, ridge }: ValleyView, ratio: number): ValleyData {
  const here = alongValley(end, ratio);
  const known = SHEET_RATINGS.flatMap((row) => row.filter((rating) => rating !== null));
  return {
    ratings: SHEET_RATINGS,
    ratio,
    range: VALLEY_RANGE,
    ...here,
    loss: lossOf(here, ridge),
    end: { ...unknown(end), loss: lossOf(end, ridge) },
    path: path.map(unknown),
    product: known.reduce((product, rating) => product * rating, 1),
    ridge,
  };
}

const POINTS = 33;

export function valleyTable({ end, ridge }: ValleyView): Table {
  const ratios = Array.from(logSpaced(...VALLEY_RANGE, POINTS));
  const places = ratios.map((ratio) => alongValley(end, ratio));
  const of = (pick: (place: RankOne) => number) => places.map(pick);
  return {
    c: ratios,
    u1: of(({ u }) => u[0]),
    u2: of(({ u }) => u[1]),
    v1: of(({ v }) => v[0]),
    v2: of(({ v }) => v[1]),
    r12: of((place) => unknown(place).r12),
    r21: of((place) => unknown(place).r21),
    J: of((place) => lossOf(place, ridge)),
  };
}

export function errorsData({ runs, noise }: ErrorsView): ErrorCurvesData {
  return { runs: runs.map(({ learningRate, errors, validation, divergedAt }) => ({ learningRate, training: errors, validation: validation ?? undefined, divergedAt })), noise };
}

export function ratesData({ runs, threshold, isValidation }: RatesView): RateOutcomesData {
  return { runs, threshold, errorName: isValidation ? 'validation error' : 'training error' };
}

/** One row for each epoch, columns for each learning rate. */
export function errorsTable({ runs }: ErrorsView): Table {
  const columns: Table = { epoch: Int32Array.from(runs[0].errors, (_, epoch) => epoch) };
  for (const { learningRate, errors, validation, losses } of runs) {
    const rate = Number(learningRate.toPrecision(6));
    columns[`J at ${rate}`] = losses;
    columns[`training error at ${rate}`] = errors;
    if (validation) columns[`validation error at ${rate}`] = validation;
  }
  return columns;
}

export function ratesTable({ runs }: RatesView): Table {
  return {
    'learning rate': runs.map(({ learningRate }) => learningRate),
    error: runs.map(({ error }) => error),
    'diverged in epoch': runs.map(({ divergedAt }) => divergedAt ?? ''),
  };
}

/** One row for each user and item. */
export function cornerTable({ users, items, known, heldOut, predicted }: TableView): Table {
  return {
    user: users.flatMap((user) => items.map(() => user)),
    item: users.flatMap(() => items),
    rating: Array.from(known, (rating) => (Number.isNaN(rating) ? '' : rating)),
    'held out': heldOut,
    prediction: predicted,
  };
}

export function itemsTable({ items }: ItemsView): Table {
  return { item: items.map(({ id }) => id), ratings: items.map(({ ratings }) => ratings), x: items.map(({ x }) => x), y: items.map(({ y }) => y) };
}
