import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openDetails, settleExamples, sitePages } from './docs-pages';

const folder = join(import.meta.dirname, '../src/docs/examples');
const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

test('the code that a page shows is the code that runs', async ({ page }) => {
  let examples = 0;
  await page.goto('/docs/index.html');
  for (const path of sitePages) {
    const pairs = await page.evaluate(async (address) => {
      // As it was served: running changes what stands on the page.
      const served = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      return Array.from(served.querySelectorAll('.example'), (example) => {
        const template = document.createElement('template');
        template.innerHTML = example.querySelector('.code code')!.textContent;
        return [example.querySelector('.stage')!.innerHTML, template.innerHTML];
      });
    }, path);
    for (const [runs, shown] of pairs) expect(runs, path).toBe(shown);
    examples += pairs.length;
  }
  expect(examples).toBeGreaterThan(12);
});

test('every program is shown on a page, as it stands in its file', async ({ page }) => {
  const shown = new Set<string>();
  for (const path of sitePages) {
    await page.goto(path);
    for (const text of await page.locator('.code code').allTextContents()) shown.add(text);
  }
  expect(programs.length).toBeGreaterThan(8);
  expect(programs.filter((file) => !shown.has(readFileSync(join(folder, file), 'utf8').trim()))).toEqual([]);
});

test('a button beside each piece of code copies it, all of its lines', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/experiments/conv1d.html');
  await openDetails(page);
  const boxes = page.locator('.code');
  expect(await boxes.locator('code').filter({ hasText: /.\n./ }).count()).toBeGreaterThan(1);
  for (const box of await boxes.all()) {
    // One of them is filled when somebody comes near it.
    await box.scrollIntoViewIfNeeded();
    await expect(box.locator('code')).not.toBeEmpty();
    await box.getByRole('button', { name: 'Copy' }).click();
    await expect(box.getByRole('button')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await box.locator('code').textContent());
  }
});

test('the page on numbers compares both engines when it is asked to', async ({ page }) => {
  await page.goto('/docs/numbers.html');
  await page.getByRole('button', { name: 'Compare the engines' }).click();
  await expect(page.locator('#compared')).toContainText('webgpu against cpu, 2000 runs each. At rate 0.01,');
  const found = Array.from(
    (await page.locator('#compared').innerText()).matchAll(/rate ([\d.]+), (\d+) outcomes differ, and (\d+) last/g),
    (match) => match.slice(1).map(Number),
  );
  const [slow, chaotic, fast] = found;
  // In the reach of a stable minimum the formats agree but for a start on the border; in chaos only outcomes do.
  for (const [, outcomes, places] of [slow, fast]) expect(outcomes + places).toBeLessThanOrEqual(2);
  expect(chaotic[1]).toBeLessThan(20);
  expect(chaotic[2]).toBeGreaterThan(100);
  expect(await settleExamples(page)).toEqual(['done', 'done']);
});
