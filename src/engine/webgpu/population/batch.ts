import { FOLLOWED } from '../../../math/outcomes';
import { rateLimit } from '../../../math/optimizers';
import { LARGEST } from '../../check';
import type { Bins } from '../../descend';
import { countOf, variablesOf, type Interval, type Point, type PopulationTask } from '../../population';
import { limitsOf, objectiveOf } from '../../population/objective';
import type { Buffers } from '../buffers';
import { dispatch } from '../dispatch';
import type { Slice } from '../slices';
import { packStruct } from '../structs';
import { momentAt, momentsOf } from './moments';
import { FEW_TARGETS, shaders, type PopulationPrograms } from './programs';

/** Four runs are one invocation. */
export const QUAD = 4;
/** What the list of targets is filled up with: its square is finite, and no run comes there. */
const OUT_OF_REACH = 1e18;
const LARGEST_FLOAT = 3.4028234663852886e38;
const SLICE_BYTES = 112;
const NEVER = 0xffffffff;
/** The most iterations of a slice: the length of its table of moments. */
const MOST_ITERATIONS = 2 ** 16;

/** Consecutive quads of some learning rates: all of the first rate, then those of the next. */
export interface Batch {
  readonly rate: number;
  readonly quad: number;
  readonly quads: number;
}

/** Where the results of all batches add up. */
export interface Totals {
  readonly counts: GPUBuffer;
  readonly histogram: GPUBuffer;
  readonly density: GPUBuffer;
}

/** What is to happen between two slices, at an iterate that both look at. */
export interface Stops {
  /** The first iterate from `from` on at which the runs have to be looked at from outside; none is Infinity. */
  next: (from: number) => number;
  /** Appends it. */
  encode: (encoder: GPUCommandEncoder, batch: Batch, iteration: number) => void;
}

/** The memory of one batch of runs, used for one batch after the other. */
export class PopulationBatch {
  readonly thetas: GPUBuffer;
  readonly marks: GPUBuffer;
  readonly times: GPUBuffer;
  readonly slice: GPUBuffer;
  readonly rates: GPUBuffer;
  private readonly state: GPUBuffer;
  private readonly moments: GPUBuffer;
  private readonly followed: GPUBuffer;
  private readonly bindings: Record<'starts' | 'settle' | 'follow' | 'tally' | 'descend', GPUBindGroup> & {
    counting?: GPUBindGroup;
  };
  private readonly variables: number;

  constructor(
    private readonly device: GPUDevice,
    private readonly buffers: Buffers,
    private readonly programs: PopulationPrograms,
    private readonly task: PopulationTask,
    totals: Totals,
    mostQuads: number,
  ) {
    this.variables = variablesOf(task);
    const runs = QUAD * mostQuads;
    const { observe = {} } = task;
    this.thetas = buffers.storage('iterates', runs * this.variables);
    this.state = buffers.storage('state of the optimizer', Math.max(4, 2 * runs * this.variables));
    this.marks = buffers.storage('marks', runs);
    this.times = buffers.storage('times', observe.map ? runs * (task.valley ? 2 : 1) : 8);
    this.moments = buffers.storage(
      'moments',
      programs.hasMoments ? 4 * Math.min(MOST_ITERATIONS, Math.max(1, task.iterations)) : 4,
    );
    this.followed = buffers.indirect('followed runs', 4 + runs);
    this.slice = buffers.uniform('slice', new ArrayBuffer(SLICE_BYTES));
    this.rates = buffers.data('learning rates', Float32Array.from(task.learningRates));
    const { slice, rates, thetas, state, marks, times, moments, followed } = this;
    const limits = limitsOf(task, objectiveOf(task));
    const targets = buffers.data('targets', targetsOf(task));
    const limitsBuffer = buffers.data('limits', Float32Array.from(limits.length > 0 ? limits : [0]));
    const densityCells = buffers.uniform('cells of the density', cellsOf(observe.density?.bins));
    const histogramCells = buffers.uniform('cells of the histogram', cellsOf(observe.histogram));
    const { box, points } = startsOf(task);
    const shared = { slice, rates };
    const descending = { ...shared, targets, thetas, state, marks, times, ...(programs.hasMoments && { moments }) };
    this.bindings = {
      starts: programs.starts.bind({
        ...shared,
        box: buffers.uniform('box', box),
        thetas,
        marks,
        points: buffers.data('points', points),
      }),
      descend: programs.descend.bind(descending),
      ...(programs.counting && {
        counting: programs.counting.bind({ ...descending, density_cells: densityCells, density: totals.density }),
      }),
      settle: programs.settle.bind({ ...shared, targets, thetas, state, marks, followed, limits: limitsBuffer }),
      follow: programs.follow.bind({
        ...shared,
        places: buffers.data('places', placesWith(task, limits)),
        thetas,
        state,
        marks,
        followed,
      }),
      tally: programs.tally.bind({
        ...shared,
        histogram_cells: histogramCells,
        thetas,
        times,
        marks,
        counts: totals.counts,
        histogram: totals.histogram,
      }),
    };
  }

