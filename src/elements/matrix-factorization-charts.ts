import type { ErrorCurvesData } from '../charts/error-curves';
import type { FactorizationStepData } from '../charts/factorization-step';
import type { RateOutcomesData } from '../charts/rate-outcomes';
import type { ValleyData } from '../charts/valley';
import {
  alongValley,
  iterateAt,
  lossOf,
  SHEET_RATINGS,
  stepAt,
  type RankOne,
} from '../experiments/matrix-factorization/sheet-step';
import type { ErrorsView, RatesView, StepView, ValleyView } from '../experiments/matrix-factorization/views';

/** How far the valley is walked, on either side of where descent ended. */
export const VALLEY_RANGE = [0.25, 4] as const;

/** The step that is shown: there may be fewer than were asked for. */
export function shownStep({ steps }: StepView, asked: number): number {
  return Math.max(1, Math.min(steps, asked));
}

export function stepData(view: StepView, asked: number): FactorizationStepData {
  const { iterates, steps, learningRate, ridge } = view;
  const step = shownStep(view, asked);
  return {
    step,
    steps,
    learningRate,
    ridge,
    ratings: SHEET_RATINGS,
    losses: lossesOf(view),
    ...stepAt(iterates, step, learningRate, ridge),
  };
}

function lossesOf({ iterates, steps, ridge }: StepView): number[] {
  return Array.from({ length: steps + 1 }, (_, k) => lossOf(iterateAt(iterates, k), ridge));
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

export function errorsData({ runs, noise }: ErrorsView): ErrorCurvesData {
  return {
    runs: runs.map(({ learningRate, errors, validation, divergedAt }) => ({
      learningRate,
      training: errors,
      validation: validation ?? undefined,
      divergedAt,
    })),
    noise,
  };
}

export function ratesData({ runs, threshold, isValidation, epochs }: RatesView): RateOutcomesData {
  return { runs, threshold, isValidation, epochs };
}
