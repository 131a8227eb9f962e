import { factorize } from '../../engine/factorize';
import { errorCurves, type ErrorCurvesData } from '../../charts/error-curves';
import { factorizationStep, type FactorizationStepData } from '../../charts/factorization-step';
import { itemMap } from '../../charts/item-map';
import { rateOutcomes, type RateOutcomesData } from '../../charts/rate-outcomes';
import { ratingTables } from '../../charts/rating-tables';
import { valley as valleyChart, type ValleyData } from '../../charts/valley';
import { logSpaced } from '../../math/spacing';
import { defineWords } from '../../words/words';
import type { Drawn, View } from '../view';
import { placeItems, type PlacedItems } from './items';
import {
  sourceOf,
  type MatrixFactorizationData as Data,
  type MatrixFactorizationParameters as Parameters,
} from './parameters';
import { alongValley, iterateAt, lossOf, SHEET_RATINGS, stepAt, type RankOne } from './sheet-step';
import { cornerOf, type TableCorner } from './table';
import { taskOf, type MatrixFactorizationProblem as Problem, type MatrixFactorizationRun as Run } from './training';

const say = defineWords('matrix-factorization', {
  sheetOnly: 'This picture belongs to the sheet’s table only; choose the sheet’s ratings to see it.',
  itemsAbsent: 'Items are placed by two directions of their factors: that takes a rank of at least 2 and three items.',
  noStep: 'The loss exceeds every bound at the start already, so there is no step to show.',
  noValley: 'Descent diverged in epoch {epoch}, so it did not end in the valley. Choose a lower learning rate.',
  noPredictions: 'Every learning rate diverged, so there are no predictions. Choose a lower one.',
  alongValley: 'The ratio c along the valley, on a logarithmic scale',
  whereEnded: 'Back to where descent ended',
});

type Input<Computed = undefined> = Drawn<Parameters, Problem, Run, Computed>;
type Picture<Data, Computed = undefined> = View<Parameters, Problem, Run, Computed, Data>;
type Shown = { parameters: Parameters; data: object; run: Run | undefined };

/** Where the ratings come from that are shown, or that will be once they are there. */
const sourceShown = ({ parameters, data, run }: Shown) => run?.source ?? sourceOf(parameters, data as Data).kind;
const absentFromSheet = (shown: Shown) => (sourceShown(shown) === 'sheet' ? say('itemsAbsent') : undefined);
const absentBesideSheet = (shown: Shown) => (sourceShown(shown) === 'sheet' ? undefined : say('sheetOnly'));
const withoutPredictions = ({ run }: Shown) => (run?.result.best === null ? say('noPredictions') : undefined);

/** The sheet's descent, step by step. A descent that diverged has no steps after its divergence. */
const step: Picture<FactorizationStepData> = {
  title: 'One step, by hand',
  hint: 'Each cell shows the rating, the prediction u·v and the error e. The middle column works the step out.',
  invitation: 'Press “Next step” to continue.',
  absent: (shown) =>
    absentBesideSheet(shown) ?? (shown.run?.result.runs[0].divergedAt === 0 ? say('noStep') : undefined),
  data(input: Input) {
    const { iterates, runs, parameters: p } = input.run.result;
    const [{ learningRate }] = runs;
    const { step, steps } = stepShown(input);
    return {
      step,
      steps,
      learningRate,
      ridge: p.ridge,
      ratings: SHEET_RATINGS,
      losses: Array.from({ length: steps + 1 }, (_, k) => lossOf(iterateAt(iterates!, k), p.ridge)),
      ...stepAt(iterates!, step, learningRate, p.ridge),
    };
  },
  chart: factorizationStep,
  tools: (input) => [{ kind: 'steps', parameter: 'step', ...stepShown(input) }],
};

