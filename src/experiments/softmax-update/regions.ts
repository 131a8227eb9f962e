import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import type { Training } from '../../math/classifier';
import { softmax } from '../../math/activations';
import type { HIDDEN_LAYERS } from './parameters';
import { CLASS_COLORS } from './shown';
import { say } from './words';

export interface RegionsData {
  training: Training;
  /** How many iterations are shown, of how many. */
  iteration: number;
  iterations: number;
  hiddenLayer: (typeof HIDDEN_LAYERS)[number];
  /** The class of a point that is placed. */
  nextClass: number;
  onMove?(index: number, x: number, y: number): void;
  onPlace?(x: number, y: number): void;
  onRemove?(index: number): void;
  fewest?: number;
  onIteration?(iteration: number): void;
}

const CELLS = 220;
/** How strong a region's colour is, where its class is as likely as others and where it is certain. */
const FAINT = 0.1;
const STRONG = 0.55;
/** Points stand at multiples of this. */
const STOP = 0.05;

/** Points that are placed in the plane leave it as it is. */
const reach = ({ training: { points } }: RegionsData) =>
  kit.roundUp(Math.max(1.1, ...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)])));

const draw = kit.holdingAxes<RegionsData, number>(reach, (container, data, most, grip) => {
  const { training, iteration, iterations, nextClass, onMove, onPlace, onRemove, onIteration } = data;
  const { points, classifier } = training;
  const { classes } = classifier;
  const { picture, aside, width } = kit.besideRows(container, data.width);
  const theta = training.at(iteration);
  const frame = kit.cartesian(picture, {
    width,
    height: Math.min(420, width - 50),
    isEqual: true,
    x: { domain: [-most, most], title: say('xAxis') },
    y: { domain: [-most, most], title: say('yAxis') },
    summary: regions.summarize(data),
  });
  const [across, up] = [frame.x, frame.y].map((scale): kit.Interval => {
    const [low, high] = scale.domain();
    return [low, high];
  });
  const inks = kit.inksOf(frame.root, CLASS_COLORS);
  const [surface] = kit.inksOf(frame.root, ['--gd-surface']);
  const probabilitiesAt = (x: number, y: number) => softmax(classifier.logits(theta, x, y));
  const { mark, reader } = kit.placedPoints(frame, {
    name: onPlace ? say('readRegions') : say('readOnly'),
    points: points.map(({ x, y, label }, i) => ({
      x,
      y,
      label: say('pointOf', { number: i + 1, label: String(label) }),
      text: say('place', { x: short(x), y: short(y) }),
      color: CLASS_COLORS[label],
      radius: 6,
    })),
    step: STOP,
    initial: [0, 0],
    onMove,
    onAdd: onPlace,
    onRemove,
    fewest: data.fewest,
    read: (x, y) => ({
      lines: probabilitiesAt(x, y).map((probability, j) => ({
        text: say('likely', { label: String(j), share: kit.formatShare(probability) }),
        color: kit.color(CLASS_COLORS[j]),
      })),
      hint: onPlace && say('willPlace', { label: String(nextClass) }),
    }),
    grip,
  });
  frame.draw(
    [
      kit.raster({
        x: across,
        y: up,
        key: [theta, ...across, ...up, inks.join(), surface.join()],
        image: () => imageOf(data, across, up, inks, surface),
      }),
      mark,
    ],
    reader,
  );
  const right = points.map(({ x, y, label }) => {
    const logits = classifier.logits(theta, x, y);
    return logits.every((logit, j) => j === label || logit < logits[label]);
  });
  const rows = Array.from({ length: classes }, (_, j): kit.Row => {
    const own = points.flatMap(({ label }, i) => (label === j ? [i] : []));
    const correct = own.filter((i) => right[i]).length;
    return {
      name: say('class', { label: String(j) }),
      color: CLASS_COLORS[j],
      value: say('rightOf', { correct, count: own.length }),
      parts: [own.length > 0 ? correct / own.length : 0],
    };
  });
  const rowsBox = kit.one<HTMLElement>(aside, 'div', 'gd-classes');
  kit.drawRows(rowsBox, [{ title: say('afterIterations', { count: iteration }), rows }], {});
  kit.one(aside, 'p', 'gd-sentence').textContent = hiddenText(data);
  drawLosses(kit.one(aside, 'div', 'gd-losses'), training, iteration, iterations, width, onIteration);
});

