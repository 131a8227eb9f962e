import * as kit from '../../charts/kit';
import { meanOnly } from './predictions';
import type { RidgeSearchRun } from './search';
import { batchName, number, settingsOf } from './shown';
import { say } from './words';

export interface GridData {
  run: RidgeSearchRun;
  isMadeUp: boolean;
  /** The combination in hand. */
  shown: number;
  onPick?(combination: number): void;
}

const LEFT = 78;
const TOP = 24;
/** The two lines about what goes across and up. */
const BELOW = 28;
const GAP = 10;
const LARGEST_CELL = 32;
const STEPS = 7;
/** The ground of those that diverged: none of the scale's colours. */
const DIVERGED = `color-mix(in oklab, ${kit.color('--gd-diverged')} 14%, ${kit.color('--gd-surface')})`;

/** Where the squares are: a square of squares for each batch size (down) and number of epochs (across). */
function layoutOf({ run }: GridData, width: number, cap: number) {
  const { batches, learningRates, epochs, strengths } = run.result.parameters;
  const [across, up] = [learningRates.length, strengths.length];
  const room = (width - LEFT - GAP * (epochs.length - 1)) / epochs.length;
  const tall = (cap - TOP - BELOW) / batches.length - GAP;
  const cell = Math.max(3, Math.min(LARGEST_CELL, Math.floor(room / across), Math.floor(tall / up)));
  const [panelWidth, panelHeight] = [cell * across, Math.max(cell * up, 34)];
  return {
    cell,
    panelHeight,
    left: (column: number) => LEFT + column * (panelWidth + GAP),
    top: (row: number) => TOP + row * (panelHeight + GAP),
    width: LEFT + epochs.length * (panelWidth + GAP) - GAP,
    height: TOP + batches.length * (panelHeight + GAP) + BELOW,
  };
}

/** Numbers of combinations by their place: along each of the four settings. */
function placesOf({ run }: GridData) {
  const { batches, learningRates, epochs, strengths } = run.result.parameters;
  const [R, E, S] = [learningRates.length, epochs.length, strengths.length];
  return {
    at: (batch: number, rate: number, epoch: number, strength: number) =>
      ((batch * R + rate) * E + epoch) * S + strength,
    of: (combination: number) => ({
      strength: combination % S,
      epoch: Math.floor(combination / S) % E,
      rate: Math.floor(combination / (S * E)) % R,
      batch: Math.floor(combination / (S * E * R)),
    }),
    columns: E * R,
    rows: batches.length * S,
    sizes: { R, E, S },
  };
}

/** Validation errors from the least to the greatest, as shares of the way on a logarithmic scale. */
function scaleOf(run: RidgeSearchRun) {
  const errors = run.result.grid.flatMap(({ validation }) => (validation === null ? [] : [validation]));
  const low = errors.reduce((least, error) => Math.min(least, error), Infinity);
  const high = errors.reduce((most, error) => Math.max(most, error), 0);
  const span = Math.log(high / low);
  return { low, high, share: (error: number) => (span > 0 ? Math.log(error / low) / span : 0) };
}

const errorWords = ({ run }: GridData, combination: number): string => {
  const { validation, diverged } = run.result.grid[combination];
  if (diverged) return say('hasDiverged');
  return say(run.parted.validation ? 'hasError' : 'hasTrainingError', { error: number(validation!) });
};

