import * as kit from '../../charts/kit';
import { predictionsOf } from './problem';
import type { RidgeSearchRun } from './search';
import { number, weightsShown } from './shown';
import { say } from './words';

export interface PredictionsData {
  run: RidgeSearchRun;
}

const MOST_DOTS = 2000;

/** The test examples by their targets, with what the winner predicts. */
function testedOf(run: RidgeSearchRun) {
  const test = run.parted.test!;
  const { w, b } = weightsShown(run, run.result.best!);
  const predicted = predictionsOf(test, w, b);
  const order = [...predicted.keys()].sort((one, other) => test.targets[one] - test.targets[other]);
  return { targets: order.map((row) => test.targets[row]), predicted: order.map((row) => predicted[row]) };
}

export const predictions: kit.Chart<PredictionsData> = {
  draw(container, data) {
    const { targets, predicted } = testedOf(data.run);
    const { meanSquaredError, half } = data.run.result.test!;
    const every = Math.max(1, Math.ceil(targets.length / MOST_DOTS));
    const shown = Array.from({ length: Math.ceil(targets.length / every) }, (_, i) => i * every);
    const all = [...targets, ...predicted];
    const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
    const room = 0.05 * (most - least || 1);
    const domain: [number, number] = [least - room, most + room];
    const frame = kit.cartesian(kit.chartRoot(container), {
      width: data.width,
      height: [260, 0.6, 400],
      x: { domain, title: say('trueAxis') },
      y: { domain, title: say('predictedAxis'), grid: true },
      note: say('predictionsNote', { error: number(meanSquaredError), half: number(half) }),
      summary: predictions.summarize(data),
    });
    frame.draw(
      [
        kit.line({ name: 'gd-diagonal', x: domain, y: domain, length: 2, look: 'gd-dashed' }),
        // Up to thousands: drawn as one, and the same however parts of the picture were drawn again.
        kit.cloud({
          x: (i) => targets[shown[i]],
          y: (i) => predicted[shown[i]],
          length: shown.length,
          radius: 3,
          colors: ['--gd-series-recovery'],
          strength: () => 1,
        }),
      ],
      kit.scrub({
        name: say('readPredictions'),
        last: targets.length - 1,
        initial: Math.floor(targets.length / 2),
        at: (x) => nearest(targets, frame.x.invert(x)),
        read: (i) => ({
          x: frame.x(targets[i]),
          y: frame.y(predicted[i]),
          ring: 6,
          lines: [
            { text: say('trueIs', { value: number(targets[i]) }) },
            { text: say('predictedIs', { value: number(predicted[i]) }) },
          ],
        }),
      }),
    );
  },
  summarize({ run }) {
    const { meanSquaredError } = run.result.test!;
    return say('predictionsSummary', {
      count: run.parted.test!.targets.length,
      error: number(meanSquaredError),
      root: number(Math.sqrt(meanSquaredError)),
      mean: number(meanOnly(run.parted.test!.targets, run.parted.training.targets)),
    });
  },
  table({ run }) {
    const { targets, predicted } = testedOf(run);
    return { true: targets, predicted };
  },
};

/** The mean square of predicting the mean of the training targets for all. */
export function meanOnly(targets: ArrayLike<number>, training: ArrayLike<number>): number {
  const mean = Array.from(training).reduce((sum, target) => sum + target, 0) / training.length;
  return Array.from(targets).reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length;
}

function nearest(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= value) low = middle;
    else high = middle;
  }
  return value - ascending[low] <= ascending[high] - value ? low : high;
}
