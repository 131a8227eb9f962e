import counting from '../../../../shaders/networks-count.wgsl';
import recording from '../../../../shaders/networks-record.wgsl';
import training from '../../../../shaders/networks.wgsl';
import normal from '../../../../shaders/normal.wgsl';
import random from '../../../../shaders/random.wgsl';
import { NETWORK_ENDINGS, PER_UNIT } from '../../../math/tanh-network';
import { abortable } from '../../abortable';
import type { NetworksResult, NetworksTask } from '../../networks';
import { cellsOf, perCell } from '../../networks/cells';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { dispatch } from '../dispatch';
import { compile } from '../program';
import { inSlices, paceOf, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

/** The fewest networks that are trained side by side; if their slices would be long, they make fewer iterations. */
const LEAST_NETWORKS = 1024;
/** Networks whose state is held in memory. */
const MOST_NETWORKS = 2 ** 16;
const WORKGROUP = 64;
/** Units that stand side by side in `shaders/networks.wgsl`. */
const QUAD = 4;

/** Trains small networks, a few thousand at a time, in slices of iterations; see `NetworksTask`. */
export async function compute(
  gpu: Gpu,
  task: NetworksTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<NetworksResult> {
  const { points, seed, units, firstRates, secondRates = [], iterations, tolerance, bound } = task;
  const { device } = gpu;
  const isOne = task.beginnings === 'one';
  const cells = cellsOf(task);
  const networksPerWidth = (cells / units.length) * perCell(task);
  const visits = iterations + 1;
  const words = cells * (isOne ? 2 : NETWORK_ENDINGS.length);
  const buffers = new Buffers(device);
  try {
    const atOnce = Math.min(networksPerWidth, MOST_NETWORKS);
    const slice = buffers.uniform('slice', new ArrayBuffer(64));
    const ended = buffers.storage('endings', words);
    const shared = {
      slice,
      points: buffers.data('points', Float32Array.from(points.flatMap((point) => [...point, 0]))),
      rates: buffers.data('rates', Float32Array.from([...firstRates, ...secondRates])),
      networks: buffers.storage('networks', 6 * atOnce),
      layers: buffers.storage('layers', PER_UNIT * QUAD * Math.ceil(Math.max(...units) / QUAD) * atOnce),
      ended,
    };
    for (const [width, count] of units.entries()) {
      const quads = Math.ceil(count / QUAD);
      const ofQuads = { name: `${quads} quads`, source: `const QUADS = ${quads}u;` };
      const parts = [training, ofQuads, isOne ? recording : counting, normal, random];
      const program = await abortable(compile(device, parts), signal);
      const bindings = program.bind(shared);
      const pace = paceOf(program);
      const perVisit = QUAD * quads * points.length;

      const slices = function* (): Generator<Slice> {
        for (let from = 0; from < networksPerWidth;) {
          const wanted = Math.floor(pace.budget / (visits * perVisit) / WORKGROUP) * WORKGROUP;
          const number = Math.min(networksPerWidth - from, Math.max(LEAST_NETWORKS, Math.min(MOST_NETWORKS, wanted)));
          for (let begin = 0; begin < visits;) {
            const end = Math.min(visits, begin + Math.max(1, Math.floor(pace.budget / (number * perVisit))));
            const values = {
              networks: number,
              first: width * networksPerWidth + from,
              begin,
              end,
              iterations,
              units: count,
              points: points.length,
              columns: firstRates.length,
              rows: secondRates.length,
              per_cell: perCell(task),
              is_one: Number(isOne),
              seed,
              tolerance,
              bound,
            };
            buffers.write(slice, packStruct(training, 'Slice', values));
            const encoder = device.createCommandEncoder({ label: `iterates ${begin} to ${end} of ${number} networks` });
            dispatch(encoder, program, bindings, number);
            device.queue.submit([encoder.finish()]);
            const steps = (end - begin) * number * perVisit;
            yield { steps, pace, done: () => device.queue.onSubmittedWorkDone().then(() => steps) };
            begin = end;
          }
          from += number;
        }
      };
      await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
    }
    const encoder = device.createCommandEncoder({ label: 'endings' });
    const read = buffers.copies(encoder, 'endings', [{ buffer: ended, words }]);
    device.queue.submit([encoder.finish()]);
    const [result] = await abortable(read(), signal);
    const engine = infoOf(gpu);
    if (!isOne) return { engine, counts: result };
    const measures = new Float32Array(result.buffer, result.byteOffset, words);
    return {
      engine,
      endings: Uint8Array.from({ length: cells }, (_, cell) => result[2 * cell]),
      measures: Float32Array.from({ length: cells }, (_, cell) => measures[2 * cell + 1]),
    };
  } finally {
    buffers.destroy();
  }
}

/** The steps that the progress of a task is measured by: hidden units of all points and iterates. */
export function steps(task: NetworksTask): number {
  const all = task.units.reduce((sum, count) => sum + QUAD * Math.ceil(count / QUAD), 0);
  const perWidth = (cellsOf(task) / task.units.length) * perCell(task);
  return all * perWidth * task.points.length * (task.iterations + 1);
}