  /** Computes a batch, whose results add up in the totals; after the last slice `finish` appends what is to be read. */
  *slices(
    batch: Batch,
    stops: Stops,
    finish: (encoder: GPUCommandEncoder) => (() => Promise<void>) | undefined,
  ): Generator<Slice> {
    const { task, programs } = this;
    const { iterations, observe = {} } = task;
    const runs = QUAD * batch.quads;
    const countedFrom = observe.density ? iterations - observe.density.last + 1 : Infinity;
    let done = 0;
    for (let isFirst = true; isFirst || done < iterations; isFirst = false) {
      const affordable = Math.max(1, Math.min(MOST_ITERATIONS, Math.floor(programs.pace.budget / runs)));
      let end = Math.min(iterations, done + affordable, stops.next(done + 1));
      // At the start there is something to see before the first step.
      if (isFirst && stops.next(0) === 0) end = 0;
      const isCounting = end >= countedFrom;
      const encoder = this.device.createCommandEncoder({ label: `iterations ${done} to ${end}` });
      if (isFirst) this.encodeStarts(encoder, batch);
      this.writeSlice(batch, done, end, { countedFrom, isOpening: isFirst });
      dispatch(
        encoder,
        isCounting ? programs.counting! : programs.descend,
        isCounting ? this.bindings.counting! : this.bindings.descend,
        batch.quads,
      );
      if (stops.next(end) === end) stops.encode(encoder, batch, end);
      const isLast = end === iterations;
      if (isLast) this.encodeOutcomes(encoder, batch);
      const taken = isLast ? finish(encoder) : undefined;
      this.device.queue.submit([encoder.finish()]);
      const steps = (end - done + (isLast ? FOLLOWED : 0)) * runs;
      yield {
        steps,
        pace: programs.pace,
        done: () => (taken ? taken() : this.device.queue.onSubmittedWorkDone()).then(() => steps),
      };
      done = end;
    }
  }

  private encodeStarts(encoder: GPUCommandEncoder, batch: Batch): void {
    encoder.clearBuffer(this.state);
    encoder.clearBuffer(this.times);
    dispatch(encoder, this.programs.starts, this.bindings.starts, QUAD * batch.quads);
  }

  /** Appends what tells what became of the runs, and adds them to the totals. */
  private encodeOutcomes(encoder: GPUCommandEncoder, batch: Batch): void {
    this.buffers.write(this.followed, new Uint32Array([0, 1, 1, 0]));
    dispatch(encoder, this.programs.settle, this.bindings.settle, batch.quads);
    dispatch(encoder, this.programs.follow, this.bindings.follow, this.followed);
    dispatch(encoder, this.programs.tally, this.bindings.tally, batch.quads);
  }

  private writeSlice(
    batch: Batch,
    begin: number,
    end: number,
    more: { countedFrom: number; isOpening: boolean },
  ): void {
    this.buffers.write(this.slice, packSlice(this.task, batch, begin, end, more));
    if (this.programs.hasMoments && end > begin) this.buffers.write(this.moments, momentsOf(this.task, begin, end));
  }
}

