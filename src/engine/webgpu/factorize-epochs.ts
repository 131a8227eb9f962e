import { workgroups } from './batches';
import { costOfAll, partsOf, workOfCuts, type Work } from './factorize-lists';
import { shaders, type FactorizePrograms } from './factorize-programs';
import type { FactorizeState } from './factorize-state';
import { Ranges, type RangedPass } from './ranges';
import { paceOf, type Pace, type Slice } from './slices';
import { TreeSums } from './tree-sums';

/** What an entry costs, in multiply-adds: reading a vector costs as much as some of them. */
function costOfEntry(blocks: number): number {
  return 16 * (blocks + 1);
}

/** One dispatch of an epoch. */
interface Pass extends RangedPass {
  readonly work: Work;
  /** Whether it also takes part in the last epoch, of which nothing is to come but its objective. */
  readonly isLast: boolean;
}

/** The epochs of factorizations, in slices. */
export class Epochs {
  private readonly passes: readonly Pass[];
  private readonly sums: readonly { readonly each: TreeSums; readonly ahead: number }[];
  private readonly ranges: Ranges;
  private readonly pace: Pace;
  /** What an epoch costs, and what an entry does, at all learning rates together. */
  readonly cost: number;
  private readonly perEntry: number;

  constructor(
    private readonly state: FactorizeState,
    programs: FactorizePrograms,
  ) {
    const { table, layout, task, buffers, mostEpochs, widths, totals } = state;
    this.pace = paceOf(programs.learnRows);
    this.passes = passesOf(state, programs);
    this.perEntry = costOfEntry(layout.blocks) * task.learningRates.length;
    this.cost = this.perEntry * this.passes.reduce((sum, { work }) => sum + costOfAll(work), 0);
    this.ranges = new Ranges(buffers, shaders.side, mostEpochs * this.passes.length);
    const mostRows = mostEpochs * task.learningRates.length;
    const sumsOf = (shares: GPUBuffer, width: number, total: GPUBuffer) => new TreeSums(buffers, programs.sums, shares, width, mostRows, total);
    this.sums = [
      { each: sumsOf(state.squares, widths.squares, totals.squares), ahead: 0 },
      { each: sumsOf(state.ridges, widths.ridges, totals.ridges), ahead: 1 },
      ...(table.validation ? [{ each: sumsOf(state.held, widths.held, totals.held), ahead: 0 }] : []),
    ];
  }

  *slices(): Generator<Slice> {
    const { epochs } = this.state.task;
    const { maxComputeWorkgroupsPerDimension: most } = this.state.device.limits;
    const canBeWhole = this.passes.every(({ work }) => workgroups(work.invocations) <= most);
    for (let epoch = 0; epoch <= epochs; ) {
      const affordable = canBeWhole ? Math.min(Math.floor(this.pace.budget / this.cost), this.state.mostEpochs, epochs + 1 - epoch, this.state.mostEpochsFrom(epoch)) : 0;
      if (affordable >= 1) yield this.whole(epoch, affordable);
      else yield* this.inParts(epoch, most);
      epoch += Math.max(1, affordable);
    }
  }

  /** Several epochs, each with all its invocations. */
  private whole(begin: number, count: number): Slice {
    const { passes } = this;
    this.ranges.write(Array.from({ length: count * passes.length }, (_, i) => this.range(Math.floor(i / passes.length), 0, passes[i % passes.length].work.invocations)));
    const encoder = this.encoder(`epochs ${begin} to ${begin + count}`);
    let pass: GPUComputePassEncoder | undefined;
    for (let i = 0; i < count; i++) {
      const epoch = begin + i;
      if (this.isKept(epoch)) {
        pass?.end();
        pass = undefined;
        this.state.keep(encoder, epoch, this.state.framesWithin(begin, epoch).count);
      }
      pass ??= encoder.beginComputePass({ label: 'factorization' });
      for (const [number, each] of passes.entries()) {
        if (this.isNeeded(each, epoch)) this.dispatch(pass, each, epoch, i * passes.length + number, each.work.invocations);
      }
    }
    this.sumUp(pass!, count, begin);
    return this.submit(encoder, begin, begin + count, count * this.cost);
  }

