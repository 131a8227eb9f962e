import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult } from './course-page';
import { settleExamples } from './docs-pages';

/** What a rule can change, of what a test can read. */
const LOOKS = [
  'color',
  'background-color',
  'fill',
  'stroke',
  'outline-color',
  'accent-color',
  'box-shadow',
  'border-block-start-color',
  'border-block-start-width',
  'border-start-start-radius',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'padding-block-start',
  'row-gap',
  'order',
  'display',
  'position',
  'justify-content',
];
const PINK = 'rgb(216, 27, 96)';

/** A second of a tone: a sound, so that the element offers to play it. */
function tone(): Buffer {
  const rate = 8000;
  const file = Buffer.alloc(44 + rate * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + rate * 2, 4);
  file.write('WAVEfmt ', 8);
  for (const [value, size, at] of [
    [16, 4, 16],
    [1, 2, 20],
    [1, 2, 22],
    [rate, 4, 24],
    [rate * 2, 4, 28],
    [2, 2, 32],
    [16, 2, 34],
  ])
    file.writeUIntLE(value, at, size);
  file.write('data', 36);
  file.writeUInt32LE(rate * 2, 40);
  for (let i = 0; i < rate; i++) file.writeInt16LE(Math.round(10_000 * Math.sin(i / 5)), 44 + 2 * i);
  return file;
}

test('every documented part and custom property has an effect: each rule on the page is tried', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/docs/theming.html');
  await settleExamples(page);
  const conv1d = page.locator('gd-conv1d');
  await conv1d.locator('input[type=file]').setInputFiles({ name: 'tone.wav', mimeType: 'audio/wav', buffer: tone() });
  await expect
    .poll(() => conv1d.evaluate((element) => (element as HTMLElement & { signal: string }).signal))
    .toBe('data');
  await settleExamples(page);
  await expect(conv1d.locator('.player')).toBeVisible();
  const outcomes = await page.evaluate(
    ([looks, pink]) => {
      // Each node of an element's shadow tree, with what can be read of its look.
      const read = (tag: string) =>
        Array.from(document.querySelectorAll(tag), (element) =>
          Array.from(element.shadowRoot!.querySelectorAll('*'), (node) => {
            const style = getComputedStyle(node);
            return looks.map((name) => style.getPropertyValue(name));
          }),
        ).flat();
      const before = new Map<string, string[][]>();
      for (const { localName } of document.querySelectorAll('.stage > *'))
        if (!before.has(localName)) before.set(localName, read(localName));
      return Array.from(document.querySelectorAll('code.rule'), (rule) => {
        const text = rule.textContent!;
        const button = rule.nextElementSibling as HTMLButtonElement;
        const tag = /^gd-[\w-]+?(?=::| \{)/.exec(text)![0];
        const old = before.get(tag)!;
        button.click();
        const changed = read(tag).flatMap((values, i) => values.filter((value, k) => value !== old[i][k]));
        button.click();
        return { text, changes: changed.length, pink: changed.some((value) => value.includes(pink)) };
      });
    },
    [LOOKS, PINK] as const,
  );
  expect(outcomes.length).toBeGreaterThan(60);
  // Charts ask for their height when they are drawn; another test looks at one.
  const unseen = outcomes.filter(({ text, changes }) => changes === 0 && !text.includes('--gd-chart-height'));
  expect(unseen.map(({ text }) => text)).toEqual([]);
  // A colour is seen as it was set; only those of tables are mixed with their neighbours.
  const colours = outcomes.filter(({ text }) => /--gd-.*#d81b60/.test(text) && !text.includes('--gd-scale'));
  expect(colours.length).toBeGreaterThan(30);
  expect(colours.filter(({ pink }) => !pink).map(({ text }) => text)).toEqual([]);
});

test('the parts that elements have are those that are documented', async ({ page }) => {
  await page.goto('/docs/theming.html');
  await settleExamples(page);
  const documented = await page.locator('[id^=part-]').allInnerTexts();
  const there = await page.evaluate(() => {
    const names = Array.from(document.querySelectorAll('.stage > *'), (element) =>
      Array.from(element.shadowRoot!.querySelectorAll('[part]'), (node) => [...node.part]).flat(),
    ).flat();
    return [...new Set(names)];
  });
  expect(there.filter((name) => !documented.includes(name))).toEqual([]);
  // Those that have an example are on the page, but for the buttons that play a sound, which come with one.
  const boxes = await page.locator('tr:has(.rule) [id^=part-]').allInnerTexts();
  expect(boxes.length).toBeGreaterThan(10);
  expect(boxes.filter((name) => !there.includes(name))).toEqual(['player']);
});

test('a page caps the height of charts', async ({ page }) => {
  const element = '<gd-wide-minima engine="cpu" starts="200" iterations="50" views="outcomes"></gd-wide-minima>';
  const heightOf = () => page.locator('gd-wide-minima .chart').evaluate((chart) => chart.clientHeight);
  await openCoursePage(page, element);
  await settledResult(page);
  const usual = await heightOf();
  await openCoursePage(page, element, '<style>gd-wide-minima { --gd-chart-height: 100px }</style>');
  await settledResult(page);
  expect(await heightOf()).toBeLessThan(usual - 80);
});
