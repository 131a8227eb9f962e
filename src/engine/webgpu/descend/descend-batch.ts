import { parseObjective } from '../../../formula';
import { FOLLOWED } from '../../../math/outcomes';
import type { DescendTask } from '../../descend';
import { stabilityOf } from '../../descend/stability';
import { GROUP, type Batch } from '../batches';
import type { Buffers } from '../buffers';
import { dispatch } from '../dispatch';
import { FEW_MINIMA, shaders, type DescendPrograms } from './programs';
import { oneWayRate, rangeOfRuns } from './one-way';
import type { Slice } from '../slices';
import { packStruct } from '../structs';

/** Iterations of a slice are a multiple of the longest block in `descend.wgsl`: all are whole then. */
const LONGEST_BLOCK = 64;
/** Updates that a run was spared are counted in blocks of so many. */
const BLOCK = 16;
/** So many times four runs an invocation of `classify.wgsl` counts. */
const CLASSIFIED = 16;
/** What the list of minima is filled up with: see `shaders/minima.wgsl`. */
const OUT_OF_REACH = 3e38;

/** The head of an empty list, as `shaders/queue.wgsl` has it: workgroups, and how many it lists. */
const EMPTY = new Uint32Array([0, 1, 1, 0]);

/** Where the results of all batches add up. */
export interface Totals {
  /** Buckets of dates per learning rate. */
  readonly buckets: number;
  readonly counts: GPUBuffer;
  readonly dates: GPUBuffer;
  readonly histogram: GPUBuffer;
  readonly density: GPUBuffer;
}

/** Takes the last iterates and the records of a batch's runs. */
export type TakeRecords = (thetas: Uint32Array, marks: Uint32Array) => void;

/** What the kernels that make a slice's updates are given. */
interface Updating {
  descend: GPUBindGroup;
  finish: GPUBindGroup;
  date: GPUBindGroup;
}

/** The memory of one batch of runs, used for one batch after the other. */
export class DescendBatch {
  /** Of the iterations that a batch begins with, and of those of any slice. */
  private readonly openingSlice: GPUBuffer;
  private readonly descendSlice: GPUBuffer;
  private readonly densitySlice: GPUBuffer;
  private readonly batch: GPUBuffer;
  private readonly thetas: GPUBuffer;
  private readonly marks: GPUBuffer;
  /** The iterates that the density begins with. */
  private readonly saved: GPUBuffer;
  /** What a slice leaves to be finished, a list of pairs: the place of four runs, and the updates made. */
  private readonly unfinished: GPUBuffer;
  /** The places of four runs that are to be dated. */
  private readonly undated: GPUBuffer;
  /** How many blocks of updates a slice did not need. */
  private readonly spared: GPUBuffer;
  /** The runs that are followed after their last iteration, behind the workgroups for that and their number. */
  private readonly followed: GPUBuffer;
  /** Those of them that are judged by all of their steps, in the same form. */
  private readonly unjudged: GPUBuffer;
  private readonly surroundings: DescendPrograms['surroundings'];
  private readonly oneWay: Record<'lowest' | 'highest' | 'one_way', number>;
  /** Whether all rates are below it. */
  private readonly areOneWay: boolean;
  private readonly groups: Record<'opening' | 'descend', Updating> &
    Record<'start' | 'settle' | 'followQuads' | 'follow' | 'classify', GPUBindGroup> & { density?: GPUBindGroup };

