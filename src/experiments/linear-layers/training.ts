import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import {
  lossAt,
  sharpnessAt,
  TWO_LAYER_OUTCOMES,
  twoLayerPlaces,
  type TwoLayerOutcome,
} from '../../math/two-layer-descent';
import { linearMidpoints } from '../../math/spacing';
import { REACH } from './parameters';
import type { Population } from './population';
import { runFrom } from './runs';
import { say } from './words';

export interface TrainingData extends kit.Emphasis {
  population: Population;
  start: readonly number[];
  iteration: number;
  /** Where a run can stay is not told. */
  hidesTheory: boolean;
  onStart?(start: readonly number[]): void;
}

const COLORS: Record<TwoLayerOutcome, string> = {
  positive: '--gd-minimum-2',
  negative: '--gd-minimum-3',
  still: '--gd-maximum',
  moving: '--gd-bounded',
  diverged: '--gd-diverged',
};
const WORDS = {
  positive: 'positive',
  negative: 'negative',
  still: 'stillThere',
  moving: 'movingOn',
  diverged: 'diverged',
} as const;

const DOTS = 24;
const LEVELS = [0.02, 0.125, 0.5, 1.2, 2.5, 5, 9];
const CELLS = 96;
const PLANE: kit.Interval = [-REACH, REACH];
/** How strong the colour of a run is that ended at once, and of one that took all iterations. */
const FAINT = 0.22;
const STRONG = 0.62;
const FADED = 0.07;

const wordsOf = (outcome: TwoLayerOutcome) => say(WORDS[outcome]);
const isHere = (outcome: number, highlighted: number | undefined) =>
  highlighted === undefined || highlighted === outcome;

const draw = kit.holdingAxes<TrainingData, kit.Interval>(
  () => PLANE,
  (container, data, plane, grip) => {
    const { population, start, iteration, highlighted, hidesTheory, onStart } = data;
    const { task } = population;
    const { picture, aside, width } = kit.besideRows(container, data.width);
    const run = runFrom(task, start);
    const shown = Math.min(iteration, run.w1.length - 1);
    const frame = kit.cartesian(picture, {
      width,
      height: Math.min(430, width - 44),
      isEqual: true,
      x: { domain: plane, title: say('firstWeight') },
      y: { domain: plane, title: say('secondWeight') },
      summary: training.summarize(data),
    });
    const inks = kit.inksOf(frame.root, [...TWO_LAYER_OUTCOMES.map((outcome) => COLORS[outcome]), '--gd-surface']);
    // The starts are a square, the picture may be wider: lines go on to its edges.
    const [across, up] = [frame.x, frame.y].map((scale): kit.Interval => [scale.domain()[0], scale.domain()[1]]);
    const places = twoLayerPlaces(task, { reach: REACH, count: DOTS }, iteration);
    const ofStart = (i: number) => {
      const cell = (k: number) => Math.floor(((k + 0.5) / DOTS) * population.count);
      return population.outcomes[cell(Math.floor(i / DOTS)) * population.count + cell(i % DOTS)];
    };
    frame.draw([
      kit.raster({
        x: PLANE,
        y: PLANE,
        key: [population, inks.join(), highlighted],
        image: () => imageOf(population, inks, highlighted),
      }),
      kit.contour({
        values: losses(population, across, up),
        columns: CELLS,
        rows: CELLS,
        x: across,
        y: up,
        thresholds: LEVELS,
      }),
      kit.shapes('gd-valley', [
        ...valleyOf(population, Math.max(...across, ...up)).map(({ points, isStable }) => ({
          points,
          color: '--gd-text',
          width: isStable || hidesTheory ? 3 : 1.5,
          look: isStable || hidesTheory ? '' : 'gd-dashed',
          isOpen: true,
        })),
        ...(population.activation === 'none' && !hidesTheory
          ? [{ points: circle(Math.sqrt(2 / task.learningRate)), color: '--gd-text', width: 1, look: 'gd-dashed' }]
          : []),
      ]),
      kit.cloud({
        x: places.x,
        y: places.y,
        length: places.x.length,
        radius: 2,
        group: ofStart,
        colors: TWO_LAYER_OUTCOMES.map((outcome) => COLORS[outcome]),
        strength: (group) => (isHere(group, highlighted) ? 0.95 : 0.15),
      }),
      ...kit.trajectory({
        panel: frame,
        x: run.w1.slice(0, shown + 1),
        y: run.w2.slice(0, shown + 1),
        color: '--gd-accent',
        radius: 3,
      }),
      kit.handles({
        along: 'both',
        stops: 60,
        handles: [
          {
            x: start[0],
            y: start[1],
            label: say('start'),
            text: say('place', { x: short(start[0]), y: short(start[1]) }),
          },
        ],
        onMove: onStart && ((_, x, y) => onStart([x, y])),
        ...grip,
      }),
    ]);
    const shares = sharesOf(population);
    kit.drawRows(
      kit.one(aside, 'div', 'gd-shares'),
      [
        {
          title: say('ofRuns', { count: population.outcomes.length }),
          rows: TWO_LAYER_OUTCOMES.flatMap((outcome, i) =>
            shares[i] > 0
              ? [
                  {
                    outcome: i,
                    name: wordsOf(outcome),
                    color: COLORS[outcome],
                    value: kit.formatShare(shares[i]),
                    parts: [shares[i]],
                  },
                ]
              : [],
          ),
        },
      ],
      data,
    );
    kit.one(aside, 'p', 'gd-sentence').textContent = hidesTheory ? '' : limitText(population);
    drawProducts(kit.one(aside, 'div', 'gd-products'), data, run, shown, width);
  },
);