/** What is to be known of the search besides the squares. */
export function notesOf({ run, isMadeUp }: GridData): string[] {
  const { best, grid, test, threshold, examples, parameters } = run.result;
  const counts = {
    training: kit.formatCount(examples.training),
    validation: kit.formatCount(examples.validation),
    test: kit.formatCount(examples.test),
  };
  const { constant } = run.parted.standardizing;
  const { training, validation } = run.parted;
  const tooLarge = parameters.batches.filter((batch) => batch !== 'all' && batch > examples.training);
  const mean = meanOnly((validation ?? training).targets, training.targets);
  const advice = parameters.standardize === 'each' ? '' : say('orStandardize');
  return [
    best === null
      ? say('allDiverged', { threshold: kit.formatLimit(threshold), advice })
      : say(run.parted.validation ? 'winnerIs' : 'winnerByTraining', {
          settings: settingsOf(grid[best]),
          validation: number(grid[best].validation!),
        }),
    ...(best === null
      ? []
      : [
          test
            ? say('testIs', {
                count: counts.test,
                error: number(test.meanSquaredError),
                half: number(test.half),
              })
            : say('noTest'),
        ]),
    ...(best !== null && grid[best].validation! >= mean
      ? [
          mean === 0
            ? say('sameTargets')
            : say('noBetter', { mean: number(mean), threshold: kit.formatLimit(threshold) }),
        ]
      : []),
    isMadeUp
      ? say('madeUp', counts)
      : say('ownData', { ...counts, features: say('features', { count: examples.features }) }),
    ...(tooLarge.length > 0
      ? [say('tooLarge', { batch: tooLarge.map(batchName).join(', '), count: examples.training })]
      : []),
    ...(constant > 0 ? [say('constant', { count: constant })] : []),
    ...(examples.training <= examples.features && parameters.strengths.includes(0) ? [say('fewRows')] : []),
  ];
}