/** The step that is shown, and how many there are: perhaps fewer than were asked for. */
function stepShown({ run: { result }, ui }: Input): { step: number; steps: number } {
  const steps = result.runs[0].divergedAt ?? result.epochs;
  return { step: Math.max(1, Math.min(steps, ui.parameters.step)), steps };
}

/** How far the valley is walked, on either side of where descent ended. */
const VALLEY_RANGE = [0.25, 4] as const;
/** Steps of the way that are drawn; what comes after is too close to the end to be seen. */
const WAY = 100;

/** Where the sheet's descent ended, its way there, and the factorizations that fit equally well. */
const valley: Picture<ValleyData> = {
  title: 'What the data leave open',
  hint: 'Multiply u₁ by c and divide v₁ by it: the known entries are predicted as before, the unknown ones are not. Only their product is determined.',
  invitation: 'Move along the valley with the slider.',
  absent(shown) {
    const epoch = shown.run?.result.runs[0].divergedAt ?? null;
    return absentBesideSheet(shown) ?? (epoch === null ? undefined : say('noValley', { epoch }));
  },
  data({ run: { result }, ui }: Input) {
    const { iterates, epochs, parameters: p } = result;
    const unknown = ({ u, v }: RankOne) => ({ r12: u[0] * v[1], r21: u[1] * v[0] });
    const end = iterateAt(iterates!, epochs);
    const here = alongValley(end, ui.parameters.ratio);
    const known = SHEET_RATINGS.flatMap((row) => row.filter((rating) => rating !== null));
    return {
      ratings: SHEET_RATINGS,
      ratio: ui.parameters.ratio,
      range: VALLEY_RANGE,
      ...here,
      loss: lossOf(here, p.ridge),
      end: { ...unknown(end), loss: lossOf(end, p.ridge) },
      path: Array.from({ length: Math.min(WAY, epochs) + 1 }, (_, k) => unknown(iterateAt(iterates!, k))),
      product: known.reduce((product, rating) => product * rating, 1),
      ridge: p.ridge,
    };
  },
  chart: valleyChart,
  tools: ({ ui }) => [
    {
      kind: 'ratio',
      parameter: 'ratio',
      label: say('alongValley'),
      symbol: 'c',
      home: say('whereEnded'),
      value: ui.parameters.ratio,
      most: VALLEY_RANGE[1],
    },
  ],
};

/** The errors of every learning rate, epoch by epoch. */
const errors: Picture<ErrorCurvesData> = {
  title: 'Error after each epoch',
  hint: 'The root-mean-square error, one colour for each learning rate: on the training ratings and on the held-out ones. × marks a run that diverged.',
  data: ({ run: { result } }: Input) => ({
    runs: result.runs.map(({ learningRate, errors, validation, divergedAt }) => ({
      learningRate,
      training: errors,
      validation: validation ?? undefined,
      divergedAt,
    })),
    noise: result.noise,
  }),
  chart: errorCurves,
};

/** The rates of a sweep, as multiples of the largest stable one; how many there are of them at best, and where they cost too much. */
const SPAN = [0.05, 3] as const;
const MANY = 48;
const FEW = 16;
/** Multiply-adds that a sweep may cost. In fewer epochs than these, a rate a little too large could not be told from a good one. */
const WORK = 1e9;
const EPOCHS_TO_TELL = 50;

/** How many rates a sweep has, and how many epochs; no rates where that would cost too much. */
export function sweepOf(ratings: number, rank: number, epochs: number): { count: number; epochs: number } {
  const perEpoch = ratings * (4 * rank + 16);
  if (MANY * epochs * perEpoch <= WORK) return { count: MANY, epochs };
  const affordable = Math.min(epochs, Math.floor(WORK / (FEW * perEpoch)));
  return affordable >= Math.min(epochs, EPOCHS_TO_TELL) ? { count: FEW, epochs: affordable } : { count: 0, epochs };
}

/** The loss has risen when it is this much higher, relative to itself and to the start: rounding adds less. */
const RISE = 1e-5;
const NOTHING = 1e-10;

