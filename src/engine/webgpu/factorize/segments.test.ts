import { expect, test } from 'vitest';
import { threefry, unitInterval } from '../../../math/random';
import type { Lists } from '../../../math/sparse-table';
import { partsOf } from './lists';
import { costsOf, cutIntoSegments, loadsOfEntries } from './segments';

/** Lists of the given lengths: entry number n has index n and value n / 2. */
function listsOf(lengths: readonly number[]): Lists {
  const starts = Uint32Array.from([0, ...lengths]);
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const entries = starts[lengths.length];
  return {
    starts,
    indices: Uint32Array.from({ length: entries }, (_, n) => n),
    values: Float64Array.from({ length: entries }, (_, n) => n / 2),
  };
}

/** A few lists are very long, some are empty, one is as long as a segment. */
const LENGTHS = [
  0,
  1,
  128,
  129,
  5000,
  300,
  ...Array.from({ length: 500 }, (_, i) => Math.floor(20 / (unitInterval(threefry([1, 2], [i, 0])[0]) + 0.02)) % 400),
];

test('every entry is in one segment, that of its list, in the order of the list', () => {
  const lists = listsOf(LENGTHS);
  const segments = cutIntoSegments(lists);
  const words = new Uint32Array(2 * segments.room);
  for (const load of loadsOfEntries(segments, lists, 3, 10)) words.set(load.words, load.at / 4);
  const values = new Float32Array(words.buffer);
  const found: number[][] = LENGTHS.map(() => []);
  const slots = new Map<number, { slot: number; entries: number[] }[]>();
  for (let segment = 0; segment < segments.count; segment++) {
    const [list, begin, end, slot] = segments.table.subarray(4 * segment, 4 * segment + 4);
    const entries: number[] = [];
    for (let at = begin; at < end; at += 32) {
      expect(words[2 * at] % 3).toBe(0);
      const entry = words[2 * at] / 3;
      expect(values[2 * at + 1]).toBe(entry / 2 - 10);
      entries.push(entry);
    }
    expect(entries.length).toBeLessThanOrEqual(128);
    if (slot === 2 ** 32 - 1) found[list] = entries;
    else slots.set(list, [...(slots.get(list) ?? []), { slot, entries }]);
  }
  // What was cut comes together again in the order of its slots.
  expect(segments.cutLists).toBe(slots.size);
  for (let cut = 0; cut < segments.cutLists; cut++) {
    const [list, first, end] = segments.cuts.subarray(3 * cut, 3 * cut + 3);
    const parts = slots.get(list)!.sort((a, b) => a.slot - b.slot);
    expect(parts.map(({ slot }) => slot)).toEqual(Array.from({ length: end - first }, (_, i) => first + i));
    found[list] = parts.flatMap(({ entries }) => entries);
  }
  found.forEach((entries, list) =>
    expect(entries).toEqual(Array.from(lists.indices.subarray(lists.starts[list], lists.starts[list + 1]))),
  );
});

test('the longest segments come first, and hardly any room is left between them', () => {
  const lists = listsOf(LENGTHS);
  const { count, table, room } = cutIntoSegments(lists);
  const lengths = Array.from({ length: count }, (_, i) => (table[4 * i + 2] - table[4 * i + 1]) / 32);
  lengths.forEach((length, i) => expect(length).toBeLessThanOrEqual(lengths[i - 1] ?? Infinity));
  expect(room).toBeLessThan(1.1 * lists.values.length);
});

test('tables of many millions of entries are cut into longer segments, so that partial gradients stay few', () => {
  // Only the starts are looked at: no entries are needed to see it.
  const lists = { ...listsOf([]), starts: Uint32Array.from({ length: 21 }, (_, i) => 1_250_000 * i) };
  const { slots, cutLists } = cutIntoSegments(lists);
  expect([cutLists, slots]).toEqual([20, 20 * Math.ceil(1_250_000 / 512)]);
});

test('a pass is cut into parts that cost what is affordable, or one workgroup, and miss no segment', () => {
  const segments = cutIntoSegments(listsOf(LENGTHS));
  const work = { invocations: segments.count, costs: costsOf(segments, 64) };
  for (const [budget, most] of [
    [1, 1000],
    [2000, 1000],
    [1e9, 1000],
    [1e9, 3],
  ]) {
    const parts = Array.from(partsOf(work, () => budget, most));
    expect(parts[0].first).toBe(0);
    expect(parts.at(-1)!.end).toBe(segments.count);
    parts.forEach(({ first, end, cost }, i) => {
      if (i > 0) expect(first).toBe(parts[i - 1].end);
      expect(end - first <= 64 || (cost <= budget && end - first <= 64 * most)).toBe(true);
    });
    expect(Math.round(parts.reduce((sum, { cost }) => sum + cost, 0))).toBe(Math.round(work.costs.at(-1)!));
    if (budget === 1e9) expect(parts.length).toBe(Math.ceil(segments.count / 64 / most));
  }
});