function reader(data: GridData, layout: ReturnType<typeof layoutOf>): kit.Reader {
  const places = placesOf(data);
  const { R, E, S } = places.sizes;
  const { cell, panelHeight } = layout;
  const { batches } = data.run.result.parameters;
  const corner = (combination: number) => {
    const { batch, rate, epoch, strength } = places.of(combination);
    return { x: layout.left(epoch) + rate * cell, y: layout.top(batch) + (S - 1 - strength) * cell };
  };
  return kit.pointing<number>({
    name: say('readGrid'),
    at(x, y) {
      const epoch = Array.from({ length: E }, (_, i) => i).find(
        (i) => x >= layout.left(i) && x < layout.left(i) + R * cell,
      );
      const batch = batches.findIndex(
        (_, i) => y >= layout.top(i) && y < layout.top(i) + Math.min(panelHeight, S * cell),
      );
      if (epoch === undefined || batch < 0) return undefined;
      const rate = Math.floor((x - layout.left(epoch)) / cell);
      return places.at(batch, rate, epoch, S - 1 - Math.floor((y - layout.top(batch)) / cell));
    },
    initial: () => data.shown,
    move(from, { key }) {
      const { batch, rate, epoch, strength } = places.of(from);
      const [dx, dy] = (
        { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<
          string,
          [number, number]
        >
      )[key] ?? [0, 0];
      if (dx === 0 && dy === 0) return undefined;
      const column = Math.min(places.columns - 1, Math.max(0, epoch * R + rate + dx));
      const row = Math.min(places.rows - 1, Math.max(0, batch * S + (S - 1 - strength) + dy));
      return places.at(Math.floor(row / S), column % R, Math.floor(column / R), S - 1 - (row % S));
    },
    read(combination) {
      const { x, y } = corner(combination);
      const isBest = combination === data.run.result.best;
      return {
        x: x + cell / 2,
        y: y + cell / 2,
        hair: 'none',
        boxes: [{ x, y, width: cell - 1, height: cell - 1 }],
        lines: [
          { text: settingsOf(data.run.result.grid[combination]) },
          { text: isBest ? `${errorWords(data, combination)}, ${say('isBest')}` : errorWords(data, combination) },
        ],
        ...(data.onPick && { hint: say('pressToShow') }),
      };
    },
    pick: data.onPick,
    keep: (combination) => (combination < data.run.result.grid.length ? combination : undefined),
  });
}

/** What goes along an axis: a range, or its one value. */
function rangeWords(
  range: 'rateAxis' | 'strengthAxis',
  single: 'oneRate' | 'oneStrength',
  values: readonly number[],
): string {
  const [low, high] = [number(values[0]), number(values.at(-1)!)];
  return low === high ? say(single, { value: low }) : say(range, { low, high });
}

export const grid: kit.Chart<GridData> = {
  draw(container, data) {
    const root = kit.chartRoot(container);
    const { run, shown } = data;
    const { result } = run;
    const { batches, learningRates, epochs, strengths } = result.parameters;
    const outer = Math.max(240, Math.floor(data.width ?? (container.clientWidth || 640)));
    const layout = layoutOf(data, outer, kit.heightCap(root));
    const places = placesOf(data);
    const scale = scaleOf(run);
    const { cell, height } = layout;
    const area = { x: LEFT, y: TOP, width: outer - LEFT, height: height - TOP - BELOW };
    const frame = kit.plain(kit.one(root, 'div', 'gd-squares'), {
      width: outer,
      height,
      area,
      summary: grid.summarize(data),
    });
    const at = (batch: number, epoch: number) => (i: number) =>
      places.at(batch, i % learningRates.length, epoch, strengths.length - 1 - Math.floor(i / learningRates.length));
    const inkOf = (combination: number) => {
      const { validation } = result.grid[combination];
      return validation === null ? kit.color('--gd-diverged') : kit.inkOnScale(scale.share(validation));
    };
    const sign = (combination: number) => {
      if (result.grid[combination].diverged) return cell >= 9 ? '×' : '';
      return combination === result.best ? '★' : combination === shown ? '●' : '';
    };
    const squares = batches.flatMap((_, batch) =>
      epochs.map((_, epoch) => {
        const combination = at(batch, epoch);
        return kit.cells({
          name: 'gd-search',
          left: layout.left(epoch),
          top: layout.top(batch),
          width: cell,
          height: cell,
          rows: strengths.length,
          columns: learningRates.length,
          color: (i) => {
            const { validation } = result.grid[combination(i)];
            return validation === null ? DIVERGED : kit.scaleColor(scale.share(validation));
          },
          text: (i) => sign(combination(i)),
          ink: (i) => inkOf(combination(i)),
          size: Math.min(15, cell - 2),
        });
      }),
    );
    frame.draw(
      [
        ...squares,
        kit.labels(
          'gd-epochs',
          epochs.map((count, i) => ({
            text: i === 0 || cell * learningRates.length > 70 ? say('epochCount', { count }) : kit.formatCount(count),
            x: layout.left(i),
            y: TOP - 9,
            look: 'gd-strong',
          })),
        ),
        kit.labels(
          'gd-batches',
          batches.map((batch, i) => ({
            text: say('batch', { batch: batchName(batch) }),
            x: 0,
            y: layout.top(i) + 12,
            look: 'gd-strong',
          })),
        ),
        kit.labels('gd-inner', [
          { text: rangeWords('rateAxis', 'oneRate', learningRates), x: LEFT, y: height - 18 },
          { text: rangeWords('strengthAxis', 'oneStrength', strengths), x: LEFT, y: height - 3 },
        ]),
      ],
      reader(data, layout),
    );
    const key = kit.one(root, 'div', 'gd-search-key');
    kit.drawRamp(
      key,
      number(scale.low),
      number(scale.high),
      Array.from({ length: result.best === null ? 0 : STEPS }, (_, i) => kit.scaleColor(i / (STEPS - 1))),
    );
    kit.one(key, 'p', 'gd-quiet').textContent = [
      ...(result.best === null ? [] : [say('bestKey')]),
      ...(shown === result.best ? [] : [say('shownKey')]),
      ...(result.grid.some(({ diverged }) => diverged) ? [say('divergedKey')] : []),
    ].join('   ');
    kit.each<HTMLElement, string>(
      kit.one(root, 'div', 'gd-search-notes'),
      'p',
      'gd-quiet',
      notesOf(data).slice(1),
      (note, text) => {
        note.textContent = text;
      },
    );
  },
  summarize(data) {
    const { grid: all, best } = data.run.result;
    const scale = scaleOf(data.run);
    const [winner] = notesOf(data);
    const diverged = all.filter((entry) => entry.diverged).length;
    if (best === null || all.length === 1) return winner;
    const words = { count: all.length, low: number(scale.low), high: number(scale.high), winner };
    return diverged === 0
      ? say('gridSummaryAll', words)
      : say('gridSummary', { ...words, diverged: say('countDiverged', { count: diverged }) });
  },
  table({ run }) {
    const { grid: all } = run.result;
    return {
      batch: all.map(({ batch }) => batch),
      'learning rate': all.map(({ learningRate }) => learningRate),
      epochs: all.map(({ epochs }) => epochs),
      strength: all.map(({ strength }) => strength),
      validation: all.map(({ validation }) => validation ?? ''),
      diverged: all.map(({ diverged }) => String(diverged)),
    };
  },
};
