/** Any typed array. */
type Numbers = Float64Array;

/** From this size on an array is sent to a worker once, and not with every job: a task has several, and there may be a hundred jobs. */
const LARGE_BYTES = 2 ** 16;
/** What is copied within a few milliseconds. */
export const PIECE_BYTES = 2 ** 20;

/** A large array of a task, and where in the task it stands. */
interface Large {
  path: string[];
  numbers: Numbers;
}

/** A part of a large array, from element `at` on, on its way to a worker. */
export interface Piece {
  path: string[];
  length: number;
  at: number;
  numbers: Numbers;
}

/** A task parted into what goes along with each job and the large arrays, which would hold up the page each time. */
export interface Packed {
  /** The task without its large arrays; the task itself if it has none. */
  light: unknown;
  /** Each copies a piece of a large array, to be moved to a worker. */
  pieces: (() => Piece)[];
}

/** Takes the large arrays out of a task. */
export function pack(task: unknown): Packed {
  const found: Large[] = [];
  const light = without(task, [], found);
  const pieces = found.flatMap(({ path, numbers }) => {
    const step = PIECE_BYTES / numbers.BYTES_PER_ELEMENT;
    return Array.from({ length: Math.ceil(numbers.length / step) }, (_, i) => () => ({
      path,
      length: numbers.length,
      at: i * step,
      numbers: numbers.slice(i * step, (i + 1) * step),
    }));
  });
  return { light: pieces.length > 0 ? light : task, pieces };
}

function without(value: unknown, path: string[], found: Large[]): unknown {
  if (ArrayBuffer.isView(value)) {
    if (value.byteLength < LARGE_BYTES) return value;
    found.push({ path, numbers: value as Numbers });
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner, [...path, key], found)]));
}

/** A worker's large arrays of one task. */
export class LargeArrays {
  readonly #arrays: Large[] = [];

  /** Pieces come one after the other. */
  add({ path, length, at, numbers }: Piece): void {
    if (at === 0) this.#arrays.push({ path, numbers: new (numbers.constructor as Float64ArrayConstructor)(length) });
    this.#arrays.at(-1)!.numbers.set(numbers, at);
  }

  /** Puts the arrays where they belong in a task that came without. */
  putInto(task: unknown): void {
    for (const { path, numbers } of this.#arrays) {
      const holder = path
        .slice(0, -1)
        .reduce((inner, key) => inner[key] as Record<string, unknown>, task as Record<string, unknown>);
      holder[path.at(-1)!] = numbers;
    }
  }
}
