import type { Lists } from '../../../math/sparse-table';

/** Segments that lie side by side in memory: `LANES` in `shaders/factorize-side.wgsl`. */
const LANES = 32;
/** `WHOLE` there: the slot of a segment that is a list. */
const WHOLE = 2 ** 32 - 1;
/** Words of an entry, of a segment and of a cut list. */
const ENTRY = 2;
const SEGMENT = 4;
const CUT = 3;
/** Entries of a segment. Longer lists are cut, so that nothing waits for one popular item. */
const SEGMENT_LENGTH = 128;
/** In very large tables into longer ones, so that there are not many more partial gradients than that. */
const MOST_SLOTS = 2 ** 16;
/** Entries that are brought to the GPU at once. */
const LOAD = 2 ** 16;

/** Lists cut into segments, the longest segments first; how they lie in memory, but not their entries. */
export interface Segments {
  readonly count: number;
  /** As the shaders have them: see `Segment` and `Cut`. */
  readonly table: Uint32Array<ArrayBuffer>;
  readonly cuts: Uint32Array<ArrayBuffer>;
  /** Lists that were cut, and their segments altogether. */
  readonly cutLists: number;
  readonly slots: number;
  /** Room for entries, with some that are none, as neighbouring segments are not quite equally long. */
  readonly room: number;
  /** Where each segment's entries are in the lists, in the table's order. */
  readonly sources: Uint32Array;
}

export function cutIntoSegments({ starts }: Lists): Segments {
  const lists = starts.length - 1;
  const longest = Math.max(SEGMENT_LENGTH, 2 ** Math.ceil(Math.log2(starts[lists] / MOST_SLOTS)));
  const segmentsOf = (list: number) => Math.max(1, Math.ceil((starts[list + 1] - starts[list]) / longest));

  // A counting sort by length, the longest first; segments of the same length stay in the order of their lists.
  const ofLength = new Uint32Array(longest + 1);
  let [cutLists, slots, count] = [0, 0, 0];
  for (let list = 0; list < lists; list++) {
    const segments = segmentsOf(list);
    count += segments;
    if (segments > 1) {
      cutLists++;
      slots += segments;
    }
    ofLength[longest] += segments - 1;
    ofLength[starts[list + 1] - starts[list] - (segments - 1) * longest]++;
  }
  const next = new Uint32Array(longest + 1);
  for (let length = longest; length > 0; length--) next[length - 1] = next[length] + ofLength[length];

  const table = new Uint32Array(SEGMENT * count);
  const cuts = new Uint32Array(CUT * cutLists);
  const sources = new Uint32Array(count);
  let [cut, slot] = [0, 0];
  for (let list = 0; list < lists; list++) {
    const isCut = starts[list + 1] - starts[list] > longest;
    const firstSlot = slot;
    for (let source = starts[list], left = segmentsOf(list); left > 0; left--, source += longest) {
      const length = Math.min(longest, starts[list + 1] - source);
      const place = next[length]++;
      table.set([list, 0, length, isCut ? slot++ : WHOLE], SEGMENT * place);
      sources[place] = source;
    }
    if (isCut) cuts.set([list, firstSlot, slot], CUT * cut++);
  }
  let room = 0;
  for (let first = 0; first < count; first += LANES) {
    const width = table[SEGMENT * first + 2];
    for (let i = first; i < Math.min(count, first + LANES); i++) {
      const begin = room + i - first;
      table[SEGMENT * i + 1] = begin;
      table[SEGMENT * i + 2] = begin + LANES * table[SEGMENT * i + 2];
    }
    room += LANES * width;
  }
  return { count, table, cuts, cutLists, slots, room, sources };
}

/**
 * The entries as the shaders have them, in loads one after the other: the first block of the other side's vector, and the
 * bits of what is left of the value.
 *
 * @param blocks of a vector
 */
export function* loadsOfEntries(
  { count, table, room, sources }: Segments,
  { indices, values }: Lists,
  blocks: number,
  mean: number,
): Generator<{ at: number; words: Uint32Array<ArrayBuffer> }> {
  for (let first = 0, at = 0; first < count;) {
    // Whole groups of lanes, as many as make a load.
    let last = first;
    const endOf = (group: number) => (group < count ? table[SEGMENT * group + 1] : room);
    do last = Math.min(count, last + LANES);
    while (last < count && endOf(last) - at < LOAD);
    const end = endOf(last);
    const words = new Uint32Array(ENTRY * (end - at));
    const floats = new Float32Array(words.buffer);
    for (let segment = first; segment < last; segment++) {
      let source = sources[segment];
      for (let to = table[SEGMENT * segment + 1]; to < table[SEGMENT * segment + 2]; to += LANES, source++) {
        words[ENTRY * (to - at)] = blocks * indices[source];
        floats[ENTRY * (to - at) + 1] = values[source] - mean;
      }
    }
    yield { at: 4 * ENTRY * at, words };
    first = last;
    at = end;
  }
}

/** What the segments up to each workgroup's last one cost, from 0 on, in units of an entry. */
export function costsOf({ count, table }: Segments, workgroup: number): Float64Array {
  const costs = new Float64Array(Math.ceil(count / workgroup) + 1);
  for (let segment = 0; segment < count; segment++) {
    // What is done once for each segment is as much as some entries.
    costs[Math.floor(segment / workgroup) + 1] +=
      4 + (table[SEGMENT * segment + 2] - table[SEGMENT * segment + 1]) / LANES;
  }
  for (let i = 1; i < costs.length; i++) costs[i] += costs[i - 1];
  return costs;
}