  /** One epoch, in as many slices as it needs. */
  private *inParts(epoch: number, most: number): Generator<Slice> {
    const needed = this.passes.filter((each) => this.isNeeded(each, epoch));
    for (const each of needed) {
      for (const { first, end, cost } of partsOf(each.work, () => this.pace.budget / this.perEntry, most)) {
        this.ranges.write([this.range(0, first, end)]);
        const encoder = this.encoder(`part of epoch ${epoch}`);
        const begins = each === needed[0] && first === 0;
        if (begins && this.isKept(epoch)) this.state.keep(encoder, epoch, 0);
        const pass = encoder.beginComputePass({ label: 'factorization' });
        this.dispatch(pass, each, epoch, 0, end - first);
        if (each === needed.at(-1) && end === each.work.invocations) this.sumUp(pass, 1, epoch);
        else pass.end();
        yield this.submit(encoder, epoch, begins ? epoch + 1 : epoch, cost * this.perEntry);
      }
    }
  }

  private range(epochOfSlice: number, first: number, end: number): Record<string, number> {
    return { first, end, row: epochOfSlice * this.state.task.learningRates.length };
  }

  private isNeeded(pass: Pass, epoch: number): boolean {
    return pass.isLast || epoch < this.state.task.epochs;
  }

  private isKept(epoch: number): boolean {
    return this.state.framesWithin(epoch, epoch + 1).count > 0;
  }

  private dispatch(pass: GPUComputePassEncoder, each: Pass, epoch: number, range: number, invocations: number): void {
    pass.setPipeline(each.program.pipeline);
    pass.setBindGroup(0, this.ranges.bind(each, epoch, range));
    pass.dispatchWorkgroups(workgroups(invocations), this.state.task.learningRates.length);
  }

  private sumUp(pass: GPUComputePassEncoder, epochs: number, begin: number): void {
    const rates = this.state.task.learningRates.length;
    for (const { each, ahead } of this.sums) each.append(pass, epochs * rates, (begin + ahead) * rates);
    pass.end();
  }

  private submit(encoder: GPUCommandEncoder, begin: number, end: number, steps: number): Slice {
    const read = this.state.readFrames(encoder, this.state.framesWithin(begin, end));
    this.state.device.queue.submit([encoder.finish()]);
    return { steps, pace: this.pace, done: () => read().then(() => steps) };
  }

  private encoder(label: string): GPUCommandEncoder {
    return this.state.device.createCommandEncoder({ label });
  }
}

/** The dispatches of an epoch. The squared errors are those of the old values, and come of learning from them. */
function passesOf(state: FactorizeState, { learnRows, learnColumns, combine, findErrors }: FactorizePrograms): Pass[] {
  const { table, layout, u, v, partials, rates, squares, ridges, held, rowSide, columnSide, heldSide } = state;
  const { byRow, byColumn, validation } = table;
  const rows = (epoch: number) => ({ side: rowSide, rates, own: u[epoch % 2], next: u[1 - (epoch % 2)], ridges, partials });
  const columns = (epoch: number) => ({ side: columnSide, rates, own: v[epoch % 2], next: v[1 - (epoch % 2)], ridges, partials });
  const passes: Pass[] = [];
  if (validation) {
    const { table: segments, entries, work } = validation;
    passes.push({ program: findErrors, work, isLast: true, buffers: (epoch) => ({ side: heldSide, own: u[epoch % 2], other: v[epoch % 2], segments, entries, squares: held }) });
  }
  for (const [lists, side, other, program, isLast] of [[byRow, rows, v, learnRows, true], [byColumn, columns, u, learnColumns, false]] as const) {
    const { table: segments, entries, cuts, work } = lists;
    passes.push({ program, work, isLast, buffers: (epoch) => ({ ...side(epoch), other: other[epoch % 2], segments, entries, squares }) });
    if (lists.segments.cutLists > 0) passes.push({ program: combine, work: workOfCuts(lists.segments, layout.blocks), isLast: false, buffers: (epoch) => ({ ...side(epoch), other: other[epoch % 2], cuts }) });
  }
  return passes;
}
