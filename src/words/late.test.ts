import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SECTIONS } from '../generated/sections';

let setWords: typeof import('./set-words').setWords;
let defineWords: typeof import('./words').defineWords;

// A page on which no section is loaded yet; what these tests load is for no other.
beforeEach(async () => {
  vi.resetModules();
  ({ setWords } = await import('./set-words'));
  ({ defineWords } = await import('./words'));
});

afterEach(() => void vi.resetModules());

test('a section that is loaded after the table was set takes its texts from there', () => {
  setWords({ words: { valley: { start: 'Anfang' } } });
  const say = defineWords('valley', { start: 'start', end: 'end' });
  expect([say('start'), say('end')]).toEqual(['Anfang', 'end']);
});

test('a section that is loaded in parts is checked as far as it is there, and in full at last', () => {
  const part = Object.fromEntries(Array.from({ length: SECTIONS.basins - 1 }, (_, i) => [`text${i}`, 'text']));
  defineWords('basins', part);
  setWords({ words: { basins: { text0: 'Text', last: 'Schluss' } } });
  expect(() => setWords({ words: { basins: { text0: '{too} much' } } })).toThrow('has {too}');
  const say = defineWords('basins', { last: 'end' });
  expect(say('last')).toBe('Schluss');
  expect(() => setWords({ words: { basins: { none: 'nichts' } } })).toThrow('there is no text "basins.none"');
});

test('a mistake in a section that is loaded later is told then, and that section speaks English', async () => {
  const others = process.listeners('uncaughtException');
  const told: string[] = [];
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => told.push(error.message));
  try {
    setWords({ words: { series: { span: '{anzahl} Werte' }, taps: { weight: 'Gewicht {weight}' } } });
    const say = defineWords('series', { span: '{number} samples' });
    expect(say('span', { number: 5 })).toBe('5 samples');
    await new Promise(setImmediate);
  } finally {
    process.removeAllListeners('uncaughtException');
    for (const other of others) process.on('uncaughtException', other);
  }
  expect(told).toEqual(['the text "series.span" has {anzahl}, which there is not (there are {number})']);
  expect(
    defineWords('taps', { weight: 'weight {weight}' })('weight', { weight: 2 }),
    'other sections keep theirs',
  ).toBe('Gewicht 2');
});

test('words that are set in one copy of the module are those of every copy: a page may have loaded two', async () => {
  const first = defineWords('valley', { start: 'start' });
  vi.resetModules();
  const second = await import('./set-words');
  second.setWords({ words: { valley: { start: 'Anfang' } } });
  expect(first('start')).toBe('Anfang');
  expect(() => second.setWords({ words: { valley: { start: '{too} much' } } })).toThrow('has {too}');
  expect(first('start')).toBe('Anfang');
  second.setWords();
});
