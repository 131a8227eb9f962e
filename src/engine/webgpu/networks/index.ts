import counting from '../../../../shaders/networks-count.wgsl';
import fewPoints from '../../../../shaders/networks-few-points.wgsl';
import manyPoints from '../../../../shaders/networks-many-points.wgsl';
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
import { unrolled } from '../unrolled';

/** The fewest networks that are trained side by side; if their slices would be long, they make fewer iterations. */
const LEAST_NETWORKS = 1024;
/** Networks whose state is held in memory. */
const MOST_NETWORKS = 2 ** 16;
const WORKGROUP = 64;
/** Points that stand side by side in `shaders/networks.wgsl`. */
const QUAD = 4;
/** Units that programs are made for: a network is trained by the first that has enough. */
const WIDTHS = [1, 2, 4, 8, 12, 16];

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
      points: buffers.data('points', inQuads(points)),
      rates: buffers.data('rates', Float32Array.from([...firstRates, ...secondRates])),
      networks: buffers.storage('networks', 6 * atOnce),
      layers: buffers.storage('layers', PER_UNIT * widthOf(Math.max(...units)) * atOnce),
      ended,
    };
    for (const [width, count] of units.entries()) {
      const ofPoints = points.length <= QUAD ? fewPoints : manyPoints;
      const ofUnits = { name: `${widthOf(count)} units`, source: `const UNITS = ${widthOf(count)}u;` };
      const parts = [
        unrolled(training, widthOf(count)),
        ofPoints,
        ofUnits,
        isOne ? recording : counting,
        normal,
        random,
      ];
      const program = await abortable(compile(device, parts), signal);
      const bindings = program.bind(shared);
      const pace = paceOf(program);
      const perVisit = perVisitOf(task, count);

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

const widthOf = (units: number): number => WIDTHS.find((width) => width >= units)!;

/** Hidden units that are computed for all points of an iterate, those included that fill up vectors. */
const perVisitOf = ({ points }: NetworksTask, units: number): number =>
  widthOf(units) * QUAD * Math.ceil(points.length / QUAD);

/** The points as `Points` of the shader has them, four by four. */
function inQuads(points: NetworksTask['points']): Float32Array<ArrayBuffer> {
  const words = new Float32Array(4 * QUAD * Math.ceil(points.length / QUAD));
  points.forEach((point, i) => {
    const lane = 4 * (i - (i % QUAD)) + (i % QUAD);
    [...point, 1].forEach((value, field) => (words[lane + QUAD * field] = value));
  });
  return words;
}

/** The steps that the progress of a task is measured by: hidden units of all points and iterates. */
export function steps(task: NetworksTask): number {
  const perVisit = task.units.reduce((sum, units) => sum + perVisitOf(task, units), 0);
  const perWidth = (cellsOf(task) / task.units.length) * perCell(task);
  return perVisit * perWidth * (task.iterations + 1);
}
