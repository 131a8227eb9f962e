import { parseObjective } from '../../formula';
import { oneVariable } from '../../math/one-variable';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import {
  LARGEST,
  refuseWithoutValues,
  SHEET,
  type LearningRateParameters,
  type LearningRateSettings,
} from './parameters';
import { aroundStart, limitAt } from './problem';

/** Starts that are tried, the first that is neither outside of the function's domain nor level with a stationary point. */
const STARTS = [0, 1, 2, 0.5, 3, 5, 10, -1, -2, -0.5, -5, -10, 100];
/** Parts of the largest rate that converges: one that comes from one side, one from side to side, and one that flies apart, as in the sheet. */
const PARTS = [0.25, 0.75, 1.25];
const ANY_RATES = [0.01, 0.1, 1];

/** The parameters with numbers for what is `auto`: the sheet's for its function, else such as fit. What is given stays. */
export function resolve(given: LearningRateSettings): LearningRateParameters {
  const start = given.start === 'auto' ? startFor(given) : given.start;
  const learningRates = given.learningRates === 'auto' ? ratesFor(given, start) : given.learningRates;
  return { ...given, start, learningRates };
}

/** For `follow`: where a person moves the start, the rate in hand stays in hand, though rates that are `auto` come to fit the new start. */
export function keepRateInHand(
  name: string,
  value: unknown,
  p: LearningRateParameters,
): Pick<LearningRateParameters, 'selectedRate'> | undefined {
  if (name !== 'start' || typeof value !== 'number' || p.selectedRate !== null) return undefined;
  const [before, after] = [p.start, value].map((start) => ratesFor(p, start));
  const isAutomatic = before.join() === p.learningRates.join();
  return isAutomatic && before[0] !== after[0] ? { selectedRate: before[0] } : undefined;
}

function startFor({ objective }: LearningRateSettings): number {
  if (objective === SHEET.objective) return SHEET.start;
  const { value, gradient } = oneVariable(parseObjective(objective), 0);
  const hasValues = (start: number) => Number.isFinite(value(start)) && Number.isFinite(gradient(start));
  const all = STARTS.filter(hasValues);
  return all.find((start) => gradient(start) !== 0) ?? all[0] ?? refuseWithoutValues(objective);
}

function ratesFor(given: LearningRateSettings, start: number): readonly number[] {
  if (given.objective === SHEET.objective) return SHEET.learningRates;
  const { minimum } = aroundStart(parseObjective(given.objective), start);
  const limit = limitAt(readOptimizer(given.optimizer), parseSchedule(given.schedule), minimum);
  // A limit beyond all rates is none to go by, nor is the 0 of a kink.
  if (limit === null || !(limit > 0 && limit <= LARGEST)) return ANY_RATES;
  return PARTS.map((part) => Math.min(LARGEST, Number((part * limit).toPrecision(2))));
}
