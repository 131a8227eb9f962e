import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';

// Run in Firefox and WebKit, which compute on the CPU: `GD_OTHER_BROWSERS=1 npm run test:pages -- other-browsers`.
test('the lab computes on the CPU, and nothing is written to the console', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto('/experiments/wide-minima.html?engine=cpu');
  const { engine, runs } = await settledResult(page);
  expect(engine.kind).toBe('cpu');
  // Of 10,000 random starts: at the middle rate all end in the wide minimum, at the highest none stays.
  expect(runs[1].converged).toEqual([0, 10_000]);
  expect(runs[2].diverged).toBe(10_000);
  await page.goto('/experiments/conv1d.html?engine=cpu');
  const { losses } = await settledResult(page, 'gd-conv1d');
  expect(losses[100]).toBeLessThan(losses[0] / 2);
  await page.goto('/experiments/matrix-factorization.html?engine=cpu');
  expect(await settledResult(page, 'gd-matrix-factorization')).toMatchObject({ users: 2, items: 2 });
  expect(said).toEqual([]);
});