function drawLosses(
  parent: HTMLElement,
  training: Training,
  iteration: number,
  iterations: number,
  width: number,
  onIteration: RegionsData['onIteration'],
): void {
  const losses = training.losses.slice(0, iteration + 1);
  const frame = kit.cartesian(parent, {
    width,
    x: { domain: [0, iterations], title: say('iterationsAxis'), isWhole: true },
    y: { domain: [0, 1.05 * Math.max(...losses)], title: say('lossTraining'), grid: true, spacing: 40 },
    height: 110,
    summary: `${say('loss')} ${short(losses[iteration])}`,
  });
  frame.draw(
    [
      kit.line({ y: losses, length: losses.length, color: '--gd-text', look: 'gd-heavy' }),
      kit.dots({ x: [iteration], y: [losses[iteration]], length: 1, radius: 4.5, color: '--gd-accent' }),
      kit.labels('gd-loss', [
        {
          text: short(losses[iteration]),
          x: iteration,
          y: losses[iteration],
          dy: -9,
          anchor: 'middle',
          look: 'gd-strong',
        },
      ]),
    ],
    kit.scrub({
      name: say('lossTraining'),
      last: iterations,
      initial: iteration,
      at: (px) => Math.round(frame.x.invert(px)),
      read: (k) => ({
        x: frame.x(k),
        lines: [
          { text: say('afterIterations', { count: k }) },
          ...(k <= iteration ? [{ text: say('entry', { name: say('loss'), value: short(losses[k]) }) }] : []),
        ],
      }),
      pick: onIteration,
    }),
  );
}

function imageOf(
  { training: { classifier }, training, iteration }: RegionsData,
  across: kit.Interval,
  up: kit.Interval,
  inks: readonly kit.RGB[],
  surface: kit.RGB,
): ImageData {
  const theta = training.at(iteration);
  const { classes } = classifier;
  const image = new ImageData(CELLS, CELLS);
  const logits: number[] = [];
  for (let row = 0; row < CELLS; row++) {
    const y = up[1] - ((up[1] - up[0]) * (row + 0.5)) / CELLS;
    for (let column = 0; column < CELLS; column++) {
      const x = across[0] + ((across[1] - across[0]) * (column + 0.5)) / CELLS;
      classifier.logits(theta, x, y, logits);
      let best = 0;
      for (let j = 1; j < classes; j++) if (logits[j] > logits[best]) best = j;
      let sum = 0;
      for (let j = 0; j < classes; j++) sum += Math.exp(logits[j] - logits[best]);
      // 1 / sum is the probability of the likeliest class, 1 / classes the least that this can be.
      const certainty = (1 / sum - 1 / classes) / (1 - 1 / classes);
      image.data.set(
        [...kit.mix(surface, inks[best], FAINT + (STRONG - FAINT) * certainty), 255],
        4 * (row * CELLS + column),
      );
    }
  }
  return image;
}

const hiddenText = ({ hiddenLayer }: RegionsData) =>
  say(hiddenLayer === 'none' ? 'noHidden' : hiddenLayer === 'linear' ? 'linearHidden' : 'bentHidden');

/** Points one places, and the regions in which each class is the likeliest, while a classifier is trained on them. */
export const regions: kit.Chart<RegionsData> = {
  draw,
  summarize(data) {
    const { training, iteration } = data;
    training.at(iteration);
    return say('regionsSummary', {
      classes: training.classifier.classes,
      iterations: iteration,
      count: training.points.length,
      loss: short(training.losses[iteration]),
      correct: training.correct[iteration],
    });
  },
  table: ({ training, iteration }) => {
    training.at(iteration);
    return {
      iteration: Array.from({ length: iteration + 1 }, (_, k) => k),
      loss: training.losses.slice(0, iteration + 1),
      correct: training.correct.slice(0, iteration + 1),
    };
  },
};
