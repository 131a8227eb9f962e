import shader from '../../../../shaders/least-squares.wgsl';
import { drawInBall } from '../../../math/ball';
import { inChunks } from '../../../math/in-slices';
import { GRADIENT_DESCENT, OPTIMIZER_NAMES, optimizers } from '../../../math/optimizers';
import { OUTCOMES } from '../../../math/outcomes';
import { abortable } from '../../abortable';
import type { LeastSquaresDescentResult, LeastSquaresDescentTask } from '../../least-squares-descent';
import { factorsOf, framesOf, growthSteps, lastOf, REST, scaleOf, Tally } from '../../least-squares-descent/ending';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { compile, type Part } from '../program';
import { inSlices, paceOf, type Progress, type Slice } from '../slices';
import { packStruct } from '../structs';

const WORKGROUP = 64;
const MOST_GROUPS = 65_535;
/** The vectors and numbers of runs that are computed together, and their errors that are kept of one slice, take about this many words at most. */
const MOST_WORDS = 2 ** 22;
/** The fewest iterations of a slice, however long a matrix takes. */
const LEAST_ITERATIONS = 4;
/** So many iterations a slice should have, and rather fewer runs than fewer of them: each slice fetches and stores what it knows of every run. But never fewer groups. */
const WORTHWHILE_ITERATIONS = 64;
const LEAST_GROUPS = 64;
/** What an iterate of a run costs, in steps on a function of one variable. */
const weightOf = ({ columns }: LeastSquaresDescentTask) => Math.ceil((columns * columns + 8) / 12);
/** What a shader keeps of a run besides its vectors, and of a rate besides the outcomes. */
const SCALARS = 11;
const COUNTS = OUTCOMES.length + 2;

/** Sizes that the shader must know when it is compiled. */
function sizesPart(columns: number, optimizer: number, kept: number): Part {
  const source = `const COLUMNS = ${columns}u;\nconst OPTIMIZER = ${optimizer}u;\nconst KEPT = ${Math.max(1, kept * columns)}u;\n`;
  return { name: `${columns} columns`, source };
}

