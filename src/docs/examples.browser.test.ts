import { afterEach, expect, test, vi } from 'vitest';

const programs = import.meta.glob<string>('./examples/*.ts', { query: '?raw', import: 'default', eager: true });
const run = import.meta.glob('./examples/*.ts');

/** What a program says that it prints: its comments `// → ...`. */
const statedBy = (text: string) => Array.from(text.matchAll(/^\s*\/\/ → (.*)$/gm), ([, line]) => line);

afterEach(() => vi.restoreAllMocks());

test('there are programs that state what they print', () => {
  expect(Object.values(programs).filter((text) => statedBy(text).length > 0).length).toBeGreaterThan(5);
});

// The others belong to an example on a page and run there.
for (const [file, text] of Object.entries(programs).filter(([, text]) => text.includes('console.log'))) {
  test(`${file} prints what it says`, async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    await run[file]();
    expect(log.mock.calls.map((values) => values.join(' '))).toEqual(statedBy(text));
  });
}
