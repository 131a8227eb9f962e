import { expect, test } from '@playwright/test';
import { axe } from './axe';
import { settledResult } from './course-page';

test('axe finds nothing wrong with an element that refuses a value', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?starts=many');
  await expect(page.locator('#experiment .control.starts [role=alert]')).toBeVisible();
  expect((await axe(page)).violations).toEqual([]);
});

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const) {
  test(`axe finds nothing wrong with a step of the path, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/experiments/norms.html');
    await settledResult(page, 'gd-norms');
    await page.getByRole('link', { name: '4 Why weights' }).click();
    await expect(page.locator('.caption')).toBeFocused();
    await settledResult(page, 'gd-norms');
    const { violations, passes } = await axe(page);
    expect(passes).toBeGreaterThan(20);
    expect(violations).toEqual([]);
  });
}
