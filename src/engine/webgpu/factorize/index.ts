import { abortable } from '../../abortable';
import { EngineUnavailable } from '../../contract';
import type { FactorizeResult, FactorizeTask } from '../../factorize';
import { bestRun, settleRun } from '../../factorize/runs';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { planEpochs } from './epochs';
import { COLUMN_ROLES, layoutOf, ROW_ROLES, unpackBiases, unpackFactors, type VectorLayout } from './layout';
import { bytesOf, loadLists, type LoadedLists } from './lists';
import { compileFactorize, type FactorizePrograms } from './programs';
import { cutIntoSegments, type Segments } from './segments';
import { FactorizeState, widthsOf, type LoadedTable } from './state';
import { costOfIteration, iterationSlices } from '../iterations';
import { inSlices, type Progress } from '../slices';
import { gpuMessages as say } from '../messages';

/** About the most bytes that all learning rates computed at once take. */
const MOST_BYTES = 2 ** 30;

interface CutTable {
  readonly byRow: { segments: Segments };
  readonly byColumn: { segments: Segments };
  readonly validation?: { segments: Segments };
}

/** What has come of the learning rates so far. */
interface Curves {
  readonly losses: Float64Array;
  readonly errors: Float64Array;
  readonly validationErrors: Float64Array | undefined;
  readonly diverged: (number | null)[];
}

