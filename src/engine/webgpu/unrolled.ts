import type { Part } from './program';

/** Repeats each line with `[EACH]` for each index of the arrays in it. Lines keep their numbers, as messages name them. */
export function unrolled({ name, source }: Part, count: number): Part {
  const ofEach = (line: string) =>
    Array.from({ length: count }, (_, i) => line.replaceAll('[EACH]', `[${i}]`)).join('');
  return { name, source: source.replace(/^.*\[EACH\].*$/gm, ofEach) };
}
