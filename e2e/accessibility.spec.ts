import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing wrong with the lab, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await settledResult(page);
      await settledResult(page, 'gd-conv1d');
      await page.locator('gd-matrix-factorization').scrollIntoViewIfNeeded();
      await settledResult(page, 'gd-matrix-factorization');
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length).toBeGreaterThan(20);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
      ).toEqual([]);
    });
  }
}

test('axe finds nothing wrong with an element that refuses a value', async ({ page }) => {
  await page.goto('/?wide-minima.starts=many');
  await expect(page.locator('gd-wide-minima [role=alert]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
