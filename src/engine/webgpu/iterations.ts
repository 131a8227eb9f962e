import { workgroups } from './batches';
import type { KeptFrames } from './kept-frames';
import type { Ranges, RangedPass } from './ranges';
import type { Pace, Slice } from './slices';

/** A stretch of a pass's invocations, and what it costs. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly cost: number;
}

/** One dispatch of an iteration. */
export interface IterationPass extends RangedPass {
  readonly invocations: number;
  /** Whether it also takes part in the last iteration, of which nothing is to come but its objective. */
  readonly isLast: boolean;
  /** What all its invocations cost together. */
  readonly cost: number;
  /** Cuts it into stretches of whole workgroups that cost about what is affordable, asked for anew for each. */
  readonly stretches: (affordable: () => number) => Iterable<Stretch>;
}

/** What is iterated, and how. */
export interface IterationPlan {
  readonly device: GPUDevice;
  readonly passes: readonly IterationPass[];
  /** The number of the last iteration; the first is 0. */
  readonly last: number;
  readonly pace: Pace;
  readonly frames: KeptFrames;
  /** Room for the ranges of the passes of `mostAtOnce` iterations. */
  readonly ranges: Ranges;
  /** The most whole iterations of a slice. */
  readonly mostAtOnce: number;
  /** Whether a dispatch can have all invocations of a pass. */
  readonly canBeWhole: boolean;
  /** Workgroups side by side, one for each learning rate, where a pass's invocations are those of one. */
  readonly rows: number;
  /** What a shader's `Range` says of some invocations in the i-th iteration of a slice. */
  readonly range: (i: number, first: number, end: number) => Record<string, number>;
  /** Appends what adds up the objectives of `count` iterations from `begin` on. */
  readonly sumUp: (pass: GPUComputePassEncoder, count: number, begin: number) => void;
  /** Where an iterate is, as what `KeptFrames.keep` takes. */
  readonly iterate: (iteration: number) => readonly { buffer: GPUBuffer; words: number }[];
}

/** What an iteration costs. */
export function costOfIteration({ passes }: Pick<IterationPlan, 'passes'>): number {
  return passes.reduce((sum, { cost }) => sum + cost, 0);
}

/** Iterations of a few dispatches each in slices: several of them in one, or one of them in several. */
export function* iterationSlices(plan: IterationPlan): Generator<Slice> {
  const { last, pace, frames, mostAtOnce, canBeWhole } = plan;
  const cost = costOfIteration(plan);
  for (let iteration = 0; iteration <= last;) {
    const affordable = canBeWhole
      ? Math.min(Math.floor(pace.budget / cost), mostAtOnce, last + 1 - iteration, frames.mostFrom(iteration))
      : 0;
    if (affordable >= 1) yield whole(plan, iteration, affordable);
    else yield* inParts(plan, iteration);
    iteration += Math.max(1, affordable);
  }
}

function whole(plan: IterationPlan, begin: number, count: number): Slice {
  const { passes, ranges, frames } = plan;
  ranges.write(
    Array.from({ length: count * passes.length }, (_, i) =>
      plan.range(Math.floor(i / passes.length), 0, passes[i % passes.length].invocations),
    ),
  );
  const encoder = plan.device.createCommandEncoder({ label: `iterations ${begin} to ${begin + count}` });
  let pass: GPUComputePassEncoder | undefined;
  for (let i = 0; i < count; i++) {
    const iteration = begin + i;
    if (isKept(plan, iteration)) {
      pass?.end();
      pass = undefined;
      frames.keep(encoder, frames.within(begin, iteration).count, plan.iterate(iteration));
    }
    pass ??= encoder.beginComputePass({ label: 'iterations' });
    for (const [number, each] of passes.entries()) {
      if (isNeeded(plan, each, iteration))
        dispatch(plan, pass, each, iteration, i * passes.length + number, each.invocations);
    }
  }
  plan.sumUp(pass!, count, begin);
  pass!.end();
  return submit(plan, encoder, begin, begin + count, count * costOfIteration(plan));
}

function* inParts(plan: IterationPlan, iteration: number): Generator<Slice> {
  const needed = plan.passes.filter((each) => isNeeded(plan, each, iteration));
  for (const each of needed) {
    for (const { first, end, cost } of each.stretches(() => plan.pace.budget)) {
      plan.ranges.write([plan.range(0, first, end)]);
      const encoder = plan.device.createCommandEncoder({ label: `part of iteration ${iteration}` });
      const begins = each === needed[0] && first === 0;
      if (begins && isKept(plan, iteration)) plan.frames.keep(encoder, 0, plan.iterate(iteration));
      const pass = encoder.beginComputePass({ label: 'part of an iteration' });
      dispatch(plan, pass, each, iteration, 0, end - first);
      if (each === needed.at(-1) && end === each.invocations) plan.sumUp(pass, 1, iteration);
      pass.end();
      yield submit(plan, encoder, iteration, begins ? iteration + 1 : iteration, cost);
    }
  }
}

function isNeeded({ last }: IterationPlan, pass: IterationPass, iteration: number): boolean {
  return pass.isLast || iteration < last;
}

function isKept({ frames }: IterationPlan, iteration: number): boolean {
  return frames.within(iteration, iteration + 1).count > 0;
}

function dispatch(
  { ranges, rows }: IterationPlan,
  pass: GPUComputePassEncoder,
  each: IterationPass,
  iteration: number,
  range: number,
  invocations: number,
): void {
  pass.setPipeline(each.program.pipeline);
  pass.setBindGroup(0, ranges.bind(each, iteration, range));
  pass.dispatchWorkgroups(workgroups(invocations), rows);
}

function submit(
  { device, frames, pace }: IterationPlan,
  encoder: GPUCommandEncoder,
  begin: number,
  end: number,
  steps: number,
): Slice {
  const read = frames.read(encoder, frames.within(begin, end));
  device.queue.submit([encoder.finish()]);
  return { steps, pace, done: () => read().then(() => steps) };
}
