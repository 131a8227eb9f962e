import { expect, test } from 'vitest';
import { keptLast, keptResult } from './kept-last';

test('what was made last for an owner is made again only when the key changes', () => {
  const kept = keptLast<object, number>();
  const [one, other] = [{}, {}];
  let made = 0;
  const make = () => ++made;
  expect(kept(one, 'a', make)).toBe(1);
  expect(kept(one, 'a', make)).toBe(1);
  expect(kept(other, 'a', make)).toBe(2);
  expect(kept(one, 'b', make)).toBe(3);
  expect(kept(one, 'a', make)).toBe(4);
  expect(kept(other, 'a', make)).toBe(2);
});

test('what cannot be made leaves what was made last', () => {
  const kept = keptLast<object, number>();
  const owner = {};
  kept(owner, 'a', () => 1);
  const fail = () => {
    throw new Error('no');
  };
  expect(() => kept(owner, 'b', fail)).toThrow('no');
  expect(kept(owner, 'a', () => 2)).toBe(1);
});

test('a result is kept once it is there, and asked for again if it did not come', async () => {
  const kept = keptResult<object, number>();
  const owner = {};
  await expect(kept(owner, 'a', () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled');
  expect(await kept(owner, 'a', async () => 1)).toBe(1);
  expect(await kept(owner, 'a', async () => 2)).toBe(1);
  expect(await kept(owner, 'b', async () => 3)).toBe(3);
});
