import { afterEach, expect, test, vi } from 'vitest';
import { place } from './elements.fixtures';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('an attribute that is nearly one of the element’s is told on the console, and no other', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await place('gd-learning-rate', {
    'lerning-rates': '0.3',
    learningrates: '2',
    views: 'descent',
    class: 'wide',
    'data-x': '1',
  }).settled;
  expect(warn.mock.calls.flat()).toEqual([
    '<gd-learning-rate> has no attribute lerning-rates: did you mean learning-rates?',
    '<gd-learning-rate> has no attribute learningrates: did you mean learning-rates?',
  ]);
});
