import { afterEach, beforeAll, expect, test } from 'vitest';
import '../define';
import { setWords } from '../index';
import german from '../docs/examples/german.json';
import type { GdWideMinima } from './gd-wide-minima';

// A page of its own, which never had WebGPU.
beforeAll(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined, configurable: true }));

afterEach(() => {
  document.body.replaceChildren();
  setWords();
});

test('why an engine was not taken is said in the page’s words, and again when these change', async () => {
  const element = document.createElement('gd-wide-minima') as GdWideMinima;
  Object.assign(element, { engine: 'webgpu', starts: 50, iterations: 10, views: ['histogram'] });
  document.body.append(element);
  await element.settled;
  const status = () => element.shadowRoot!.querySelector('.status')!.textContent!.trim();
  expect(status()).toBe('Computed on the CPU: this browser does not offer WebGPU (float64).');
  setWords(german);
  await element.updateComplete;
  expect(status()).toBe(
    `${german.words.engine.notice.replace('{engine}', german.words.engine.cpu).replace('{reasons}.', german.words.engine.noWebGPU)} (float64).`,
  );
  expect(element.notice).toContain(german.words.engine.noWebGPU);
});
