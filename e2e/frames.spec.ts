import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import ts from 'typescript';
import { openCoursePage, settledResult } from './course-page';
import { troublesOf } from './docs-pages';

const listener = ts.transpile(
  readFileSync(join(import.meta.dirname, '../src/docs/examples/on-page/frames.ts'), 'utf8'),
);

const valueOf = (element: Locator, name: string) =>
  element.evaluate((one, name) => (one as unknown as Record<string, unknown>)[name], name);

test('pages for frames show the element alone as their addresses say, and each frame becomes as high as what it shows', async ({
  page,
}) => {
  const troubles = troublesOf(page);
  const frame = (name: string, query: string) =>
    `<iframe id="${name}" src="/embed/${name}.html?${query}" width="800" height="50"></iframe>`;
  await openCoursePage(
    page,
    frame('learning-rate', 'views=descent&selected-rate=0.25&answers=hidden') +
      frame('norms', 'views=bars&controls=none&vector=3+4&onclick=alert(1)'),
    `<script>${listener}</script>`,
  );
  const [first, second] = ['learning-rate', 'norms'].map((name) => page.frameLocator(`#${name}`));
  const element = first.locator('body > gd-learning-rate');
  await element.locator('.chart svg').first().waitFor();
  expect([await valueOf(element, 'selectedRate'), await valueOf(element, 'answers')]).toEqual([0.25, 'hidden']);
  await expect(element.getByRole('button', { name: 'Show the answers' })).toBeVisible();
  const figure = second.locator('body > gd-norms');
  await figure.locator('.chart svg').first().waitFor();
  expect(await figure.evaluate((one) => one.getAttributeNames().sort())).toEqual([
    'controls',
    'loading',
    'vector',
    'views',
  ]);
  for (const inside of [first, second]) await expect(inside.locator('header, footer')).toHaveCount(0);
  const heights = () =>
    page.locator('iframe').evaluateAll((frames) =>
      (frames as HTMLIFrameElement[]).map((one) => {
        const { height } = one.contentDocument!.body.getBoundingClientRect();
        return [one.clientHeight, Math.ceil(height)] as const;
      }),
    );
  await expect.poll(async () => (await heights()).every(([frame, body]) => frame === body && body > 200)).toBe(true);
  const [[high], [low]] = await heights();
  expect(high).not.toBe(low);
  expect(troubles).toEqual([]);
});

test('in a frame that may run scripts and nothing else an element computes, and says what may be amiss where saving has no effect', async ({
  page,
  baseURL,
}) => {
  const inside = `<script src="${baseURL}/descent-lab.classic.js"></script><gd-norms views="bars"></gd-norms>
    <gd-wide-minima loading="eager" views="histogram" engine="cpu" starts="500" learning-rates="0.3"></gd-wide-minima>`;
  // A page that comes from the network: a frame in one that the test makes up may fetch nothing from this machine.
  await page.goto('/embed/norms.html');
  const html = `<iframe sandbox="allow-scripts" width="900" height="900" srcdoc='${inside}'></iframe>`;
  await page.evaluate((html) => (document.body.innerHTML = html), html);
  const frame = page.frameLocator('iframe');
  await frame.locator('gd-wide-minima .status').filter({ hasText: 'Computed on the CPU' }).waitFor();
  const result = await valueOf(frame.locator('gd-wide-minima'), 'result');
  expect((result as { engine: { workers: number } }).engine.workers).toBeGreaterThan(0);
  const figure = frame.locator('gd-norms figure');
  await figure.getByText('Save', { exact: true }).click();
  await figure.getByRole('button', { name: 'CSV' }).click();
  await expect(figure.getByRole('status')).toContainText('allow-downloads');
});

test('“Open in the lab” leads from an embedded element to its page in the lab, in the same state', async ({
  page,
  context,
  baseURL,
}) => {
  await openCoursePage(
    page,
    `<div data-lab="${baseURL}"></div><gd-learning-rate views="cobweb" learning-rates="0.5"></gd-learning-rate>`,
  );
  await settledResult(page, 'gd-learning-rate');
  await page.locator('gd-learning-rate').evaluate((element) => Object.assign(element, { selectedRate: 1.75 }));
  await page.locator('.menu summary').click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open in the lab' }).click();
  const lab = await opened;
  await expect(lab).toHaveURL(/\/experiments\/learning-rate\.html\?/);
  const element = lab.locator('#experiment');
  await expect(element.locator('[data-view=cobweb] .chart svg').first()).toBeVisible();
  expect(await valueOf(element, 'selectedRate')).toBe(1.75);
});

test('a page’s predictions, once answered, bring the limits', async ({ page }) => {
  await page.goto('/experiments/learning-rate.html');
  const [choice, number] = [page.locator('.tasks gd-task').nth(0), page.locator('.tasks gd-task').nth(1)];
  const marks = page.locator('#prediction .rate-mark');
  await choice.scrollIntoViewIfNeeded();
  await choice.getByLabel('from both sides in turn').check();
  await choice.getByRole('button', { name: 'Check' }).click();
  await expect(choice.getByRole('status')).toHaveText('Right.');
  await number.getByRole('textbox').fill('0.5');
  await expect(marks).toHaveCount(0);
  await number.getByRole('textbox').press('Enter');
  await expect(number.getByRole('status')).toHaveText('Right.');
  await expect(marks).not.toHaveCount(0);
});
