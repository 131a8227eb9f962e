import { workgroups } from '../batches';
import { costOfAll, partsOf, workOfCuts, type Work } from './lists';
import { shaders, type FactorizePrograms } from './programs';
import type { FactorizeState } from './state';
import { type IterationPass, type IterationPlan } from '../iterations';
import { Ranges, type RangedPass } from '../ranges';
import { paceOf } from '../slices';
import { TreeSums } from '../tree-sums';

/** What an entry costs, in multiply-adds: reading a vector costs as much as some of them. */
function costOfEntry(blocks: number): number {
  return 16 * (blocks + 1);
}

/** The epochs of factorizations at some learning rates. */
export function planEpochs(state: FactorizeState, programs: FactorizePrograms): IterationPlan {
  const { device, table, layout, task, buffers, mostEpochs, widths, totals } = state;
  const rates = task.learningRates.length;
  const passes = passesOf(state, programs, costOfEntry(layout.blocks) * rates);
  const sumsOf = (shares: GPUBuffer, width: number, total: GPUBuffer) =>
    new TreeSums(buffers, programs.sums, shares, width, mostEpochs * rates, total);
  const sums = [
    { each: sumsOf(state.squares, widths.squares, totals.squares), ahead: 0 },
    { each: sumsOf(state.ridges, widths.ridges, totals.ridges), ahead: 1 },
    ...(table.validation ? [{ each: sumsOf(state.held, widths.held, totals.held), ahead: 0 }] : []),
  ];
  return {
    device,
    passes,
    last: task.epochs,
    pace: paceOf(programs.learnRows),
    frames: state.frames,
    ranges: new Ranges(buffers, shaders.side, mostEpochs * passes.length),
    mostAtOnce: mostEpochs,
    canBeWhole: passes.every(
      ({ invocations }) => workgroups(invocations) <= device.limits.maxComputeWorkgroupsPerDimension,
    ),
    rows: rates,
    range: (i, first, end) => ({ first, end, row: i * rates }),
    sumUp(pass, epochs, begin) {
      for (const { each, ahead } of sums) each.append(pass, epochs * rates, (begin + ahead) * rates);
    },
    iterate: (epoch) => state.factors(epoch),
  };
}

/** The dispatches of an epoch. The squared errors are those of the old values, and come of learning from them. */
function passesOf(
  state: FactorizeState,
  { learnRows, learnColumns, combine, findErrors }: FactorizePrograms,
  perEntry: number,
): IterationPass[] {
  const { device, table, layout, u, v, partials, rates, squares, ridges, held, rowSide, columnSide, heldSide } = state;
  const { byRow, byColumn, validation } = table;
  const rows = (epoch: number) => ({
    side: rowSide,
    rates,
    own: u[epoch % 2],
    next: u[1 - (epoch % 2)],
    ridges,
    partials,
  });
  const columns = (epoch: number) => ({
    side: columnSide,
    rates,
    own: v[epoch % 2],
    next: v[1 - (epoch % 2)],
    ridges,
    partials,
  });
  const passes: IterationPass[] = [];
  const add = (program: RangedPass['program'], work: Work, isLast: boolean, buffers: RangedPass['buffers']) =>
    passes.push({
      program,
      isLast,
      buffers,
      invocations: work.invocations,
      cost: perEntry * costOfAll(work),
      *stretches(affordable) {
        for (const { first, end, cost } of partsOf(
          work,
          () => affordable() / perEntry,
          device.limits.maxComputeWorkgroupsPerDimension,
        ))
          yield { first, end, cost: perEntry * cost };
      },
    });
  if (validation) {
    const { table: segments, entries, work } = validation;
    add(findErrors, work, true, (epoch) => ({
      side: heldSide,
      own: u[epoch % 2],
      other: v[epoch % 2],
      segments,
      entries,
      squares: held,
    }));
  }
  for (const [lists, side, other, program, isLast] of [
    [byRow, rows, v, learnRows, true],
    [byColumn, columns, u, learnColumns, false],
  ] as const) {
    const { table: segments, entries, cuts, work } = lists;
    add(program, work, isLast, (epoch) => ({ ...side(epoch), other: other[epoch % 2], segments, entries, squares }));
    if (lists.segments.cutLists > 0)
      add(combine, workOfCuts(lists.segments, layout.blocks), false, (epoch) => ({
        ...side(epoch),
        other: other[epoch % 2],
        cuts,
      }));
  }
  return passes;
}
