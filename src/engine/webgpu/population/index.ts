import { abortable } from '../../abortable';
import { FOLLOWED } from '../../../math/outcomes';
import { endingsIn, endingsOf, kindsIn } from '../../descend/endings';
import { cellsIn, placesOf, type PopulationResult, type PopulationTask } from '../../population';
import { Buffers } from '../buffers';
import { infoOf, type Gpu } from '../device';
import { inSlices, type Progress } from '../slices';
import { PopulationBatch, QUAD, quadsPerRate, type Batch } from './batch';
import { Frames, Losses, stopsOf } from './observe';
import { compilePopulation } from './programs';
import { Records } from './records';

/** Quads whose state is held in memory; more where whole learning rates have to be looked at. */
const MOST_QUADS = 2 ** 18;
/** The fewest that are computed side by side; if their slices would be long, they make fewer iterations. */
const LEAST_QUADS = 2048;
/** Taking runs up and putting them down again costs as much as some iterations; in this many it does not show. */
const MANY_ITERATIONS = 1024;
/** Learning rates whose losses are counted at once. */
const MOST_RATES = 64;

/** Descent of a population; see `PopulationTask`. */
export async function compute(
  gpu: Gpu,
  task: PopulationTask,
  progress: Progress,
  signal?: AbortSignal,
): Promise<PopulationResult> {
  const programs = await abortable(compilePopulation(gpu, task), signal);
  const { observe = {}, learningRates } = task;
  const rates = learningRates.length;
  const [places, perRate] = [placesOf(task), quadsPerRate(task)];
  const endings = endingsIn(places);
  const words = {
    counts: rates * endings,
    histogram: observe.histogram ? rates * (kindsIn(places) - 1) * cellsIn(observe.histogram) : 0,
    density: observe.density ? rates * cellsIn(observe.density.bins) : 0,
  };
  const ratesAtOnce = Math.max(1, Math.min(rates, MOST_RATES, Math.floor(MOST_QUADS / perRate)));
  const mostQuads = observe.losses ? ratesAtOnce * perRate : Math.min(rates * perRate, MOST_QUADS);
  const buffers = new Buffers(gpu.device);
  try {
    const totals = {
      counts: buffers.storage('counts', words.counts),
      histogram: buffers.storage('histogram', words.histogram),
      density: buffers.storage('density', words.density),
    };
    const memory = new PopulationBatch(gpu.device, buffers, programs, task, totals, mostQuads);
    const frames = observe.frames && new Frames(buffers, task, memory, mostQuads);
    const losses = observe.losses && new Losses(buffers, task, programs, memory, ratesAtOnce);
    const stops = stopsOf([...(frames ? [frames] : []), ...(losses ? [losses] : [])]);
    const records = observe.map || observe.finals ? new Records(task) : undefined;
    const read = (batch: Batch) => (encoder: GPUCommandEncoder) => {
      const sources = [
        ...(records?.sources(memory, batch) ?? []),
        ...(frames ? [frames.source] : []),
        ...(losses ? [losses.source] : []),
      ];
      if (sources.length === 0) return undefined;
      const kept = frames?.present;
      const copied = buffers.copies(encoder, 'records', sources);
      return async () => {
        const arrays = await copied();
        records?.take(arrays, batch);
        if (frames) frames.take(arrays[records?.length ?? 0], kept);
        if (losses) losses.take(arrays.at(-1)!, batch);
      };
    };
    let totalled: (() => Promise<Uint32Array[]>) | undefined;
    const slices = function* () {
      for (let first = 0, quads; first < rates * perRate; first += quads) {
        // Runs that nobody looks at on their way go through all iterations in a slice or two.
        const fitting = frames || losses ? mostQuads : quadsInSlice(programs.pace.budget, task.iterations);
        quads = Math.min(mostQuads, fitting, rates * perRate - first);
        const batch = { rate: Math.floor(first / perRate), quad: first % perRate, quads };
        frames?.begin();
        const finish = read(batch);
        const isLast = first + quads === rates * perRate;
        yield* memory.slices(batch, stops, (encoder) => {
          if (isLast)
            totalled = buffers.copies(encoder, 'totals', [
              { buffer: totals.counts, words: words.counts },
              { buffer: totals.histogram, words: words.histogram },
              { buffer: totals.density, words: words.density },
            ]);
          return finish(encoder);
        });
      }
    };
    await inSlices(gpu, slices(), (steps) => progress.add(steps), signal);
    const [counts, histogram, density] = await abortable(totalled!(), signal);
    return {
      engine: infoOf(gpu),
      endings: endingsOf(places),
      counts: counts.slice(),
      ...records?.arrays,
      ...(observe.histogram && { histogram: histogram.slice() }),
      ...(observe.density && { density: density.slice() }),
      ...(frames && { frames: frames.numbers }),
      ...(losses && { losses: losses.numbers }),
    };
  } finally {
    buffers.destroy();
  }
}

/** How many quads to take through all iterations, or many, in one slice. */
function quadsInSlice(budget: number, iterations: number): number {
  const wanted = budget / (QUAD * Math.min(iterations + FOLLOWED, MANY_ITERATIONS));
  return Math.max(LEAST_QUADS, Math.floor(wanted / 64) * 64);
}

/** The steps that the progress of a task is measured by. */
export function steps(task: PopulationTask): number {
  return task.learningRates.length * quadsPerRate(task) * QUAD * (task.iterations + FOLLOWED);
}
