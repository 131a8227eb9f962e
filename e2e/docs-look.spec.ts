import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { docsPages, settleExamples } from './docs-pages';

for (const path of docsPages) {
  test(`axe finds nothing wrong with ${path}, light and dark, wide and narrow, and it is no wider than the screen`, async ({
    page,
  }) => {
    // Every element of the page is computed twice.
    test.setTimeout(300_000);
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await settleExamples(page);
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length).toBeGreaterThan(15);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
        `${colorScheme} ${width}`,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 320, height: 900 });
    // Charts are drawn anew for the width.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
