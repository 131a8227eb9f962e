import { expect, test } from '@playwright/test';
import { settle } from 'descent-lab/testing';

test.beforeEach(({ page }) => page.goto('/course.html'));

test('the course page looks as it did', async ({ page }) => {
  const { elements } = await settle(page);
  expect(elements.map(({ tag, engine }) => `${tag} on ${engine?.kind}`)).toEqual([
    'gd-wide-minima on cpu',
    'gd-matrix-factorization on cpu',
  ]);
  await expect(page).toHaveScreenshot('course.png', { fullPage: true });
});

test('so does the step that it hides at first', async ({ page }) => {
  await page.locator('summary').click();
  // What has just been opened is drawn at its new width.
  await settle(page);
  await expect(page.locator('gd-matrix-factorization')).toHaveScreenshot('one-step.png');
});
