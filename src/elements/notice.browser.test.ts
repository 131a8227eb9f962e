import { afterEach, beforeAll, expect, test } from 'vitest';
import german from '../docs/examples/german.json';
import { setWords } from '../words/set-words';
import { inside, place } from './elements.fixtures';

// A page of its own, which never had WebGPU.
beforeAll(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined, configurable: true }));

afterEach(() => {
  document.body.replaceChildren();
  setWords();
});

test('why an engine was not taken is said in the page’s words, and again when these change', async () => {
  const element = place('gd-wide-minima', { engine: 'webgpu', starts: '50', iterations: '10', views: 'histogram' });
  await element.settled;
  const status = () => inside(element, '.status').textContent.trim();
  expect(status()).toBe('Computed on the CPU: this browser does not offer WebGPU (float64).');
  setWords(german);
  await element.updateComplete;
  const { notice, cpu, noWebGPU } = german.words.engine;
  expect(status()).toBe(`${notice.replace('{engine}', cpu).replace('{reasons}.', noWebGPU)} (float64).`);
  expect(element.notice).toContain(noWebGPU);
});
