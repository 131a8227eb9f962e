import { expect, test } from 'vitest';
import { setWords } from './set-words';
import { defineWords } from './words';

test('a mistake in a section that is loaded later is told then, and that section speaks English', async () => {
  const told = new Promise((resolve) => process.once('uncaughtException', resolve));
  const others = process.listeners('uncaughtException').slice(0, -1);
  for (const other of others) process.off('uncaughtException', other);
  setWords({ words: { series: { span: '{anzahl} Werte' }, taps: { weight: 'Gewicht {weight}' } } });
  const say = defineWords('series', { span: '{number} samples' });
  expect(say('span', { number: 5 })).toBe('5 samples');
  expect(String(await told)).toContain('the text "series.span" has {anzahl}');
  for (const other of others) process.on('uncaughtException', other);
  expect(defineWords('taps', { weight: 'weight {weight}' })('weight', { weight: 2 }), 'other sections keep theirs').toBe('Gewicht 2');
});
