import type { Conv1dDescentTask } from '../../conv1d-descent';
import { parts } from '../batches';
import { costOfStretch, kernelFor, stretchesOf, type ConvolutionDescent } from './kernel-for';
import { BLOCK, costOfTile, type Layout } from '../conv1d/layout';
import { compileFused, compileSlopes, compileUpdate, shaders } from '../conv1d/programs';
import type { ConvolutionState } from './state';
import { iterationSlices, type IterationPass, type IterationPlan } from '../iterations';
import type { Program } from '../program';
import { Ranges } from '../ranges';
import { paceOf } from '../slices';
import { compileSums, TreeSums } from '../tree-sums';

/** The most whole iterations of a slice. */
const MOST_ITERATES = 256;
/** The most numbers that shares of the objective of one slice take, unless one iterate needs more. */
const MOST_SHARES = 2 ** 22;

/** Prepares the descent of a long signal: one or two dispatches per iteration. */
export async function compileLargeSignal(
  device: GPUDevice,
  { loss }: Conv1dDescentTask,
  layout: Layout,
): Promise<(state: ConvolutionState) => ConvolutionDescent> {
  const isFused = kernelFor(layout) === 'fused';
  const [adding, ...programs] = await Promise.all([
    compileSums(device),
    ...(isFused ? [compileFused(device, loss)] : [compileSlopes(device, loss), compileUpdate(device, loss)]),
  ]);
  return (state) => {
    const rates = state.task.learningRates.length;
    const other = isFused
      ? state.buffers.storage('next x', BLOCK * layout.xStride * rates)
      : state.buffers.storage('slopes', BLOCK * layout.yStride * rates);
    const columns = isFused ? stretchesOf(layout) : layout.tiles;
    const iterates = Math.max(
      1,
      Math.min(MOST_ITERATES, state.task.iterations + 1, Math.floor(MOST_SHARES / (columns * rates))),
    );
    const losses = state.buffers.storage('shares of the objective', iterates * rates * columns);
    const sums = new TreeSums(state.buffers, adding, losses, columns, iterates * rates, state.losses);
    const invocations = rates * columns;
    const given = { taps: state.taps, problem: state.problem, observed: state.observed, rates: state.rates };
    const swapped = (iteration: number) =>
      iteration % 2 === 0 ? { x: state.x, next: other } : { x: other, next: state.x };
    const xOf = (iteration: number) => (isFused ? swapped(iteration).x : state.x);
    const perInvocation = isFused ? costOfStretch() : costOfTile(layout.tapBlocks);
    const passOf = (program: Program, isLast: boolean, buffers: IterationPass['buffers']): IterationPass => ({
      program,
      isLast,
      buffers,
      invocations,
      cost: invocations * perInvocation,
      *stretches(affordable) {
        for (const [first, end] of parts(invocations, () => affordable() / perInvocation))
          yield { first, end, cost: (end - first) * perInvocation };
      },
    });
    const passes = isFused
      ? [passOf(programs[0], true, (iteration) => ({ ...given, ...swapped(iteration), losses }))]
      : [
          passOf(programs[0], true, () => ({ ...given, x: state.x, slopes: other, losses })),
          passOf(programs[1], false, () => ({ ...given, x: state.x, slopes: other })),
        ];
    const plan: IterationPlan = {
      device,
      passes,
      last: state.task.iterations,
      pace: paceOf(programs[0]),
      frames: state.frames,
      ranges: new Ranges(state.buffers, shaders.range, iterates * passes.length),
      mostAtOnce: iterates,
      canBeWhole: true,
      rows: 1,
      range: (i, first, end) => ({ first, end, losses: i * invocations }),
      sumUp: (pass, count, begin) => sums.append(pass, count * rates, begin * rates),
      iterate: (iteration) => [{ buffer: xOf(iteration), words: layout.length }],
    };
    return { slices: () => iterationSlices(plan), last: () => xOf(state.task.iterations) };
  };
}
