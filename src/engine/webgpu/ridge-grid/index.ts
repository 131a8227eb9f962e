import { abortable } from '../../abortable';
import { EngineUnavailable } from '../../contract';
import type { RidgeGridResult, RidgeGridTask } from '../../ridge-grid';
import { multiplyAdds } from '../../ridge-grid/runs';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { gpuMessages as say } from '../messages';
import { inSlices, type Progress } from '../slices';
import { epochSlices } from './epochs';
import { layoutOf, placeOf, unpackWeights, type Layout } from './layout';
import { compileRidgeGrid } from './programs';
import { RidgeGridState } from './state';

/** A grid of linear regressions; see `RidgeGridTask`. */
export async function compute(
  gpu: Gpu,
  task: RidgeGridTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<RidgeGridResult> {
  const layout = layoutOf(task);
  refuseWhatDoesNotFit(gpu.device, task, layout);
  const programs = await abortable(compileRidgeGrid(gpu.device), signal);
  const buffers = new Buffers(gpu.device);
  try {
    const state = new RidgeGridState(buffers, task, layout, programs);
    await state.load(signal);
    await inSlices(gpu, epochSlices(gpu.device, state), (steps) => progress.add(steps), signal);
    return { engine: infoOf(gpu), ...(await abortable(readResult(buffers, state), signal)) };
  } finally {
    buffers.destroy();
  }
}

async function readResult(buffers: Buffers, state: RidgeGridState): Promise<Omit<RidgeGridResult, 'engine'>> {
  const { task, layout, training, validation } = state;
  const { batches, epochs, marks, columns } = task;
  const runs = batches.length * layout.runsPerBatch;
  const errors = (totals: GPUBuffer) => buffers.readSamples('errors', totals, layout.places * (epochs + 1));
  const trained = await errors(training.totals);
  const validated = validation && (await errors(validation.totals));
  const packed = await buffers.readSamples('weights', state.kept, marks.length * layout.tiles * layout.tileNumbers);
  const flags = new Uint32Array((await buffers.readSamples('diverged', state.diverged, layout.places)).buffer);

  const diverged = Array.from({ length: runs }, (_, run) => flags[placeOf(run, layout)] || null);
  const weights = new Float32Array(runs * marks.length * (columns + 1));
  for (let run = 0; run < runs; run++)
    for (let mark = 0; mark < marks.length; mark++) {
      const at = (run * marks.length + mark) * (columns + 1);
      const all = packed.subarray(mark * layout.tiles * layout.tileNumbers);
      unpackWeights(all, placeOf(run, layout), layout, weights.subarray(at, at + columns + 1));
    }
  return {
    trainingErrors: curves(trained, task.training.targets.length, diverged, task, layout),
    ...(validated && {
      validationErrors: curves(validated, task.validation!.targets.length, diverged, task, layout),
    }),
    diverged,
    weights,
  };
}

/** Sums of squares, the epoch slowest, as means, the run slowest; a diverged run stays at the error before. */
function curves(
  totals: Float32Array,
  rows: number,
  diverged: readonly (number | null)[],
  { epochs }: RidgeGridTask,
  layout: Layout,
): Float64Array {
  const means = new Float64Array(diverged.length * (epochs + 1));
  diverged.forEach((end, run) => {
    for (let epoch = 0; epoch <= epochs; epoch++) {
      const shown = end !== null && epoch >= end ? end - 1 : epoch;
      means[run * (epochs + 1) + epoch] = totals[shown * layout.places + placeOf(run, layout)] / rows;
    }
  });
  return means;
}

/** @throws {EngineUnavailable} if something is more than the device takes in one buffer, or in one dispatch */
function refuseWhatDoesNotFit({ limits }: GPUDevice, task: RidgeGridTask, layout: Layout): void {
  const { training, validation, epochs, marks } = task;
  const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const rows = Math.max(training.targets.length, validation?.targets.length ?? 0);
  const bytes = {
    design: 4 * Math.max(training.design.length, validation?.design.length ?? 0),
    residuals: 4 * layout.places * layout.longest,
    errorsOfEpochs: 4 * layout.places * Math.max(epochs + 1, Math.ceil(rows / 4)),
    keptWeights: 4 * marks.length * layout.tiles * layout.tileNumbers,
  };
  for (const part of Object.keys(bytes) as (keyof typeof bytes)[])
    if (bytes[part] > most)
      throw new EngineUnavailable(say('tableTooLarge', { part: say(part), bytes: bytes[part], most }));
  const widest = Math.max(Math.ceil(layout.longest / 16), layout.tiles);
  if (widest > limits.maxComputeWorkgroupsPerDimension)
    throw new EngineUnavailable(
      say('batchTooLong', { rows: layout.longest, most: 16 * limits.maxComputeWorkgroupsPerDimension }),
    );
}

/** The multiply-adds that the progress of a task is measured by. */
export function steps(task: RidgeGridTask): number {
  return multiplyAdds(task);
}
