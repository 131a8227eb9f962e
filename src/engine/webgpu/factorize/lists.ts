import type { Lists } from '../../../math/sparse-table';
import { workgroups } from '../batches';
import type { Buffers } from '../buffers';
import { costsOf, loadsOfEntries, type Segments } from './segments';

/** What every shader that goes through segments has. */
export const WORKGROUP = 64;
/** Milliseconds at a time in which entries are sorted on the page's own thread. */
const PATIENCE = 8;

/** Lists as they lie on the GPU, and what going through them costs. */
export interface LoadedLists {
  readonly segments: Segments;
  readonly table: GPUBuffer;
  readonly entries: GPUBuffer;
  readonly cuts: GPUBuffer;
  readonly work: Work;
}

/** Invocations, and what those up to each workgroup's last one cost, from 0 on. */
export interface Work {
  readonly invocations: number;
  readonly costs: Float64Array;
}

/** Bytes of the largest buffer that some lists will take. */
export function bytesOf({ room }: Segments): number {
  return 8 * room;
}

/** Brings lists to the GPU, a part at a time, and lets the page live between two parts. */
export async function loadLists(
  buffers: Buffers,
  lists: Lists,
  segments: Segments,
  blocks: number,
  mean: number,
  signal?: AbortSignal,
): Promise<LoadedLists> {
  const entries = buffers.storage('entries', 2 * segments.room);
  let began = performance.now();
  for (const { at, words } of loadsOfEntries(segments, lists, blocks, mean)) {
    buffers.write(entries, words, at);
    if (performance.now() - began < PATIENCE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    began = performance.now();
  }
  return {
    segments,
    table: buffers.data('segments', segments.table),
    entries,
    cuts: buffers.data('cut lists', segments.cuts),
    work: { invocations: segments.count, costs: costsOf(segments, WORKGROUP) },
  };
}

/** The work of adding up partial gradients, one block of one list per invocation. */
export function workOfCuts({ cutLists, slots }: Segments, blocks: number): Work {
  const invocations = cutLists * blocks;
  const groups = workgroups(invocations);
  // As much as some entries for each partial gradient.
  return {
    invocations,
    costs: Float64Array.from({ length: groups + 1 }, (_, i) => (2 * slots * i) / Math.max(1, groups)),
  };
}

/**
 * Cuts a pass into parts of whole workgroups.
 *
 * @param affordable what a part may cost, asked for anew for each
 * @param most workgroups that a part may have
 */
export function* partsOf(
  { invocations, costs }: Work,
  affordable: () => number,
  most: number,
): Generator<{ first: number; end: number; cost: number }> {
  const groups = costs.length - 1;
  for (let from = 0; from < groups;) {
    const limit = costs[from] + affordable();
    let to = from + 1;
    while (to < groups && to - from < most && costs[to + 1] <= limit) to++;
    yield { first: WORKGROUP * from, end: Math.min(invocations, WORKGROUP * to), cost: costs[to] - costs[from] };
    from = to;
  }
}

export function costOfAll({ costs }: Work): number {
  return costs[costs.length - 1];
}
