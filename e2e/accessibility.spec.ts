import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';
import { tags } from './elements';

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`axe finds nothing wrong with the lab, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    for (const tag of tags) await settledResult(page, tag);
    const { violations, passes } = await new AxeBuilder({ page }).analyze();
    expect(passes.length).toBeGreaterThan(20);
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`),
    ).toEqual([]);
  });
}

test('axe finds nothing wrong with an element that refuses a value', async ({ page }) => {
  await page.goto('/?wide-minima.starts=many');
  await expect(page.locator('gd-wide-minima .control.starts [role=alert]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
