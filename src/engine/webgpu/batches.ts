/** Runs are computed in groups of 8 of one learning rate: what one invocation of `descend.wgsl` advances. */
export const GROUP = 8;
const WORKGROUP = 64;
/** The fewest groups that are computed side by side; if their slices would be long, they make fewer iterations. */
const LEAST_GROUPS = 16 * WORKGROUP;
/** Taking runs up and putting them down again costs as much as some iterations; in this many it does not show. */
const ITERATIONS = 1024;
/** Groups whose state is held in memory. */
const MOST_GROUPS = 2048 * WORKGROUP;

/** Consecutive groups of some learning rates: all groups of the first rate, then those of the next. */
export interface Batch {
  /** The learning rate that the first group belongs to, and its number among the groups of that rate. */
  readonly rate: number;
  readonly group: number;
  readonly groups: number;
}

/** The groups that a batch can have at most. */
export function mostGroups(rates: number, groupsPerRate: number): number {
  return Math.min(rates * groupsPerRate, MOST_GROUPS);
}

/**
 * Cuts the groups of all learning rates into batches.
 *
 * @param budget how many steps a slice may make, asked for anew for each batch
 */
export function* batches(
  rates: number,
  groupsPerRate: number,
  iterations: number,
  budget: () => number,
): Generator<Batch> {
  const stepsPerGroup = GROUP * Math.max(1, Math.min(iterations, ITERATIONS));
  const total = rates * groupsPerRate;
  for (let first = 0; first < total;) {
    const wanted = Math.floor(budget() / stepsPerGroup / WORKGROUP) * WORKGROUP;
    const groups = Math.min(total - first, Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, wanted)));
    yield { rate: Math.floor(first / groupsPerRate), group: first % groupsPerRate, groups };
    first += groups;
  }
}

/** How many workgroups these invocations need. */
export function workgroups(invocations: number): number {
  return Math.ceil(invocations / WORKGROUP);
}

/** Cuts invocations into whole workgroups of about the affordable number. */
export function* parts(invocations: number, affordable: () => number): Generator<[first: number, end: number]> {
  for (let first = 0; first < invocations;) {
    const end = Math.min(invocations, first + 64 * Math.max(1, Math.floor(affordable() / 64)));
    yield [first, end];
    first = end;
  }
}
