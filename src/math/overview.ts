import { inChunks, type SliceOptions } from './in-slices';

/** Values in a row that are known by their least and their greatest. */
const GROUP = 256;

/**
 * What is known of many values without looking at them again: enough to draw millions of them at every frame of an
 * animation. Values are not to be changed once they were looked at.
 */
export class Overview {
  /** The least and the greatest finite value; Infinity and -Infinity where there is none. */
  low = Infinity;
  high = -Infinity;
  /** Whether all of them are finite numbers. */
  isFinite = true;
  /** The least and the greatest finite value of each group. */
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;

  constructor(private readonly values: ArrayLike<number>) {
    const groups = Math.ceil(values.length / GROUP);
    this.lows = new Float64Array(groups).fill(Infinity);
    this.highs = new Float64Array(groups).fill(-Infinity);
  }

  /** Looks at the groups from `first` up to but not including `end`. */
  take(first: number, end: number): void {
    for (let group = first; group < end; group++) {
      const from = group * GROUP;
      const to = Math.min(this.values.length, from + GROUP);
      const [low, high] = this.scan(from, to);
      this.lows[group] = low;
      this.highs[group] = high;
      this.low = Math.min(this.low, low);
      this.high = Math.max(this.high, high);
    }
  }

  /** The least and the greatest finite value from `from` up to but not including `to`. */
  within(from: number, to: number): [low: number, high: number] {
    const first = Math.ceil(from / GROUP);
    const end = Math.floor(to / GROUP);
    if (first >= end) return this.scan(from, to);
    let [low, high] = this.scan(from, first * GROUP);
    const [lowAfter, highAfter] = this.scan(end * GROUP, to);
    low = Math.min(low, lowAfter);
    high = Math.max(high, highAfter);
    for (let group = first; group < end; group++) {
      if (this.lows[group] < low) low = this.lows[group];
      if (this.highs[group] > high) high = this.highs[group];
    }
    return [low, high];
  }

  private scan(from: number, to: number): [low: number, high: number] {
    const { values } = this;
    let [low, high] = [Infinity, -Infinity];
    for (let i = from; i < to; i++) {
      const value = values[i];
      if (!(Math.abs(value) < Infinity)) {
        this.isFinite = false;
        continue;
      }
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return [low, high];
  }
}

const known = new WeakMap<object, Overview>();

/** The overview of some values; what was not prepared is looked at now. */
export function overviewOf(values: ArrayLike<number>): Overview {
  let overview = known.get(values);
  if (!overview) {
    overview = new Overview(values);
    overview.take(0, groupsOf(values));
    known.set(values, overview);
  }
  return overview;
}

/** Makes the overview of many values, and lets the page live meanwhile. */
export async function prepareOverview(values: ArrayLike<number>, options?: SliceOptions): Promise<void> {
  if (known.has(values)) return;
  const overview = new Overview(values);
  await inChunks(groupsOf(values), (first, end) => overview.take(first, end), options, CHUNK_GROUPS);
  known.set(values, overview);
}

const CHUNK_GROUPS = 64;

function groupsOf(values: ArrayLike<number>): number {
  return Math.ceil(values.length / GROUP);
}
