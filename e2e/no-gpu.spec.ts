import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';

test('without an adapter the page computes on the CPU and says why', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?engine=webgpu&views=histogram');
  const result = await settledResult(page);
  expect(result.engine.kind).toBe('cpu');
  expect(result.runs[1].converged[1]).toBe(10_000);
  await expect(page.locator('#experiment .status')).toContainText(/Computed on the CPU: .*adapter/);
});

test('without navigator.gpu the page computes on the CPU and says why', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }));
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('/experiments/wide-minima.html?engine=webgpu&views=histogram');
  const result = await settledResult(page);
  expect(result.engine.kind).toBe('cpu');
  await expect(page.locator('#experiment .status')).toContainText(
    /Computed on the CPU: this browser does not offer WebGPU/,
  );
  expect(loaded.filter((url) => /webgpu/i.test(url.split('?')[0]))).toEqual([]);
});
