import * as kit from '../../charts/kit';
import { WIDTHS, type Population } from './populations';
import { short } from './shown';
import { say } from './words';

export interface NetworksData {
  population: Population;
  /** What the other pictures show. */
  units: number;
  learningRate: number;
  /** The limit of the linear model; undefined where it is not told. */
  threshold: number | undefined;
  onPick?(units: number, learningRate: number): void;
}

const SCALE = Array.from({ length: 7 }, (_, i) => `--gd-scale-${i + 1}`);

/** The share of networks that solve the problem, over learning rate and width. */
export const networks: kit.Chart<NetworksData> = {
  draw(container, data) {
    const { population, units, learningRate, threshold, onPick } = data;
    const { rates, counts } = population;
    const ratio = Math.sqrt(rates[1] / rates[0]);
    const across: kit.Interval = [rates[0] / ratio, rates.at(-1)! * ratio];
    const up: kit.Interval = [0.5, WIDTHS.length + 0.5];
    const root = kit.chartRoot(container);
    const bar = kit.one<HTMLElement>(root, 'div', 'gd-bar');
    kit.drawRamp(bar, say('noneSolved'), say('allSolved'), [0, 0.2, 0.4, 0.6, 0.8, 1].map(kit.scaleColor));
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { scale: 'log', domain: across, title: say('rateAxis') },
      y: { domain: up, title: say('widthAxis'), ticks: [1, 2, 3, 4, 6, 8, 10, 12, 14, 16] },
      height: [260, 0.42, 380],
      note: threshold === undefined ? say('half') : say('halfAndLimit', { limit: kit.formatLimit(threshold) }),
      summary: networks.summarize(data),
    });
    const inks = kit.inksOf(frame.root, SCALE);
    const widthOf = (column: number) => [rates[column] / ratio, rates[column] * ratio] as const;
    const boxOf = ({ column, row }: Cell) => {
      const [left, right] = widthOf(column).map(frame.x);
      const [top, bottom] = [row + 1.5, row + 0.5].map(frame.y);
      return { x: left, y: top, width: right - left, height: bottom - top };
    };
    const here = { column: nearest(rates, learningRate), row: units - 1 };
    const isHere = learningRate >= across[0] && learningRate <= across[1] && units > 0;
    frame.draw(
      [
        kit.raster({
          x: across,
          y: up,
          key: [population, inks.join()],
          image: () => imageOf(population, inks),
        }),
        kit.shapes('gd-half', [
          { points: halfDiverged(population, ratio), color: '--gd-surface', width: 2, look: 'gd-dashed', isOpen: true },
        ]),
        kit.rule({ x: threshold === undefined ? [] : [threshold], look: 'gd-threshold', isOnColor: true }),
        {
          name: 'gd-cell',
          draw: (group) => {
            const box = kit.one<SVGRectElement>(group, 'rect', 'gd-selected');
            kit.set(box, isHere ? { ...boxOf(here), visibility: undefined } : { visibility: 'hidden' });
            box.style.fill = 'none';
          },
        },
      ],
      kit.pointing<Cell>({
        name: say('readNetworks'),
        at: (px, py) => {
          const row = Math.round(frame.y.invert(py)) - 1;
          const column = nearest(rates, frame.x.invert(px));
          return row >= 0 && row < WIDTHS.length ? { column, row } : undefined;
        },
        initial: () => (isHere ? here : { column: Math.floor(rates.length / 2), row: 3 }),
        move({ column, row }, { key }) {
          const ways: Record<string, Cell> = {
            ArrowLeft: { column: column - 1, row },
            ArrowRight: { column: column + 1, row },
            ArrowUp: { column, row: row + 1 },
            ArrowDown: { column, row: row - 1 },
          };
          if (!Object.hasOwn(ways, key)) return undefined;
          const to = ways[key];
          return {
            column: Math.max(0, Math.min(rates.length - 1, to.column)),
            row: Math.max(0, Math.min(WIDTHS.length - 1, to.row)),
          };
        },
        read(cell) {
          const box = boxOf(cell);
          const i = cell.row * rates.length + cell.column;
          const share = (of: Uint32Array) => kit.formatShare(of[i] / population.networks);
          return {
            x: box.x + box.width / 2,
            y: box.y + box.height / 2,
            hair: 'none',
            boxes: [box],
            lines: [
              { text: say('cell', { count: WIDTHS[cell.row], rate: short(rates[cell.column]) }) },
              {
                text: say('shares', {
                  solved: share(counts.solved),
                  unsolved: share(counts.unsolved),
                  diverged: share(counts.diverged),
                }),
                color: kit.scaleColor(counts.solved[i] / population.networks),
              },
              { text: say('ofNetworks', { count: population.networks }) },
            ],
            hint: onPick && say('takeCell'),
          };
        },
        pick: onPick && (({ column, row }) => onPick(WIDTHS[row], rates[column])),
      }),
    );
  },
  summarize({ population: { rates, networks: count, counts } }) {
    const total = counts.solved.reduce((sum, solved) => sum + solved, 0);
    const best = counts.solved.indexOf(Math.max(...counts.solved));
    return say('networksSummary', {
      all: kit.formatCount(count * counts.solved.length),
      solved: kit.formatShare(total / (count * counts.solved.length)),
      units: WIDTHS[Math.floor(best / rates.length)],
      rate: short(rates[best % rates.length]),
      share: kit.formatCount(counts.solved[best]),
      count: kit.formatCount(count),
      one: kit.formatShare(Math.max(...counts.solved.subarray(0, rates.length)) / count),
    });
  },
  table: ({ population: { rates, networks: count, counts } }) => ({
    'hidden units': Array.from(counts.solved, (_, i) => WIDTHS[Math.floor(i / rates.length)]),
    'learning rate': Array.from(counts.solved, (_, i) => rates[i % rates.length]),
    networks: Array.from(counts.solved, () => count),
    solved: counts.solved,
    'not solved': counts.unsolved,
    diverged: counts.diverged,
  }),
};

interface Cell {
  column: number;
  row: number;
}

function nearest(rates: readonly number[], rate: number): number {
  const place = (Math.log(rate / rates[0]) / Math.log(rates.at(-1)! / rates[0])) * (rates.length - 1);
  return Math.max(0, Math.min(rates.length - 1, Math.round(place)));
}

/** Up the widths, the rates from which on at least half of the networks diverge. */
function halfDiverged({ rates, networks: count, counts }: Population, ratio: number): [number, number][] {
  return WIDTHS.flatMap((width, row): [number, number][] => {
    const first = rates.findIndex((_, column) => counts.diverged[row * rates.length + column] >= count / 2);
    const rate = first < 0 ? rates.at(-1)! * ratio : rates[first] / ratio;
    return [
      [rate, width - 0.5],
      [rate, width + 0.5],
    ];
  });
}

function imageOf({ rates, networks: count, counts }: Population, inks: readonly kit.RGB[]): ImageData {
  const image = new ImageData(rates.length, WIDTHS.length);
  counts.solved.forEach((solved, i) => {
    const place = (solved / count) * (inks.length - 1);
    const below = Math.min(inks.length - 2, Math.floor(place));
    const row = WIDTHS.length - 1 - Math.floor(i / rates.length);
    image.data.set(
      [...kit.mix(inks[below], inks[below + 1], place - below), 255],
      4 * (row * rates.length + (i % rates.length)),
    );
  });
  return image;
}