/** Descent on least squares; see `LeastSquaresDescentTask`. */
export async function compute(
  gpu: Gpu,
  task: LeastSquaresDescentTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<LeastSquaresDescentResult> {
  const { columns, hessian, projector, starts, learningRates, iterations, every } = task;
  const { name, coefficients } = task.optimizer ?? GRADIENT_DESCENT;
  const { device } = gpu;
  const rates = learningRates.length;
  const kept = optimizers[name].kept * columns;
  const parts = [sizesPart(columns, OPTIMIZER_NAMES.indexOf(name), optimizers[name].kept), shader];
  const program = await abortable(compile(device, parts), signal);
  const pace = paceOf(program);
  const last = lastOf(task);
  const frames = framesOf(task);
  const groupsPerRate = Math.ceil(starts.count / WORKGROUP);
  const groups = rates * groupsPerRate;
  const wordsPerRun = Math.max(2 * columns + Math.max(1, kept) + SCALARS, columns * Math.min(1, frames));
  const atOnce = Math.max(1, Math.min(groups, MOST_GROUPS, Math.floor(MOST_WORDS / wordsPerRun / WORKGROUP)));
  const framesAtOnce = Math.max(1, Math.floor(MOST_WORDS / (atOnce * WORKGROUP * columns)));
  const errors = new Float32Array(rates * frames * starts.count * columns);
  const buffers = new Buffers(device);
  try {
    const points = new Float32Array(starts.count * columns);
    const draw = (from: number, to: number) => {
      for (let i = from; i < to; i++) drawInBall(starts, i, columns, points, i * columns);
    };
    await inChunks(starts.count, draw, { signal });
    const before = projector?.length ?? 0;
    const data = buffers.storage('starts', before + points.length + rates);
    if (projector) buffers.write(data, Float32Array.from(projector));
    await buffers.writeSamples(data, points, 4 * before, { signal });
    buffers.write(data, Float32Array.from(learningRates), 4 * (before + points.length));
    const counts = buffers.storage('counts', rates * COUNTS);
    const sums = buffers.storage('growth', groups);
    const range = buffers.uniform('range', new ArrayBuffer(16));
    const errorsKept = buffers.storage(
      'errors',
      frames === 0 ? 1 : Math.min(framesAtOnce, frames) * atOnce * WORKGROUP * columns,
    );
    const bindings = program.bind({
      task: buffers.uniform(
        'task',
        packStruct(shader, 'Task', {
          starts: starts.count,
          groups: groupsPerRate,
          iterations,
          last,
          every,
          window: growthSteps(task),
          is_projected: projector ? 1 : 0,
          scale: scaleOf(task),
          rest: REST * starts.radius,
          tolerance: task.tolerance,
          bound: task.bound,
          first_coefficient: coefficients[0] ?? 0,
          second_coefficient: coefficients[1] ?? 0,
        }),
      ),
      range,
      hessian: buffers.data('hessian', Float32Array.from(hessian)),
      data,
      schedule: buffers.data('schedule', scheduleOf(task)),
      states: buffers.storage('states', atOnce * WORKGROUP * (2 * columns + Math.max(1, kept) + SCALARS)),
      counts,
      sums,
      frames: errorsKept,
    });

    /** Puts what a slice has kept into its place. */
    const take = (numbers: Float32Array, group: number, slots: number, first: number, count: number) => {
      for (let frame = 0; frame < count; frame++)
        for (let slot = 0; slot < slots; slot++) {
          const all = group + Math.floor(slot / WORKGROUP);
          const [rate, start] = [
            Math.floor(all / groupsPerRate),
            (all % groupsPerRate) * WORKGROUP + (slot % WORKGROUP),
          ];
          if (start >= starts.count) continue;
          const at = (frame * slots + slot) * columns;
          const place = ((rate * frames + first + frame) * starts.count + start) * columns;
          errors.set(numbers.subarray(at, at + columns), place);
        }
    };

    const slices = function* (): Generator<Slice> {
      for (let group = 0, here: number; group < groups; group += here) {
        const worthwhile = Math.floor(pace.budget / WORKGROUP / weightOf(task) / WORTHWHILE_ITERATIONS);
        here = Math.min(atOnce, groups - group, Math.max(LEAST_GROUPS, worthwhile));
        const slots = here * WORKGROUP;
        for (let begin = 0; begin <= last;) {
          const affordable = Math.max(LEAST_ITERATIONS, Math.floor(pace.budget / slots / weightOf(task)));
          const end = Math.min(
            last + 1,
            begin + affordable,
            frames > 0 && begin <= iterations ? begin + framesAtOnce * every : Infinity,
          );
          buffers.write(range, packStruct(shader, 'Range', { group, slots, begin, end }));
          const encoder = device.createCommandEncoder({ label: `iterates ${begin} to ${end}` });
          const pass = encoder.beginComputePass();
          pass.setPipeline(program.pipeline);
          pass.setBindGroup(0, bindings);
          pass.dispatchWorkgroups(here);
          pass.end();
          const first = frames > 0 ? Math.ceil(begin / every) : 0;
          const count = frames > 0 ? Math.max(0, Math.min(frames, Math.ceil(end / every)) - first) : 0;
          const read =
            count > 0
              ? buffers.copies(encoder, 'errors', [{ buffer: errorsKept, words: count * slots * columns }])
              : undefined;
          device.queue.submit([encoder.finish()]);
          const steps = (end - begin) * slots * weightOf(task);
          const done = async () => {
            if (!read) await device.queue.onSubmittedWorkDone();
            else {
              const [words] = await read();
              take(new Float32Array(words.buffer, words.byteOffset, words.length), group, slots, first, count);
            }
            return steps;
          };
          yield { steps, pace, done };
          begin = end;
        }
      }
    };
    await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);

    const encoder = device.createCommandEncoder({ label: 'counts' });
    const read = buffers.copies(encoder, 'counts', [
      { buffer: counts, words: rates * COUNTS },
      { buffer: sums, words: groups },
    ]);
    device.queue.submit([encoder.finish()]);
    const [counted, summed] = await abortable(read(), signal);
    const growths = new Float32Array(summed.buffer, summed.byteOffset, summed.length);
    const tally = new Tally(rates);
    for (let rate = 0; rate < rates; rate++) {
      const at = rate * COUNTS;
      tally.counts.set(counted.subarray(at, at + OUTCOMES.length), rate * OUTCOMES.length);
      const sum = growths
        .subarray(rate * groupsPerRate, (rate + 1) * groupsPerRate)
        .reduce((total, one) => total + one, 0);
      tally.addGrowth(rate, sum, counted[at + OUTCOMES.length + 1], counted[at + OUTCOMES.length]);
    }
    const { growing, growth } = tally;
    return { engine: infoOf(gpu), counts: tally.counts, growing, growth, frames, ...(frames > 0 && { errors }) };
  } finally {
    buffers.destroy();
  }
}

/** For each iteration the factor of the rate, and what Adam's means are divided by. */
function scheduleOf(task: LeastSquaresDescentTask): Float32Array<ArrayBuffer> {
  const factors = factorsOf(task);
  const [beta1 = 0, beta2 = 0] = task.optimizer?.coefficients ?? [];
  const rows = new Float32Array(4 * factors.length);
  factors.forEach((factor, k) => rows.set([factor, 1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)], 4 * k));
  return rows;
}

/** The steps that the progress of a task is measured by. */
export function steps(task: LeastSquaresDescentTask): number {
  const slots = WORKGROUP * Math.ceil(task.starts.count / WORKGROUP);
  return task.learningRates.length * slots * (lastOf(task) + 1) * weightOf(task);
}