/** Whether a loss only falls in the last quarter of the epochs: above the largest stable rate, it goes up and down for ever. */
export function settles(losses: ArrayLike<number>): boolean {
  const last = losses.length - 1;
  for (let k = Math.floor(0.75 * last); k < last; k++)
    if (losses[k + 1] > losses[k] * (1 + RISE) + NOTHING * losses[0]) return false;
  return true;
}

/**
 * The final error at each learning rate: those that were asked for, and more where that costs little. The dashed limit
 * is held against the rate at which the loss stops settling; the one at which training diverges is another.
 */
const rates: Picture<RateOutcomesData, RateOutcomesData> = {
  title: 'The largest stable learning rate',
  hint: 'The final error at each learning rate (we add extra rates when they are cheap).',
  theory:
    'Dashed: the largest stable rate, estimated before training; above it the error stops settling (○: in the last quarter of the epochs, the loss still rose). Where training diverges (×) is a different limit, usually a higher one.',
  async compute({ problem, run: { result, source, prepared } }, engine, options) {
    const { runs, threshold, rank } = result;
    const { count, epochs } = sweepOf(prepared.ratings.byRow.values.length, rank, result.epochs);
    const width = epochs + 1;
    const outcome = (learningRate: number, curve: Float64Array, losses: Float64Array, divergedAt: number | null) => ({
      learningRate,
      error: curve[epochs],
      divergedAt: divergedAt !== null && divergedAt <= epochs ? divergedAt : null,
      settles: settles(losses.subarray(0, width)),
    });
    const outcomes = runs.map(({ learningRate, validation, errors, losses, divergedAt }) =>
      outcome(learningRate, validation ?? errors, losses, divergedAt),
    );
    if (count > 0) {
      const learningRates = Array.from(logSpaced(SPAN[0] * threshold, SPAN[1] * threshold, count));
      const task = { ...taskOf(problem.parameters, source, prepared), learningRates, epochs, every: 0 };
      const { validationErrors, errors, losses, diverged } = await engine.run(factorize, task, options);
      const of = (curves: Float64Array, i: number) => curves.subarray(i * width, (i + 1) * width);
      learningRates.forEach((rate, i) =>
        outcomes.push(outcome(rate, of(validationErrors ?? errors, i), of(losses, i), diverged[i])),
      );
    }
    outcomes.sort((a, b) => a.learningRate - b.learningRate);
    return { runs: outcomes, threshold, isValidation: result.heldOut > 0, epochs };
  },
  data: ({ computed, ui }: Input<RateOutcomesData>) => ({ ...computed, hidesLimit: ui.hidesAnswers }),
  chart: rateOutcomes,
};

/** What is known of the table, beside what the best run predicts. */
const table: Picture<TableCorner> = {
  title: 'The table, and what fills it',
  hint: 'Left, the known ratings; right, the predictions UV′. A large table shows its best-known corner: the users and items with the most ratings.',
  absent: withoutPredictions,
  data: ({ run }: Input) => cornerOf(run),
  chart: ratingTables,
};

/** Items near one another where the same users are predicted to like them. */
const items: Picture<PlacedItems, PlacedItems> = {
  title: 'Items placed by their factors',
  hint: 'The most rated items, along the two directions in which the predictions differ most between items: the first two principal directions of V, weighted by U. Items that are close together are predicted to please the same users.',
  absent(shown) {
    const { rank = 2, items = 3 } = shown.run?.result ?? {};
    const tooFew = rank < 2 || items < 3 ? say('itemsAbsent') : undefined;
    return absentFromSheet(shown) ?? tooFew ?? withoutPredictions(shown);
  },
  compute: ({ run }, _, options) => placeItems(run, options),
  data: ({ computed }: Input<PlacedItems>) => computed,
  chart: itemMap,
};

export const views = { step, valley, errors, rates, table, items };
