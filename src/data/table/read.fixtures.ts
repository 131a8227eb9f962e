import type { ReadOptions } from '../regression/content';
import { readRegression } from '../regression/read-regression';
import { readSignal } from '../signal/read-signal';

/** What is read of a text as examples; by default as points, with one feature. */
export const examples = (text: string, options: Partial<ReadOptions> = {}) =>
  readRegression([Object.assign(new Blob([text]), { name: 'p.txt' })], { mostRows: 100, mostFeatures: 1, ...options });

/** The points of a text, x and y. */
export async function points(text: string, options: Partial<ReadOptions> = {}): Promise<number[][]> {
  const { design, targets } = await examples(text, options);
  return [...targets].map((y, i) => [design.values[i], y]);
}

/** The samples of a text. */
export const samples = async (text: string) => [...(await readSignal(new Blob([text]), { most: 1000 })).samples];