/** The product of the two weights, and the weight of one layer at the same rate from the same product. */
function drawProducts(
  parent: HTMLElement,
  { start }: TrainingData,
  run: ReturnType<typeof runFrom>,
  shown: number,
  width: number,
): void {
  const last = Math.min(run.product.length - 1, 40);
  const range: kit.Interval = [-1.5, 3.5];
  const cut = kit.within(range);
  kit.drawKey(parent, {
    entries: [
      { label: say('twoLayers'), color: '--gd-accent', look: 'gd-heavy' },
      { label: say('oneWeight'), color: '--gd-minimum-1', look: '' },
    ],
  });
  const frame = kit.cartesian(parent, {
    width,
    x: { domain: [0, last], title: say('iterationAxis'), isWhole: true },
    y: { domain: range, title: say('productAxis'), spacing: 40, grid: true },
    height: 120,
    summary: startText(start, run),
  });
  const line = (values: readonly number[], color: string, look = '') =>
    kit.line({ y: values.map((value) => (Number.isFinite(value) ? cut(value) : NaN)), length: last + 1, color, look });
  frame.draw(
    [
      kit.rule({ y: [1], look: 'gd-hair' }),
      line(run.single, '--gd-minimum-1'),
      line(run.product, '--gd-accent', 'gd-heavy'),
      kit.dots({
        x: [Math.min(shown, last)],
        y: [cut(run.product[Math.min(shown, last)])],
        length: 1,
        radius: 4,
        color: '--gd-accent',
      }),
    ],
    kit.scrub({
      name: say('readValues'),
      last,
      initial: Math.min(shown, last),
      at: (px) => Math.round(frame.x.invert(px)),
      read: (k) => ({
        x: frame.x(k),
        lines: [
          { text: say('atIteration', { iteration: k }) },
          {
            text: say('value', { name: say('twoLayers'), value: short(run.product[k]) }),
            color: kit.color('--gd-accent'),
          },
          {
            text: say('value', { name: say('oneWeight'), value: short(run.single[k]) }),
            color: kit.color('--gd-minimum-1'),
          },
        ],
      }),
    }),
  );
  kit.one(parent, 'p', 'gd-sentence').textContent = startText(start, run);
}