/** The struct `Slice`. */
export function packSlice(
  task: PopulationTask,
  batch: Batch,
  begin: number,
  end: number,
  { countedFrom = NEVER, isOpening = true } = {},
): ArrayBuffer {
  const { optimizer, targets, elsewhere = [], level = [], iterations } = task;
  const [first = 0, second = 0] = optimizer.coefficients;
  const held = momentAt(task, Math.max(0, iterations - 1));
  return packStruct(shaders.slice, 'Slice', {
    ...batch,
    quads_per_rate: quadsPerRate(task),
    starts: countOf(task),
    begin,
    end,
    opening: Number(isOpening),
    iterations,
    targets: targets.length,
    elsewhere: elsewhere.length,
    level: level.length,
    valley: Number(task.valley ?? false),
    tolerance: task.tolerance,
    bound: Math.min(task.bound, LARGEST_FLOAT),
    first_beta: first,
    first_rest: 1 - first,
    second_beta: second,
    second_rest: 1 - second,
    held_factor: held[0],
    held_first: held[1],
    held_second: held[2],
    limit_of_one: rateLimit(optimizer, 1) ?? LARGEST,
    counted_from: Math.min(countedFrom, NEVER),
  });
}

/** How many quads a learning rate has: the last one may be filled up. */
export function quadsPerRate(task: PopulationTask): number {
  return Math.ceil(countOf(task) / QUAD);
}

/** The targets, and at least four points. */
function targetsOf({ targets }: PopulationTask): Float32Array<ArrayBuffer> {
  const filled = Array.from({ length: Math.max(FEW_TARGETS, targets.length) }, (_, i) => targets[i]);
  return Float32Array.from(filled.flatMap((target) => (target ? inPlane(target) : [OUT_OF_REACH, OUT_OF_REACH])));
}

/** The places as `Place` in `shaders/population-follow.wgsl`; at least one, as an empty buffer cannot be bound. */
function placesWith(
  { targets, elsewhere = [], level = [] }: PopulationTask,
  limits: readonly number[],
): Float32Array<ArrayBuffer> {
  const numbers = [...targets, ...elsewhere, ...level].flatMap((place, i) => [...inPlane(place), limits[i] ?? 0]);
  return Float32Array.from(numbers.length > 0 ? numbers : [0, 0, 0]);
}

const inPlane = ([x, y = 0]: Point): [number, number] => [x, y];

/** The struct `Cells`; of none, all is 0. */
function cellsOf([x, y]: readonly Bins[] = []): ArrayBuffer {
  return packStruct(shaders.cells, 'Cells', {
    low_x: x?.low ?? 0,
    high_x: x?.high ?? 0,
    count_x: x?.count ?? 0,
    low_y: y?.low ?? 0,
    high_y: y?.high ?? 0,
    count_y: y?.count ?? 0,
    total: x ? (x.count + 2) * (y ? y.count + 2 : 1) : 0,
  });
}

/** The struct `Box`, and the coordinates of given points. */
function startsOf({ starts }: PopulationTask): { box: ArrayBuffer; points: Float32Array<ArrayBuffer> } {
  const isGiven = starts.sampling === 'points';
  const [x, y = { low: 0, high: 0 }] = isGiven ? [{ low: 0, high: 0 }] : starts.box;
  const [width, height = 1] = starts.sampling === 'grid' ? starts.size : [1];
  const span = ({ low, high }: Interval) => Math.fround(Math.fround(high) - Math.fround(low));
  const box = packStruct(shaders.starts, 'Box', {
    sampling: ['random', 'grid', 'points'].indexOf(starts.sampling),
    variables: variablesOf({ starts }),
    seed: starts.sampling === 'random' ? starts.seed : 0,
    zero: 0,
    low_x: x.low,
    span_x: span(x),
    size_x: width,
    low_y: y.low,
    span_y: span(y),
    size_y: height,
  });
  return { box, points: Float32Array.from(isGiven ? starts.points.flat() : [0]) };
}