  constructor(
    private readonly device: GPUDevice,
    private readonly buffers: Buffers,
    private readonly programs: DescendPrograms,
    private readonly task: DescendTask,
    private readonly totals: Totals,
    mostGroups: number,
  ) {
    const { starts, learningRates, minima, density } = task;
    this.surroundings = programs.surroundings;
    const [lowest, highest] = rangeOfRuns(task);
    this.oneWay = { lowest, highest, one_way: oneWayRate(parseObjective(task.objective), task) };
    this.areOneWay = learningRates.every((rate) => rate < this.oneWay.one_way);
    const runs = GROUP * mostGroups;
    this.thetas = buffers.storage('iterates', runs);
    this.marks = buffers.storage('marks', runs);
    this.saved = buffers.storage('iterates for the density', density ? runs : 0);
    this.unfinished = buffers.indirect('unfinished runs', 4 + runs / 2);
    this.undated = buffers.indirect('undated runs', 4 + runs / 4);
    this.spared = buffers.storage('spared blocks', 1);
    this.followed = buffers.indirect('followed runs', 4 + runs);
    this.unjudged = buffers.indirect('unjudged runs', 4 + runs);
    this.openingSlice = buffers.uniform('opening slice', new ArrayBuffer(64));
    this.descendSlice = buffers.uniform('slice', new ArrayBuffer(64));
    this.densitySlice = buffers.uniform('slice of the density', new ArrayBuffer(64));
    this.batch = buffers.uniform('batch', new ArrayBuffer(80));
    const rates = buffers.data('learning rates', Float32Array.from(learningRates));
    const minimaBuffer = buffers.data(
      'minima',
      Float32Array.from({ length: Math.max(FEW_MINIMA, minima.length) }, (_, m) => minima[m] ?? OUT_OF_REACH),
    );
    const startsBuffer = buffers.uniform(
      'starts',
      packStruct(shaders.starts, 'Starts', {
        count: starts.count,
        sampling: starts.sampling === 'grid' ? 1 : 0,
        low: starts.low,
        span: Math.fround(starts.high) - Math.fround(starts.low),
        seed: starts.seed,
        zero: 0,
      }),
    );
    const { thetas, marks, unfinished, undated, spared, followed, unjudged, batch } = this;
    const places = buffers.data('places', placesOf(task));
    const entries = buffers.storage('iterates before arrivals', runs);
    const starting = { minima: minimaBuffer, slice: this.descendSlice, starts: startsBuffer, thetas, marks, rates };
    const updating = (slice: GPUBuffer): Updating => {
      const state = { minima: minimaBuffer, slice, rates, thetas, marks, undated };
      return {
        descend: programs.descend.bind({ ...state, entries, unfinished, spared }),
        finish: programs.finish.bind({ ...state, unfinished }),
        date: programs.date.bind({ ...state, entries }),
      };
    };
    this.groups = {
      start: programs.start.bind(starting),
      opening: updating(this.openingSlice),
      descend: updating(this.descendSlice),
      settle: programs.settle.bind({ batch, minima: minimaBuffer, rates, places, thetas, marks, followed }),
      followQuads: programs.followQuads.bind({ batch, rates, places, thetas, marks, followed, unjudged }),
      follow: programs.follow.bind({ batch, rates, places, thetas, marks, unjudged }),
      classify: programs.classify.bind({
        batch,
        thetas,
        marks,
        counts: totals.counts,
        dates: totals.dates,
        histogram: totals.histogram,
      }),
      density: programs.density?.bind({
        slice: this.densitySlice,
        rates,
        thetas: this.saved,
        marks,
        density: totals.density,
      }),
    };
  }

  /** Computes a batch and adds its results to the totals. */
  *slices(range: Batch, takeRecords?: TakeRecords): Generator<Slice> {
    const { iterations, density } = this.task;
    const runs = GROUP * range.groups;
    const { pace } = this.programs;
    const watchFrom = density && iterations - density.last + 1;
    // The first slice also sets the starts; there is one even if no iteration is asked for.
    let done = 0;
    if (iterations === 0 || watchFrom === 0)
      yield this.descend(range, 0, 0, watchFrom === 0, density ? undefined : { takeRecords });
    while (done < iterations) {
      // What is left goes out in equal parts, as near to the budget as can be, so that no short one remains.
      const parts = Math.max(1, Math.round(((iterations - done) * runs) / pace.budget));
      let end = Math.min(iterations, done + Math.ceil((iterations - done) / parts / LONGEST_BLOCK) * LONGEST_BLOCK);
      if (watchFrom && done < watchFrom) end = Math.min(end, watchFrom);
      yield this.descend(
        range,
        done,
        end,
        end === watchFrom,
        end === iterations && !density ? { takeRecords } : undefined,
      );
      done = end;
    }
    for (let watched = 0; density && watched < density.last;) {
      const iterates = Math.min(
        density.last - watched,
        Math.max(1, Math.floor(this.programs.densityPace.budget / runs)),
      );
      yield this.watch(range, iterates);
      watched += iterates;
    }
    if (density) yield this.classify(range, takeRecords);
  }

