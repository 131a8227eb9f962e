import type { ErrorCurvesData } from './error-curves';
import type { ItemMapData } from './item-map';
import type { RateOutcomesData } from './rate-outcomes';
import type { RatingTablesData } from './rating-tables';

const EPOCHS = 100;

/** A run whose errors fall by halves to a level; validation a tenth above training. */
function stable(learningRate: number, floor = 0.5) {
  const training = Float64Array.from({ length: EPOCHS + 1 }, (_, epoch) => floor + 2 * 0.5 ** (epoch * learningRate));
  return { learningRate, training, validation: training.map((error) => error * 1.1), divergedAt: null };
}

/** One whose errors grow tenfold with every epoch, and stay what they were at its divergence. */
function diverging(learningRate: number, divergedAt: number) {
  const training = Float64Array.from({ length: EPOCHS + 1 }, (_, epoch) => 2.5 * 10 ** Math.min(epoch, divergedAt));
  return { learningRate, training, validation: training, divergedAt };
}

/** Three runs that stay, and one that diverges. */
export const errorCurvesData = (): ErrorCurvesData => ({
  runs: [stable(0.1), stable(0.2), stable(0.4), diverging(0.8, 6)],
  noise: 0.5,
  unit: 'stars',
});

export const twelveRuns = (): ErrorCurvesData => ({
  runs: [
    ...Array.from({ length: 8 }, (_, i) => stable(0.01 * 1.5 ** i)),
    ...[40, 12, 3, 3].map((epoch, i) => diverging(0.4 * 2 ** i, epoch)),
  ],
  noise: 0.5,
});

export const rateOutcomesData = (): RateOutcomesData => ({
  runs: [
    { learningRate: 0.01, error: 2, divergedAt: null, settles: true },
    { learningRate: 0.02, error: 1, divergedAt: null, settles: true },
    { learningRate: 0.04, error: 0.5, divergedAt: null, settles: true },
    { learningRate: 0.08, error: 4e7, divergedAt: 31, settles: false },
    { learningRate: 0.16, error: 5e7, divergedAt: 9, settles: false },
  ],
  threshold: 0.05,
  isValidation: true,
});

/** The sheet's table. */
export const sheetTables = (): RatingTablesData => ({
  users: ['1', '2'],
  items: ['1', '2'],
  known: Float64Array.of(5, NaN, NaN, 4),
  predicted: Float64Array.of(0.88, 0.72, 1.43, 1.17),
  low: 0,
  high: 5,
});

/** A large table in which every third rating is known, and every fifth of these is held out; names as long as asked for. */
export function largeTables(users: number, items: number, nameOf = (i: number) => String(i)): RatingTablesData {
  const known = Float64Array.from({ length: users * items }, (_, i) => (i % 3 === 0 ? 1 + ((i / 3) % 5) : NaN));
  return {
    users: Array.from({ length: users }, (_, i) => nameOf(i)),
    items: Array.from({ length: items }, (_, i) => nameOf(i)),
    known,
    heldOut: Uint8Array.from(known, (_, i) => (i % 15 === 0 ? 1 : 0)),
    predicted: Float64Array.from(known, (_, i) => 1 + (i % 41) / 10),
    low: 1,
    high: 5,
  };
}

/** Items all over an ellipse, the first the most rated. */
export const itemMapData = (length: number, nameOf = (i: number) => String(i)): ItemMapData => ({
  items: Array.from({ length }, (_, i) => {
    const distance = Math.sqrt((((i * 0.618) % 1) + 0.001) / 1.001);
    return {
      id: nameOf(i),
      x: 3 * distance * Math.cos(i),
      y: distance * Math.sin(i),
      ratings: Math.ceil(1000 / (i + 1)),
    };
  }),
  explained: [0.412, 0.173],
});
