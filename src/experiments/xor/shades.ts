import * as kit from '../../charts/kit';
import { NETWORK_ENDINGS, type NetworkEnding } from '../../math/tanh-network';
import type { Trainability } from './populations';

/** The colours of a picture. */
export interface Shades {
  /** What they depend on besides the picture. */
  key: string;
  colorOf(ending: number, measure: number): kit.RGB;
  /** The same in the order of bytes that an image has on this machine. */
  pixelOf(ending: number, measure: number): number;
  /** Each ending's colours, and what the least and the greatest usual measure in the picture are. */
  ramps: readonly { ending: NetworkEnding; colors: string[]; low?: number; high?: number }[];
}

/** Colours on the way from quick to slow, each this far towards the next one: names of the palette. */
const STOPS: Record<NetworkEnding, readonly (readonly [name: string, toward: string, share: number])[]> = {
  solved: [
    ['--gd-surface', '--gd-minimum-2', 0.3],
    ['--gd-minimum-2', '--gd-minimum-2', 0],
    ['--gd-minimum-2', '--gd-text', 0.72],
  ],
  unsolved: [
    ['--gd-surface', '--gd-bounded', 0.75],
    ['--gd-surface', '--gd-bounded', 0.2],
  ],
  diverged: [
    ['--gd-surface', '--gd-minimum-1', 0.22],
    ['--gd-minimum-1', '--gd-minimum-1', 0],
    ['--gd-minimum-5', '--gd-minimum-5', 0],
    ['--gd-minimum-5', '--gd-text', 0.72],
  ],
};
const LEVELS = 256;
const LEGEND = 6;
/** The legend ends with a measure that nearly all stay below: the loss of a few that are jumping may be anything. */
const COMMON = 0.98;
/** How far shades follow the order of the measures in the picture; for the rest they follow their logarithms. */
const BY_ORDER = 0.6;

/**
 * Shades by how quickly a training ended. Most of a picture ends within a few iterations, and the border takes hundreds: a shade
 * tells in part a measure's place among those of its picture, so that every window has all shades.
 */
export function shadesOf(root: HTMLElement, { endings, measures }: Trainability): Shades {
  const names = [
    ...new Set(
      Object.values(STOPS)
        .flat()
        .flatMap(([name, toward]) => [name, toward]),
    ),
  ];
  const inks = new Map(kit.inksOf(root, names).map((ink, i) => [names[i], ink]));
  const ramps = NETWORK_ENDINGS.map((ending, number) => {
    const stops = STOPS[ending].map(([name, toward, share]) => kit.mix(inks.get(name)!, inks.get(toward)!, share));
    let count = 0;
    const room = new Float32Array(endings.length);
    for (let i = 0; i < endings.length; i++) if (endings[i] === number) room[count++] = measures[i];
    const found = room.subarray(0, count).sort();
    return {
      ending,
      low: found.at(0),
      high: found[Math.floor(COMMON * (found.length - 1))],
      place: placeAmong(found),
      ...tableOf(stops),
    };
  });
  const levelOf = (ending: number, measure: number) => Math.round(ramps[ending].place(measure) * (LEVELS - 1));
  return {
    key: [...inks.values()].join(),
    colorOf: (ending, measure) => ramps[ending].table[levelOf(ending, measure)],
    pixelOf: (ending, measure) => ramps[ending].packed[levelOf(ending, measure)],
    ramps: ramps.map(({ ending, low, high, table }) => ({
      ending,
      low,
      high,
      colors: Array.from(
        { length: LEGEND },
        (_, i) => `rgb(${table[Math.round((i / (LEGEND - 1)) * (LEVELS - 1))].join(' ')})`,
      ),
    })),
  };
}

/** Where a measure stands among sorted ones, from 0 to 1. */
function placeAmong(sorted: Float32Array): (measure: number) => number {
  const [low, high] = [sorted.at(0) ?? 0, sorted.at(-1) ?? 1];
  const span = Math.log1p(high) - Math.log1p(low);
  const quantiles = Float32Array.from(
    { length: LEVELS },
    (_, i) => sorted[Math.floor((i / (LEVELS - 1)) * (sorted.length - 1))],
  );
  return (measure) => {
    if (!(span > 0)) return 0;
    let [below, above] = [0, LEVELS - 1];
    while (above - below > 1) {
      const middle = (below + above) >> 1;
      if (quantiles[middle] <= measure) below = middle;
      else above = middle;
    }
    const gap = quantiles[above] - quantiles[below];
    const order = (below + (gap > 0 ? (measure - quantiles[below]) / gap : 0)) / (LEVELS - 1);
    const byLog = (Math.log1p(measure) - Math.log1p(low)) / span;
    return Math.max(0, Math.min(1, BY_ORDER * order + (1 - BY_ORDER) * byLog));
  };
}

function tableOf(stops: readonly kit.RGB[]): { table: kit.RGB[]; packed: Uint32Array } {
  const table = Array.from({ length: LEVELS }, (_, i) => {
    const place = (i / (LEVELS - 1)) * (stops.length - 1);
    const below = Math.min(stops.length - 2, Math.floor(place));
    return kit.mix(stops[below], stops[below + 1], place - below).map(Math.round) as unknown as kit.RGB;
  });
  return { table, packed: new Uint32Array(Uint8ClampedArray.from(table.flatMap((rgb) => [...rgb, 255])).buffer) };
}