  /** The totals. */
  async results(
    words: Record<keyof Omit<Totals, 'buckets'>, number>,
  ): Promise<Record<keyof typeof words, Uint32Array>> {
    const encoder = this.encoder('results');
    const names = ['counts', 'dates', 'histogram', 'density'] as const;
    const read = this.buffers.copies(
      encoder,
      'results',
      names.map((name) => ({ buffer: this.totals[name], words: words[name] })),
    );
    this.device.queue.submit([encoder.finish()]);
    const [counts, dates, histogram, density] = await read();
    return { counts, dates, histogram, density };
  }

  /** @param last given for the last slice of a batch: the same submission classifies the runs, since each one has its cost */
  private descend(
    range: Batch,
    begin: number,
    end: number,
    save: boolean,
    last?: { takeRecords?: TakeRecords },
  ): Slice {
    for (const list of [this.unfinished, this.undated]) this.buffers.write(list, EMPTY);
    const encoder = this.encoder(`iterations ${begin} to ${end}`);
    encoder.clearBuffer(this.spared);
    if (begin === 0) dispatch(encoder, this.programs.start, this.groups.start, 2 * range.groups);
    // Runs that do not stay where they are watched mostly leave in their first few iterations. A run that leaves is the other
    // kernel's up to the end of the slice, hence the end after one block. None leaves where all go one way.
    const opening = begin === 0 && end > LONGEST_BLOCK && !this.areOneWay ? LONGEST_BLOCK : 0;
    if (opening) this.encodeUpdates(encoder, range, 0, opening, this.openingSlice, this.groups.opening);
    this.encodeUpdates(encoder, range, begin + opening, end, this.descendSlice, this.groups.descend);
    if (save) encoder.copyBufferToBuffer(this.thetas, 0, this.saved, 0, 4 * GROUP * range.groups);
    const finish = last && this.encodeClassify(encoder, range, last.takeRecords);
    const read = this.buffers.copies(encoder, 'effort', [
      { buffer: this.spared, words: 1 },
      { buffer: this.followed, words: last ? 1 : 0, from: 3 },
    ]);
    this.device.queue.submit([encoder.finish()]);
    const steps = (end - begin) * GROUP * range.groups;
    const done = async () => {
      const [[spared], [followed = 0]] = await read();
      await finish?.();
      return steps - spared * BLOCK * GROUP + followed * FOLLOWED;
    };
    return { steps, pace: this.programs.pace, done };
  }

  private encodeUpdates(
    encoder: GPUCommandEncoder,
    range: Batch,
    begin: number,
    end: number,
    slice: GPUBuffer,
    groups: Updating,
  ): void {
    this.buffers.write(
      slice,
      packStruct(shaders.slice, 'Slice', {
        ...range,
        groups_per_rate: Math.ceil(this.task.starts.count / GROUP),
        begin,
        end,
        ...this.surroundings,
      }),
    );
    for (const list of [this.unfinished, this.undated]) {
      encoder.clearBuffer(list, 0, 4);
      encoder.clearBuffer(list, 12, 4);
    }
    dispatch(encoder, this.programs.descend, groups.descend, range.groups);
    dispatch(encoder, this.programs.finish, groups.finish, this.unfinished);
    dispatch(encoder, this.programs.date, groups.date, this.undated);
  }

