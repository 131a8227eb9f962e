import { expect, test } from 'vitest';
import { sameOrigin } from './same-origin';

test('a worker’s script of this origin is started as it is, of another one by a script of the page’s own', () => {
  const own = new URL('assets/worker.js', location.href).href;
  expect(sameOrigin('./worker.js', own)).toBe(own);
  const other = 'https://cdn.example/assets/worker.js';
  const made = sameOrigin('./worker.js', other);
  expect(made).toMatch(/^blob:/);
  expect(sameOrigin(other, own)).toBe(made);
});

test('where a bundler leaves a place on its disk for “where this module is”, the script is beside the page', () => {
  expect(sameOrigin('/_next/static/media/worker.js', 'file:///project/chunk.js')).toBe(
    new URL('/_next/static/media/worker.js', location.href).href,
  );
});
