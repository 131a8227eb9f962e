import { expect, test } from 'vitest';
import { keptLast } from './kept-last';

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