  private watch(range: Batch, iterates: number): Slice {
    const { low, high, count } = this.task.density!;
    const runs = GROUP * range.groups;
    this.buffers.write(
      this.densitySlice,
      packStruct(shaders.density, 'Slice', {
        rate: range.rate,
        group: range.group,
        runs,
        groups_per_rate: Math.ceil(this.task.starts.count / GROUP),
        iterates,
        low,
        high,
        bins: count + 2,
      }),
    );
    const encoder = this.encoder(`density of ${iterates} iterates`);
    dispatch(encoder, this.programs.density!, this.groups.density!, runs);
    this.device.queue.submit([encoder.finish()]);
    const steps = iterates * runs;
    return {
      steps,
      pace: this.programs.densityPace,
      done: () => this.device.queue.onSubmittedWorkDone().then(() => steps),
    };
  }

  private classify(range: Batch, takeRecords: TakeRecords | undefined): Slice {
    const encoder = this.encoder('classify');
    const finish = this.encodeClassify(encoder, range, takeRecords);
    this.device.queue.submit([encoder.finish()]);
    return { steps: 0, pace: this.programs.pace, done: () => finish().then(() => 0) };
  }

  /** Tells what became of a batch's runs, and adds them to the totals; what it returns is called after submission, and resolves when that is done. */
  private encodeClassify(
    encoder: GPUCommandEncoder,
    range: Batch,
    takeRecords: TakeRecords | undefined,
  ): () => Promise<void> {
    const { starts, iterations, minima, elsewhere = [], level = [], tolerance, histogram } = this.task;
    for (const list of [this.followed, this.unjudged]) this.buffers.write(list, EMPTY);
    this.buffers.write(
      this.batch,
      packStruct(shaders.batch, 'Batch', {
        ...range,
        groups_per_rate: Math.ceil(starts.count / GROUP),
        starts: starts.count,
        iterations,
        minima: minima.length,
        elsewhere: elsewhere.length,
        level: level.length,
        tolerance,
        bound: this.surroundings.bound,
        middle: this.surroundings.middle,
        reach: this.surroundings.reach,
        ...this.oneWay,
        buckets: this.totals.buckets,
        bins: histogram ? histogram.count + 2 : 0,
        low: histogram?.low ?? 0,
        high: histogram?.high ?? 0,
      }),
    );
    dispatch(encoder, this.programs.settle, this.groups.settle, 2 * range.groups);
    dispatch(encoder, this.programs.followQuads, this.groups.followQuads, this.followed);
    dispatch(encoder, this.programs.follow, this.groups.follow, this.unjudged);
    dispatch(encoder, this.programs.classify, this.groups.classify, Math.ceil((2 * range.groups) / CLASSIFIED));
    const words = GROUP * range.groups;
    const read =
      takeRecords &&
      this.buffers.copies(encoder, 'records', [
        { buffer: this.thetas, words },
        { buffer: this.marks, words },
      ]);
    return async () => {
      if (read) takeRecords(...((await read()) as [Uint32Array, Uint32Array]));
    };
  }

  private encoder(label: string): GPUCommandEncoder {
    return this.device.createCommandEncoder({ label });
  }
}

/** The places that runs can end at, as `Place` in `shaders/batch.wgsl`; at least one, as an empty buffer cannot be bound. */
function placesOf(task: DescendTask): Float32Array<ArrayBuffer> {
  const { minima, elsewhere = [], level = [] } = task;
  const stability = stabilityOf(parseObjective(task.objective), task);
  const holding = [...minima, ...elsewhere].flatMap((at, i) => [at, stability[i].certain, stability[i].possible]);
  const numbers = [...holding, ...level.flatMap((at) => [at, 0, 0])];
  return Float32Array.from(numbers.length > 0 ? numbers : [0, 0, 0]);
}