/** Matrix factorization; see `FactorizeTask`. */
export async function compute(
  gpu: Gpu,
  task: FactorizeTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FactorizeResult> {
  const { ratings, validation, learningRates, initial, epochs, every } = task;
  const layout = layoutOf(task);
  const cut: CutTable = {
    byRow: { segments: cutIntoSegments(ratings.byRow) },
    byColumn: { segments: cutIntoSegments(ratings.byColumn) },
    ...(validation && { validation: { segments: cutIntoSegments(validation) } }),
  };
  const atOnce = ratesAtOnce(gpu.device, task, layout, cut);
  const programs = await abortable(compileFactorize(gpu.device, layout.blocks), signal);

  const width = epochs + 1;
  const curve = () => new Float64Array(learningRates.length * width);
  const curves: Curves = { losses: curve(), errors: curve(), validationErrors: validation && curve(), diverged: [] };
  const factors = initial.u.length + initial.v.length;
  const frames = every > 0 ? Math.floor(epochs / every) + 1 : 0;
  const iterates = every > 0 ? new Float32Array(frames * factors) : undefined;
  let best: number | null = null;
  let vectors: { u: Float32Array; v: Float32Array } | undefined;

  const shared = new Buffers(gpu.device);
  try {
    const load = (
      lists: FactorizeTask['ratings']['byRow'],
      { segments }: { segments: Segments },
    ): Promise<LoadedLists> => loadLists(shared, lists, segments, layout.blocks, task.mean, signal);
    const table: LoadedTable = {
      byRow: await load(ratings.byRow, cut.byRow),
      byColumn: await load(ratings.byColumn, cut.byColumn),
      ...(validation && { validation: await load(validation, cut.validation!) }),
    };
    for (let first = 0; first < learningRates.length; first += atOnce) {
      const some = {
        ...task,
        learningRates: learningRates.slice(first, first + atOnce),
        every: first === 0 ? every : 0,
      };
      const buffers = new Buffers(gpu.device);
      try {
        const state = new FactorizeState(gpu.device, buffers, some, layout, table, (frame, values) =>
          iterates!.set(values, frame * factors),
        );
        await train(gpu, state, programs, progress, signal);
        collect(curves, first, some, await abortable(state.readTotals(), signal));
        // Of these and all before them.
        const done = first + some.learningRates.length;
        best = bestRun(
          curves.losses.subarray(0, done * width),
          curves.validationErrors?.subarray(0, done * width),
          curves.diverged,
        );
        if (best !== null && best >= first) vectors = await abortable(state.readVectors(best - first), signal);
      } finally {
        buffers.destroy();
      }
    }
  } finally {
    shared.destroy();
  }
  const { losses, errors, validationErrors, diverged } = curves;
  return {
    engine: infoOf(gpu),
    losses,
    errors,
    ...(validationErrors && { validationErrors }),
    diverged,
    best,
    ...unpack(task, layout, vectors),
    ...(iterates && { iterates }),
    frames,
  };
}

/** In learning rates times epochs. */
export function steps({ learningRates, epochs }: FactorizeTask): number {
  return learningRates.length * (epochs + 1);
}

async function train(
  gpu: Gpu,
  state: FactorizeState,
  programs: FactorizePrograms,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const plan = planEpochs(state, programs);
  const cost = costOfIteration(plan);
  await inSlices(
    gpu,
    iterationSlices(plan),
    (steps) => progress.add((state.task.learningRates.length * steps) / cost),
    signal,
  );
}

/**
 * How many learning rates the device can train side by side.
 *
 * @throws {EngineUnavailable} if it is none, as some numbers are more than it takes in one buffer
 */
function ratesAtOnce(
  { limits }: GPUDevice,
  { ratings, learningRates }: FactorizeTask,
  { blocks }: VectorLayout,
  cut: CutTable,
): number {
  const widths = widthsOf(cut, blocks);
  const slots = Math.max(cut.byRow.segments.slots, cut.byColumn.segments.slots);
  const vectors = 16 * blocks * (ratings.rows + ratings.columns);
  const perRate = {
    rowFactors: 16 * blocks * ratings.rows,
    columnFactors: 16 * blocks * ratings.columns,
    partialGradients: 16 * blocks * slots,
    objectiveShares: 4 * Math.max(widths.squares, widths.ridges, widths.held),
  };
  const most = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const refuse = (part: keyof typeof perRate | 'knownEntries', bytes: number) => {
    throw new EngineUnavailable(say('tableTooLarge', { part: say(part), bytes, most }));
  };
  const entries = Math.max(...Object.values(cut).map(({ segments }: { segments: Segments }) => bytesOf(segments)));
  if (entries > most) refuse('knownEntries', entries);
  for (const part of Object.keys(perRate) as (keyof typeof perRate)[])
    if (perRate[part] > most) refuse(part, perRate[part]);
  const largest = Math.max(...Object.values(perRate));
  return Math.max(
    1,
    Math.min(
      learningRates.length,
      Math.floor(most / largest),
      Math.floor(MOST_BYTES / (2 * vectors + perRate.partialGradients)),
    ),
  );
}

/** Puts the totals of some learning rates, which have the epoch slowest, where they belong. */
function collect(
  curves: Curves,
  first: number,
  { ratings, validation, learningRates, epochs, bound }: FactorizeTask,
  totals: { squares: Float32Array; ridges: Float32Array; held: Float32Array },
): void {
  const rates = learningRates.length;
  const width = epochs + 1;
  for (let rate = 0; rate < rates; rate++) {
    const at = (first + rate) * width;
    for (let epoch = 0; epoch < width; epoch++) {
      const from = epoch * rates + rate;
      curves.losses[at + epoch] = totals.squares[from] / 2 + totals.ridges[from];
      curves.errors[at + epoch] = Math.sqrt(totals.squares[from] / ratings.byRow.values.length);
      if (validation) curves.validationErrors![at + epoch] = Math.sqrt(totals.held[from] / validation.values.length);
    }
    const diverged = curves.losses.subarray(at, at + width).findIndex((loss) => !(loss <= bound));
    curves.diverged.push(diverged < 0 ? null : diverged);
    for (const all of [curves.losses, curves.errors, curves.validationErrors])
      if (all) settleRun(all.subarray(at, at + width), curves.diverged.at(-1)!);
  }
}

function unpack(
  { ratings, rank, biases, initial }: FactorizeTask,
  layout: VectorLayout,
  vectors?: { u: Float32Array; v: Float32Array },
): Pick<FactorizeResult, 'u' | 'v' | 'rowBiases' | 'columnBiases'> {
  return {
    u: vectors ? unpackFactors(vectors.u, layout, new Float32Array(ratings.rows * rank)) : Float32Array.from(initial.u),
    v: vectors
      ? unpackFactors(vectors.v, layout, new Float32Array(ratings.columns * rank))
      : Float32Array.from(initial.v),
    ...(biases && {
      rowBiases: vectors ? unpackBiases(vectors.u, layout, ROW_ROLES) : new Float32Array(ratings.rows),
      columnBiases: vectors ? unpackBiases(vectors.v, layout, COLUMN_ROLES) : new Float32Array(ratings.columns),
    }),
  };
}
