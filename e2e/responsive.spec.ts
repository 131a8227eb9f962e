import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult, type Element } from './course-page';

for (const engine of ['webgpu', 'cpu']) {
  test(`with 4 million starts on the ${engine} engine the page answers input, shows progress, and cancels`, async ({
    page,
  }) => {
    await openCoursePage(
      page,
      `<gd-wide-minima engine="${engine}" starts="4194304" iterations="1000" learning-rates="0.001 0.002 0.003" views="histogram"></gd-wide-minima>`,
    );
    await expect(page.locator('gd-wide-minima')).toHaveJSProperty('state', 'running');
    await expect(page.locator('gd-wide-minima progress')).toBeVisible();
    // Every key pressed while it computes is handled while it still computes; the benchmark measures how soon.
    await page.evaluate(() => {
      const handled: string[] = [];
      Object.assign(window, { handled });
      addEventListener('keydown', () =>
        requestAnimationFrame(() => handled.push(document.querySelector<Element>('gd-wide-minima')!.state)),
      );
    });
    for (let i = 0; i < 20; i++) await page.keyboard.press('Shift');
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { handled: string[] }).handled))
      .toEqual(Array(20).fill('running'));
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector<Element & { progress: number }>('gd-wide-minima')!.progress),
      )
      .toBeGreaterThan(0);
    await expect(page.locator('gd-wide-minima')).toHaveJSProperty('state', 'running');
    await page.locator('gd-wide-minima').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.locator('gd-wide-minima')).toHaveJSProperty('state', 'idle');
  });
}

test('a million starts are computed to the end', async ({ page }) => {
  await openCoursePage(
    page,
    `<gd-wide-minima engine="webgpu" sampling="grid" starts="1048576" iterations="300" views="histogram"></gd-wide-minima>`,
  );
  const result = await settledResult(page);
  expect(result.engine.kind).toBe('webgpu');
  expect(result.runs.map((run) => run.converged[0] + run.converged[1] + run.bounded + run.diverged)).toEqual([
    1048576, 1048576, 1048576,
  ]);
});
