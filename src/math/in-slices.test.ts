import { expect, test } from 'vitest';
import { inChunks, inSteps } from './in-slices';

/** Holds up the page for so long. */
function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** How often the page lives until a promise is settled. */
async function livesDuring(promise: Promise<unknown>): Promise<number> {
  let lives = 0;
  const timer = setInterval(() => lives++, 0);
  await promise.finally(() => clearInterval(timer));
  return lives;
}

test('every number is worked through once and in order, and the page lives in between', async () => {
  const seen: number[] = [];
  const lives = await livesDuring(inChunks(10, (from, to) => (work(10), seen.push(from, to)), {}, 3));
  expect(seen).toEqual([0, 3, 3, 6, 6, 9, 9, 10]);
  expect(lives).toBeGreaterThan(0);
});

test('many short works in a row do not add up to a long one', async () => {
  const several = async () => {
    for (let i = 0; i < 8; i++) await inChunks(2, () => work(4), {}, 1);
  };
  expect(await livesDuring(several())).toBeGreaterThan(1);
});

test('steps are taken to the last, and what they come to is handed on', async () => {
  function* steps() {
    for (let i = 0; i < 3; i++) {
      work(10);
      yield;
    }
    return 'done';
  }
  const promise = inSteps(steps());
  expect(await livesDuring(promise)).toBeGreaterThan(0);
  expect(await promise).toBe('done');
});

test('an abort ends the work after the slice, with its reason', async () => {
  const controller = new AbortController();
  let done = 0;
  const promise = inChunks(
    1000,
    () => (work(5), done++),
    { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) },
    1,
  );
  await expect(promise).rejects.toThrow('enough');
  expect(done).toBeLessThan(20);
});
