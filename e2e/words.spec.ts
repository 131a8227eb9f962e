import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult } from './course-page';

const german = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../src/docs/examples/german.json'), 'utf8'),
) as object;

test('a course page puts its own language into the elements of the one script', async ({ page }) => {
  await page.route('**/german.json', (route) => route.fulfill({ json: german }));
  await page.route('**/german.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `import { setWords } from './descent-lab.js'; setWords(await (await fetch('german.json')).json()); document.body.dataset.done = 'true';`,
    }),
  );
  const element = '<gd-wide-minima engine="cpu" starts="500" iterations="100" views="histogram"></gd-wide-minima>';
  await openCoursePage(page, element, '<script type="module" src="/german.js"></script>');
  await settledResult(page);
  await expect(page.locator('body')).toHaveAttribute('data-done', 'true');
  await expect(page.getByRole('button', { name: 'Rechnen' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wo der Abstieg endete' })).toBeVisible();
  await expect(page.locator('gd-wide-minima').getByRole('figure', { name: 'Wo der Abstieg endete' })).toBeVisible();
  await page.evaluate(() => document.querySelector('gd-wide-minima')!.setAttribute('starts', 'viele'));
  await expect(page.getByRole('alert')).toContainText(
    '„viele“ ist nicht zu gebrauchen. Starts: verlangt wird eine ganze Zahl von 1 bis 4194304.',
  );
});

test('numbers are written as the page’s language has them, with the words still English', async ({ page }) => {
  await openCoursePage(
    page,
    '<gd-wide-minima engine="cpu" starts="500" iterations="100" views="outcomes"></gd-wide-minima>',
  );
  await settledResult(page);
  const axis = page.locator('gd-wide-minima .gd-x text');
  await expect(axis.filter({ hasText: /^0\.01$/ })).toHaveCount(1);
  await page.evaluate(() => {
    document.documentElement.lang = 'de';
  });
  await expect(axis.filter({ hasText: /^0,01$/ })).toHaveCount(1);
  await expect(axis.filter({ hasText: '.' })).toHaveCount(0);
});
