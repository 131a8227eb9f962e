import { expect, test, type Page } from '@playwright/test';
import { axe } from './axe';
import { settleAll } from './course-page';
import { openDetails, sitePages, troublesOf } from './docs-pages';
import { expectMembersAndEvents, expectReference } from './docs-reference';

/** What wears the same style sheets as something else on the page: the element's other examples, formulas, further rows of tables. */
const ALIKE = ['math', 'tr:nth-child(n + 5)'];

async function expectNoViolations(page: Page): Promise<void> {
  const { violations, passes } = await axe(page, 'structure');
  expect(passes).toBeGreaterThan(15);
  expect(violations).toEqual([]);
}

/** Contrast is looked at in the page and in one element of each kind. */
async function expectContrast(page: Page, tag?: string): Promise<void> {
  const exclude = tag ? [`${tag}:not(#experiment)`, ...ALIKE] : ALIKE;
  const present = await page.evaluate((all) => all.filter((selector) => document.querySelector(selector)), exclude);
  const { violations, passes } = await axe(page, 'looks', present);
  expect(passes).toBeGreaterThan(0);
  expect(violations).toEqual([]);
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

for (const path of sitePages) {
  const [, name] = /^\/experiments\/(.*)\.html$/.exec(path) ?? [];
  const tag = name && `gd-${name}`;
  test(`${path}: every element runs to its end${tag ? ' and is what its reference says' : ''}, axe finds nothing wrong, light and dark, and it is no wider than the screen`, async ({
    page,
  }) => {
    const troubles = troublesOf(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await openDetails(page);
    const outcomes = await settleAll(page);
    if (tag) {
      expect(outcomes.length).toBeGreaterThanOrEqual(6);
      expect(outcomes).toEqual(outcomes.map(() => 'done'));
      // Scripts of examples write down what they found.
      for (const paragraph of await page.locator('.stage > p').all()) await expect(paragraph).toHaveText(/\d/);
      for (const stage of await page.locator('.stage').all())
        await expect(stage.locator('.chart > *').first()).toBeAttached();
      await expectReference(page, tag);
    }
    await expectNoViolations(page);
    expect(await widthOf(page)).toBeLessThanOrEqual(1280);

    // In other colours pictures are what they were; in another width many are computed anew, which is tested elsewhere.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page, tag);
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      // Charts are drawn anew for the width.
      await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(width);
    }
    expect(troubles).toEqual([]);
    if (tag) await expectMembersAndEvents(page);
  });
}
