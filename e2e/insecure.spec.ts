import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';

test('on an insecure page the lab computes on the CPU and says why', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?engine=webgpu&views=histogram');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const result = await settledResult(page);
  expect(result.engine.kind).toBe('cpu');
  await expect(page.locator('#experiment .status')).toContainText(/Computed on the CPU: .*HTTPS/);
});
