import type { Program } from '../../../formula/program';
import { INFINITE, quantileOfBuckets, VALUE_BUCKETS } from '../../../math/value-buckets';
import { endingsOf } from '../../descend/endings';
import { countOf, placesOf, variablesOf, type PopulationResult, type PopulationTask } from '../../population';
import type { Plan } from '../plan';
import { addTally, createTally, type Tally } from './tally';

/** A task with programs of its objective, and what theory says of its places. */
export interface PreparedPopulation extends PopulationTask {
  gradient: Program;
  value?: Program;
  domain?: Program;
  hessian?: Program;
  limits: readonly number[];
}

/** What became of some runs in a row. */
export interface PopulationPart {
  tally: Tally;
  labels?: Uint16Array;
  times?: Float32Array;
  finals?: Float64Array;
  /** Runs x iterations asked for x variables, of those runs that are watched: not a number for the others. */
  frames?: Float64Array;
  /** Runs x iterations asked for: the buckets of their losses. */
  losses?: Uint16Array;
}

/** An item is a run: number n has learning rate number n / S and start number n mod S, of S starts. */
export const populationPlan: Plan<PreparedPopulation, PopulationPart, PopulationResult> = {
  kernel: 'population',
  items: (task) => task.learningRates.length * countOf(task),

  collect(task) {
    const { observe = {}, learningRates } = task;
    const items = populationPlan.items(task);
    const [variables, starts, rates] = [variablesOf(task), countOf(task), learningRates.length];
    const total = createTally(task, 0, rates);
    const labels = observe.map ? new Uint16Array(items) : undefined;
    const times = observe.map ? new Float32Array(items) : undefined;
    const finals = observe.finals ? new Float64Array(items * variables) : undefined;
    const frames = observe.frames && new Frames(observe.frames, rates, variables);
    const losses = observe.losses && new Losses(observe.losses, rates, starts);
    return {
      add(part, from) {
        addTally(total, part.tally);
        labels?.set(part.labels!, from);
        times?.set(part.times!, from);
        finals?.set(part.finals!, from * variables);
        frames?.add(part.frames!, from, starts);
        losses?.add(part.losses!, from);
      },
      result: (engine) => ({
        engine,
        endings: endingsOf(placesOf(task)),
        counts: total.counts,
        ...(labels && { labels, times }),
        ...(finals && { finals }),
        ...(total.histogram && { histogram: total.histogram }),
        ...(total.density && { density: total.density }),
        ...(frames && { frames: frames.numbers }),
        ...(losses && { losses: losses.quantiles() }),
      }),
    };
  },
};

/** Puts the frames together: rate, then iteration, then run. */
class Frames {
  readonly numbers: Float64Array;

  constructor(
    private readonly asked: { count: number; at: readonly number[] },
    rates: number,
    private readonly variables: number,
  ) {
    this.numbers = new Float64Array(rates * asked.at.length * asked.count * variables);
  }

  add(part: Float64Array, from: number, starts: number): void {
    const { variables, numbers } = this;
    const { count, at } = this.asked;
    const runs = part.length / at.length / variables;
    for (let run = 0; run < runs; run++) {
      const start = (from + run) % starts;
      const rate = Math.floor((from + run) / starts);
      for (let frame = 0; frame < at.length && start < count; frame++) {
        const place = (run * at.length + frame) * variables;
        numbers.set(part.subarray(place, place + variables), ((rate * at.length + frame) * count + start) * variables);
      }
    }
  }
}

/** Counts the buckets that losses fall in, by rate and iteration. */
class Losses {
  private readonly counts: Map<number, Uint32Array> = new Map();

  constructor(
    private readonly asked: { quantiles: readonly number[]; at: readonly number[] },
    private readonly rates: number,
    private readonly starts: number,
  ) {}

  add(part: Uint16Array, from: number): void {
    const moments = this.asked.at.length;
    for (let i = 0; i < part.length; i++) {
      const rate = Math.floor((from + Math.floor(i / moments)) / this.starts);
      this.row(rate * moments + (i % moments))[part[i]]++;
    }
  }

  quantiles(): Float64Array {
    const { at, quantiles } = this.asked;
    const found = new Float64Array(this.rates * at.length * quantiles.length);
    for (let row = 0; row < this.rates * at.length; row++) {
      const finite = this.row(row).subarray(0, INFINITE);
      quantiles.forEach((share, i) => {
        found[row * quantiles.length + i] = quantileOfBuckets(finite, this.starts, share);
      });
    }
    return found;
  }

  private row(number: number): Uint32Array {
    let row = this.counts.get(number);
    if (!row) this.counts.set(number, (row = new Uint32Array(VALUE_BUCKETS)));
    return row;
  }
}
