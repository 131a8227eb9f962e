import { expect } from 'vitest';

/** What every method of an engine does while it computes for long. For the engines' tests. */
export function expectFullProgress(fractions: readonly number[]): void {
  expect(fractions.every((fraction, i) => fraction >= (fractions[i - 1] ?? 0))).toBe(true);
  expect(fractions.at(-1)).toBe(1);
}

/** @param runs a long one, which is stopped on its way, and some that find the signal aborted */
export async function expectToStop(...[long, ...late]: ((signal: AbortSignal) => Promise<unknown>)[]): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const stopped = long(signal);
  setTimeout(() => controller.abort(new Error('no longer wanted')), 200);
  await expect(stopped).rejects.toThrow('no longer wanted');
  for (const run of late) await expect(run(signal)).rejects.toThrow('no longer wanted');
}