function imageOf(
  { outcomes, after, task, count }: Population,
  inks: readonly kit.RGB[],
  highlighted: number | undefined,
): ImageData {
  const image = new ImageData(count, count);
  const surface = inks.at(-1)!;
  const scale = 1 / Math.log1p(task.iterations);
  for (let i = 0; i < outcomes.length; i++) {
    const share = isHere(outcomes[i], highlighted) ? FAINT + (STRONG - FAINT) * Math.log1p(after[i]) * scale : FADED;
    const row = count - 1 - Math.floor(i / count);
    image.data.set([...kit.mix(surface, inks[outcomes[i]], share), 255], 4 * (row * count + (i % count)));
  }
  return image;
}

/** The loss over the plane, row by row from the lowest w₂ up. */
function losses({ task: { activation } }: Population, across: kit.Interval, up: kit.Interval): Float64Array {
  const [w1, w2] = [across, up].map(([low, high]) => linearMidpoints(low, high, CELLS));
  return Float64Array.from({ length: CELLS * CELLS }, (_, i) =>
    lossAt(activation, w1[i % CELLS], w2[Math.floor(i / CELLS)]),
  );
}

interface Stretch {
  points: (readonly [number, number])[];
  isStable: boolean;
}

const STEPS = 400;

/** The minima: w₂ = 1 / a(w₁), in stretches where a run can stay and where it cannot. */
function valleyOf({ task: { activation, learningRate } }: Population, reach: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const sign of [-1, 1]) {
    let current: Stretch | undefined;
    for (let i = 0; i <= STEPS; i++) {
      const w1 = sign * (1 / reach + ((reach - 1 / reach) * i) / STEPS);
      const w2 = 1 / activation.value(w1);
      if (!Number.isFinite(w2) || Math.abs(w2) > reach) continue;
      const isStable = learningRate * sharpnessAt(activation, w1, w2) < 2;
      if (current?.isStable !== isStable) {
        current?.points.push([w1, w2]);
        stretches.push((current = { points: [], isStable }));
      }
      current.points.push([w1, w2]);
    }
  }
  return stretches;
}

const circle = (radius: number) =>
  Array.from({ length: 120 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 120;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });

function sharesOf({ outcomes }: Population): number[] {
  const counts = TWO_LAYER_OUTCOMES.map(() => 0);
  for (const outcome of outcomes) counts[outcome]++;
  return counts.map((count) => count / outcomes.length);
}

function limitText({ task: { learningRate }, activation }: Population): string {
  const limit = kit.formatLimit(2 / learningRate);
  const two =
    activation === 'none'
      ? say('twoLimit', { limit, words: say(learningRate < 1 ? 'someFlat' : 'noneFlat') })
      : say('bentLimit', { limit });
  return `${say('oneLimit')} ${two}`;
}

const startText = (start: readonly number[], { outcome }: { outcome: TwoLayerOutcome }) =>
  say('ofStart', { x: short(start[0]), y: short(start[1]), outcome: wordsOf(outcome) });

/** The loss over two one-weight layers, and what becomes of a run from every start. */
export const training: kit.Chart<TrainingData> = {
  draw,
  summarize(data) {
    const { population, start } = data;
    const { outcome, after } = runFrom(population.task, start);
    const shares = sharesOf(population);
    return say('trainingSummary', {
      rate: short(population.task.learningRate),
      shares: TWO_LAYER_OUTCOMES.flatMap((one, i) =>
        shares[i] > 0 ? [say('share', { outcome: wordsOf(one), share: kit.formatShare(shares[i]) })] : [],
      ).join('; '),
      start: say('place', { x: short(start[0]), y: short(start[1]) }),
      outcome: wordsOf(outcome),
      after,
    });
  },
  table({ population, start }) {
    const { w1, w2, product, single } = runFrom(population.task, start);
    return { iteration: w1.map((_, k) => k), w1, w2, product, 'one layer': single };
  },
};
