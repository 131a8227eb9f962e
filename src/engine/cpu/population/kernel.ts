import { valueBucket, INFINITE } from '../../../math/value-buckets';
import { cellsIn, countOf, placesOf, startOf, variablesOf } from '../../population';
import type { WorkerKernel } from '../worker-kernel';
import { Block, BLOCK, GOING } from './block';
import { Follower } from './follow';
import { functionsOf, type Functions } from './functions';
import type { PopulationPart, PreparedPopulation } from './plan';
import { cellOf, counting, createTally } from './tally';

/** Iterations between two pauses. */
const PAUSE = 16;

/**
 * Descent of a population in float64: the definition of `population`. With S starts, run number n has learning rate number n / S and
 * start number n mod S; what becomes of it depends on no other run, so the work may be cut anywhere.
 */
export const population: WorkerKernel<PreparedPopulation, PopulationPart> = {
  *run(task, from, to) {
    const starts = countOf(task);
    const variables = variablesOf(task);
    const firstRate = Math.floor(from / starts);
    const part = emptyPart(task, from, to);
    const functions = functionsOf(task);
    const block = new Block(task, functions);
    const follower = new Follower(task, functions);
    const count = counting(part.tally, task);
    const { minima } = placesOf(task);
    for (let first = from; first < to; first += BLOCK) {
      const length = Math.min(BLOCK, to - first);
      block.clear();
      for (let run = first; run < first + length; run++)
        block.add(startOf(task, run % starts), task.learningRates[Math.floor(run / starts)]);
      const observer = new Observer(task, functions, block, part, first, from, firstRate);
      for (let k = 0; ; k++) {
        block.look(k);
        observer.see(k);
        if (k === task.iterations) break;
        if (block.active > 0) block.step(k);
        if (k % PAUSE === 0) yield (first - from + (length * k) / task.iterations) / (to - from);
      }
      block.keepFinals();
      follower.follow(block);
      for (let slot = 0; slot < length; slot++) {
        const run = first + slot - from;
        const ending = follower.endings[slot];
        count(Math.floor((first + slot) / starts), ending, block.finals, slot);
        if (part.labels) part.labels[run] = ending;
        if (part.times) part.times[run] = timeOf(task, block, slot, ending, minima.length);
        for (let v = 0; part.finals && v < variables; v++) part.finals[run * variables + v] = block.finals[v][slot];
      }
    }
    return part;
  },

  transfer: ({ tally, labels, times, finals, frames, losses }) =>
    [tally.counts, tally.histogram, tally.density, labels, times, finals, frames, losses].flatMap((array) =>
      array ? [array.buffer as ArrayBuffer] : [],
    ),
};

function emptyPart(task: PreparedPopulation, from: number, to: number): PopulationPart {
  const { map, finals, frames, losses } = task.observe ?? {};
  const [runs, starts, variables] = [to - from, countOf(task), variablesOf(task)];
  const firstRate = Math.floor(from / starts);
  return {
    tally: createTally(task, firstRate, Math.floor((to - 1) / starts) - firstRate + 1),
    ...(map && { labels: new Uint16Array(runs), times: new Float32Array(runs) }),
    ...(finals && { finals: new Float64Array(runs * variables) }),
    ...(frames && { frames: new Float64Array(runs * frames.at.length * variables) }),
    ...(losses && { losses: new Uint16Array(runs * losses.at.length).fill(INFINITE) }),
  };
}

function timeOf(task: PreparedPopulation, block: Block, slot: number, ending: number, places: number): number {
  if (block.fates[slot] !== GOING) return block.endTimes[slot];
  if (ending < task.targets.length) return block.arrivals[slot];
  return ending < places ? Math.min(task.iterations, block.calms[slot]) : task.iterations;
}

/** Writes down what is asked for at some iterations. */
class Observer {
  private readonly values = new Float64Array(BLOCK);
  private frame = 0;
  private moment = 0;

  constructor(
    private readonly task: PreparedPopulation,
    private readonly functions: Functions,
    private readonly block: Block,
    private readonly part: PopulationPart,
    /** The numbers of the block's first run, of the part's first run and of its first rate. */
    private readonly first: number,
    private readonly from: number,
    private readonly firstRate: number,
  ) {}

  /** @param k the iteration, which `block` has just looked at */
  see(k: number): void {
    const { frames, losses, density } = this.task.observe ?? {};
    if (frames?.at[this.frame] === k) this.keepFrame(this.frame++, frames.at.length);
    if (losses?.at[this.moment] === k) this.keepLosses(this.moment++, losses.at.length);
    if (density && k > this.task.iterations - density.last) this.count();
  }

  private keepFrame(frame: number, frames: number): void {
    const { block, part, first, from } = this;
    const variables = block.finals.length;
    block.keepFinals();
    for (let slot = 0; slot < block.length; slot++) {
      const place = ((first + slot - from) * frames + frame) * variables;
      for (let v = 0; v < variables; v++) part.frames![place + v] = block.finals[v][slot];
    }
  }

  private keepLosses(moment: number, moments: number): void {
    const { block, functions, values, part, first, from } = this;
    functions.value!.evaluate(block.theta, [values], block.active);
    for (let lane = 0; lane < block.active; lane++)
      part.losses![(first + block.slots[lane] - from) * moments + moment] = valueBucket(values[lane]);
  }

  private count(): void {
    const { task, block, part, first, firstRate } = this;
    const { bins } = task.observe!.density!;
    const starts = countOf(task);
    for (let lane = 0; lane < block.active; lane++) {
      const rate = Math.floor((first + block.slots[lane]) / starts) - firstRate;
      part.tally.density![rate * cellsIn(bins) + cellOf(bins, block.theta, lane)]++;
    }
  }
}
