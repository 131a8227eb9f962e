import { orderOf } from '../../ridge-grid/order';
import { workgroups } from '../batches';
import { Ranges, type RangedPass } from '../ranges';
import { paceOf, type Slice } from '../slices';
import { TILE } from './layout';
import { shaders } from './programs';
import type { LoadedRows, RidgeGridState } from './state';

/** The most steps of a slice. */
const MOST_STEPS = 512;
/** Runs that one invocation predicts. */
const QUAD = 4;

/** What a slice is made of: the steps of an epoch one by one, and then the errors after it. */
interface Move {
  readonly epoch: number;
  /** Undefined for the errors. */
  readonly step: number | undefined;
  /** Multiply-adds. */
  readonly cost: number;
}

/** Trains all runs, a step of every batch size at a time. */
export function* epochSlices(device: GPUDevice, state: RidgeGridState): Generator<Slice> {
  const { task, layout, programs, mostEpochs } = state;
  const { columns, epochs } = task;
  const rows = task.training.targets.length;
  const pace = paceOf(programs.predict);
  const passes = passesOf(state);
  const ranges = new Ranges(state.buffers, shaders.grid, MOST_STEPS);
  const longest = longestBatches(state);
  const evaluated = rows + (task.validation?.targets.length ?? 0);
  const costOf = (rows: number, runs: number) => rows * (columns + 1) * runs;
  const evaluation = costOf(evaluated, layout.places);
  const costs = longest.map(({ together }) => 2 * costOf(together, layout.tilesPerBatch * TILE));

  function* moves(): Generator<Move> {
    for (let epoch = 0; epoch <= epochs; epoch++) {
      if (epoch > 0) for (const [step, cost] of costs.entries()) yield { epoch, step, cost };
      yield { epoch, step: undefined, cost: evaluation };
    }
  }

  function submit(slice: readonly Move[]): Slice {
    const [{ epoch: first }] = slice;
    writeOrders(state, first, slice.at(-1)!.epoch);
    ranges.write(slice.map(({ epoch, step = 0 }) => ({ step, epoch, slot: epoch - first })));
    const encoder = device.createCommandEncoder({ label: `epochs ${first} to ${slice.at(-1)!.epoch}` });
    let pass = encoder.beginComputePass({ label: 'training' });
    const run = (each: RangedPass, i: number, invocations: number) => {
      pass.setPipeline(each.program.pipeline);
      pass.setBindGroup(0, ranges.bind(each, 0, i));
      pass.dispatchWorkgroups(workgroups(invocations), layout.tiles);
    };
    for (const [i, { epoch, step }] of slice.entries()) {
      if (step !== undefined) {
        run(passes.predict, i, QUAD * longest[step].rows);
        run(passes.update, i, columns + 1);
        continue;
      }
      for (const { each, set } of passes.errors) run(each, i, set.invocations);
      const mark = task.marks.indexOf(epoch);
      if (mark < 0) continue;
      pass.end();
      const bytes = 4 * layout.tiles * layout.tileNumbers;
      encoder.copyBufferToBuffer(state.weights, 0, state.kept, mark * bytes, bytes);
      pass = encoder.beginComputePass({ label: 'training' });
    }
    const finished = slice.filter(({ step }) => step === undefined);
    if (finished.length > 0) {
      // Epochs are finished in their order, from the slice's first one on.
      for (const { set } of passes.errors)
        set.sums.append(pass, finished.length * layout.places, finished[0].epoch * layout.places);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
    const through = device.queue.onSubmittedWorkDone();
    const steps = slice.reduce((sum, { cost }) => sum + cost, 0);
    return { steps, pace, done: () => through.then(() => steps) };
  }

  let slice: Move[] = [];
  let planned = 0;
  for (const move of moves()) {
    const isFull =
      slice.length === MOST_STEPS ||
      planned + move.cost > pace.budget ||
      (slice.length > 0 && move.epoch - slice[0].epoch >= mostEpochs);
    if (slice.length > 0 && isFull) {
      yield submit(slice);
      [slice, planned] = [[], 0];
    }
    slice.push(move);
    planned += move.cost;
  }
  yield submit(slice);
}

function passesOf({ common, programs, training, validation, residuals, settings }: RidgeGridState) {
  const { design, targets } = training;
  const errorsOf = (set: LoadedRows) => {
    const buffers = { ...common, design: set.design, targets: set.targets, squares: set.squares };
    return { set, each: { program: programs.errors, buffers: () => buffers } };
  };
  const given = {
    predict: { ...common, design, targets, residuals },
    update: { ...common, design, residuals, settings },
  };
  return {
    predict: { program: programs.predict, buffers: () => given.predict },
    update: { program: programs.update, buffers: () => given.update },
    errors: [training, validation].flatMap((set) => (set ? [errorsOf(set)] : [])),
  };
}

/** For every step of an epoch: the rows of the longest batch, and of the batches of all sizes together. */
function longestBatches({ task }: RidgeGridState): { rows: number; together: number }[] {
  const all = task.training.targets.length;
  const steps = Math.max(...task.batches.map((batch) => Math.ceil(all / batch)));
  return Array.from({ length: steps }, (_, step) => {
    const taken = task.batches.map((batch) => Math.max(0, Math.min(batch, all - step * batch)));
    return { rows: Math.max(...taken), together: taken.reduce((sum, rows) => sum + rows, 0) };
  });
}

function writeOrders({ buffers, orders, task }: RidgeGridState, first: number, last: number): void {
  const rows = task.training.targets.length;
  const all = new Uint32Array((last - first + 1) * rows);
  for (let epoch = first; epoch <= last; epoch++)
    orderOf(rows, task.seed, epoch, all.subarray((epoch - first) * rows, (epoch - first + 1) * rows));
  buffers.write(orders, all);
}
