import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { settleAll } from './course-page';
import { openDetails, sitePages, troublesOf } from './docs-pages';

/** Looks at contrast alone, which depends on colours and widths, and takes axe by far the most time. */
const CONTRAST = ['color-contrast', 'scrollable-region-focusable'];

/** All rules but that of contrast where none are named. Contrast is looked at in the page and in one element of each kind: others wear the same style sheets. */
async function expectNoViolations(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (rules) {
    axe.withRules(rules);
    if (await page.locator('#experiment').count()) axe.exclude('.stage');
  } else axe.disableRules('color-contrast');
  const { violations, passes } = await axe.analyze();
  expect(passes.length).toBeGreaterThan(rules ? 0 : 15);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`)).toEqual(
    [],
  );
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

for (const path of sitePages) {
  test(`${path}: every element runs to its end, axe finds nothing wrong, light and wide, dark and narrow, and it is no wider than the screen`, async ({
    page,
  }) => {
    const troubles = troublesOf(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    await openDetails(page);
    const outcomes = await settleAll(page);
    if (path.startsWith('/experiments/')) {
      expect(outcomes.length).toBeGreaterThanOrEqual(6);
      expect(outcomes).toEqual(outcomes.map(() => 'done'));
      // Scripts of examples write down what they found.
      for (const paragraph of await page.locator('.stage > p').all()) await expect(paragraph).toHaveText(/\d/);
      for (const stage of await page.locator('.stage').all())
        await expect(stage.locator('.chart > *').first()).toBeAttached();
    }
    await expectNoViolations(page);
    expect(await widthOf(page)).toBeLessThanOrEqual(1280);

    await page.emulateMedia({ colorScheme: 'dark' });
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      // Charts are drawn anew for the width.
      await expect.poll(() => widthOf(page)).toBeLessThanOrEqual(width);
      if (width === 390) await settleAll(page).then(() => expectNoViolations(page, CONTRAST));
    }
    expect(troubles).toEqual([]);
  });
}
