import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { settleAll, type Element } from './course-page';

const reveal = resolve(import.meta.dirname, '../node_modules/reveal.js/dist');

/** Five slides in a theme that is dark without saying so; the third one's element comes in as a fragment. */
const DECK = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A deck</title>
<link rel="stylesheet" href="/reveal/reveal.css">
<style>.reveal { background: #191919; color: #fff; font-size: 24px; text-align: center; } .reveal section { font-family: sans-serif; }</style>
<script type="module" src="/descent-lab.js"></script></head>
<body><div class="reveal"><div class="slides">
<section><h2>One weight</h2></section>
<section><gd-activations views="curve"></gd-activations></section>
<section><p>Which is the shortest?</p><div class="fragment"><gd-norms views="bars" controls="none"></gd-norms></div></section>
<section><gd-learning-rate views="descent"></gd-learning-rate></section>
<section><gd-box-constraint views="descent" controls="none"></gd-box-constraint></section>
</div></div>
<script type="module">
import Reveal from '/reveal/reveal.mjs';
window.deck = new Reveal({ width: 1280, height: 900, margin: 0, transition: 'none', hash: false });
await window.deck.initialize();
</script></body></html>`;

type Deck = { slide(index: number): void; getIndices(): { h: number }; getScale(): number; nextFragment(): void };
const deck = <Value>(page: Page, ask: (deck: Deck) => Value) =>
  page.evaluate(`(${String(ask)})(window.deck)`) as Promise<Value>;
const slideShown = (page: Page) => deck(page, (deck) => deck.getIndices().h);

async function openDeck(page: Page, scale: number): Promise<void> {
  await page.setViewportSize({ width: Math.round(1280 * scale), height: Math.round(900 * scale) });
  await page.route('**/slides.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: DECK }));
  await page.route('**/reveal/*', (route) =>
    route.fulfill({ path: join(reveal, new URL(route.request().url()).pathname.replace('/reveal/', '')) }),
  );
  await page.goto('/slides.html');
  await expect.poll(() => deck(page, (deck) => deck.getScale())).toBeCloseTo(scale, 2);
}

for (const scale of [0.56, 1.6]) {
  test(`in a deck of slides at ${scale} of its size every element is drawn in its size and readable, and follows the pointer`, async ({
    page,
  }) => {
    await openDeck(page, scale);
    expect(await settleAll(page)).toEqual(['done', 'done', 'done', 'done']);
    for (const [slide, tag] of [
      [1, 'gd-activations'],
      [2, 'gd-norms'],
      [3, 'gd-learning-rate'],
      [4, 'gd-box-constraint'],
    ] as const) {
      await page.evaluate(`window.deck.slide(${slide})`);
      if (tag === 'gd-norms') {
        await expect(page.locator(tag)).toBeHidden();
        await deck(page, (deck) => deck.nextFragment());
      }
      const element = page.locator(tag);
      await expect(element).toBeVisible();
      const { width, chart, scheme, text, covered } = await element.evaluate((one) => {
        const inside = (selector: string) => one.shadowRoot!.querySelector<HTMLElement>(selector)!;
        const bar = inside('.bar')?.getBoundingClientRect().top ?? Infinity;
        return {
          width: one.getBoundingClientRect().width / (one as HTMLElement).offsetWidth,
          chart: inside('.chart > *').getBoundingClientRect().width / inside('.chart').getBoundingClientRect().width,
          scheme: getComputedStyle(inside('.base')).colorScheme,
          text: getComputedStyle(inside('.chart text')).fill,
          // What sticks to the window's edge would lie over the picture here.
          covered: inside('.views').getBoundingClientRect().bottom > bar,
        };
      });
      expect(width).toBeCloseTo(scale, 2);
      expect(chart, tag).toBeCloseTo(1, 1);
      expect({ scheme, text, covered }, tag).toEqual({
        covered: false,
        scheme: 'dark',
        text: expect.stringMatching(/^color\(srgb 1 1 1 /),
      });
    }
    await page.evaluate('window.deck.slide(1)');
    const hit = page.locator('gd-activations .gd-hit').first();
    const { x: left, y: top, width, height } = (await hit.boundingBox())!;
    await page.mouse.click(left + 0.75 * width, top + 0.5 * height);
    const x = () => page.locator('gd-activations').evaluate((one) => (one as Element & { x: number }).x);
    // Three quarters of an axis from -7 to 7.
    await expect.poll(async () => Math.abs((await x()) - 3.5)).toBeLessThan(0.1);
  });
}

test('keys that an element in a slide uses do not turn the slide, and others do', async ({ page }) => {
  await openDeck(page, 1);
  await page.evaluate('window.deck.slide(3)');
  expect(await settleAll(page)).toEqual(['done', 'done', 'done', 'done']);
  const slider = page.locator('gd-learning-rate input[type=range]').first();
  const before = await slider.inputValue();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).not.toBe(before);
  expect(await slideShown(page)).toBe(3);
  // An f or o in a text field is a letter, and no full screen or overview.
  const field = page.locator('gd-learning-rate input[type=text]').first();
  await field.fill('');
  await field.pressSequentially('fo');
  await expect(field).toHaveValue('fo');
  expect(await page.evaluate(() => [document.fullscreenElement, document.querySelector('.reveal.overview')])).toEqual([
    null,
    null,
  ]);
  // A button that stands alone does nothing with an arrow key; a slider nothing with an n, by which a deck goes on.
  await page.locator('gd-learning-rate').getByRole('button', { name: 'Reset' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await slideShown(page)).toBe(4);
  await page.evaluate('window.deck.slide(3)');
  await slider.focus();
  await page.keyboard.press('n');
  expect(await slideShown(page)).toBe(4);
});
