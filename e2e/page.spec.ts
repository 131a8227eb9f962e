import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult, type Element } from './course-page';

const ALL = ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'];

test('the page of an experiment shows where descent ended at the three rates of the sheet', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html');
  const result = await settledResult(page);
  expect(result.runs.map((run) => run.learningRate)).toEqual([0.01, 0.3, 4]);
  const [slow, middle, fast] = result.runs;
  // Of random starts; 10,000 of them put the share within 0.01 of the exact one (two standard deviations).
  expect(slow.converged[0] / slow.starts).toBeCloseTo(0.32702, 1.7);
  expect(Math.abs(slow.converged[0] / slow.starts - 0.32702)).toBeLessThan(0.01);
  expect(middle.converged[1]).toBe(10_000);
  expect(fast.diverged).toBe(10_000);
  await expect(page.locator('tr .verdict.agrees')).toHaveCount(4);
  await expect(page.locator('tr .verdict.imprecise')).toHaveCount(1);
});

test('every view has a picture, a title and its numbers in words', async ({ page }) => {
  await page.goto(`/experiments/wide-minima.html?views=${ALL.join('+')}`);
  await settledResult(page);
  const figures = page.locator('#experiment figure');
  await expect(figures).toHaveCount(5);
  for (const figure of await figures.all()) {
    await expect(figure.locator('.chart svg').first()).toBeVisible();
    expect(await figure.locator('.chart').locator('path, line, rect, circle, canvas').count()).toBeGreaterThan(5);
    await expect(figure.getByRole('heading')).toHaveText(/\p{L}{3,}/u);
    expect((await figure.locator('figcaption').innerText()).length).toBeGreaterThan(40);
  }
});

// To the last run on one engine: which one `auto` takes depends on what it measures.
test('the state is in the URL, and opening the link gives the same result', async ({ page, context }) => {
  await page.goto('/experiments/wide-minima.html?views=histogram&engine=cpu');
  await settledResult(page);
  const element = page.locator('#experiment');
  await element.getByLabel('Learning rates', { exact: true }).fill('0.05 1.5');
  await element.getByLabel('Learning rates', { exact: true }).press('Enter');
  await element.getByRole('button', { name: 'New seed' }).click();
  await expect(page).toHaveURL(/[?&]seed=\d+/);
  await expect(page).toHaveURL(/[?&]learning-rates=0\.05\+1\.5/);
  const first = await settledResult(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const second = await settledResult(other);
  expect(second.runs).toEqual(first.runs);
});

test('the snippet on the page shows the element in another page', async ({ page, baseURL }) => {
  await page.goto('/experiments/wide-minima.html?learning-rates=0.3&seed=5&views=histogram');
  const first = await settledResult(page);
  const snippet = await page.locator('[data-filled=snippet] code').innerText();
  const body = snippet.replace(/<script.*<\/script>/, '');
  expect(snippet).toContain(`<script type="module" blocking="render" src="${baseURL}/descent-lab.js" data-lab>`);
  await openCoursePage(page, body);
  const second = await settledResult(page);
  expect(second.runs).toEqual(first.runs);
});

test('no request leaves the page', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (![`${baseURL}/`, 'data:', 'blob:'].some((own) => request.url().startsWith(own))) foreign.push(request.url());
  });
  for (const path of ['/', '/experiments/wide-minima.html']) {
    await page.goto(path);
    await settledResult(page);
  }
  expect(foreign).toEqual([]);
});

test('nothing is written to the console, and nothing is thrown', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  for (const path of ['/', '/experiments/wide-minima.html']) {
    await page.goto(path);
    await settledResult(page);
  }
  expect(said).toEqual([]);
});

test('saving gives a picture and numbers', async ({ page }) => {
  await page.goto(`/experiments/wide-minima.html?views=${ALL.join('+')}`);
  await settledResult(page);
  const saved = await page.evaluate(async (views) => {
    const element = document.querySelector<
      Element & {
        exportSVG(v: string): Promise<string>;
        exportPNG(v: string): Promise<Blob>;
        exportCSV(v: string): Promise<string>;
        exportJSON(): string;
      }
    >('gd-wide-minima')!;
    const svg = await Promise.all(
      views.map(
        async (view) =>
          new DOMParser().parseFromString(await element.exportSVG(view), 'image/svg+xml').documentElement.nodeName,
      ),
    );
    const png = await Promise.all(
      views.map(async (view) => {
        const image = await createImageBitmap(await element.exportPNG(view));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return {
          width: image.width,
          colours: new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size,
        };
      }),
    );
    return { svg, png, csv: await element.exportCSV('histogram'), json: JSON.parse(element.exportJSON()).runs.length };
  }, ALL);
  expect(saved.svg).toEqual(['svg', 'svg', 'svg', 'svg', 'svg']);
  for (const { width, colours } of saved.png) {
    expect(width).toBeGreaterThan(500);
    expect(colours).toBeGreaterThan(20);
  }
  expect(saved.csv.split('\n')[0]).toContain('learning rate');
  expect(saved.json).toBe(3);
});

test('a formula that is wider than its box fades at the end at which it goes on', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/experiments/softmax-update.html');
  const formula = page.locator('#experiment .formula');
  const maskAt = (left: number) =>
    formula.evaluate(async (box, left) => {
      box.scrollLeft = left;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { maskImage, maskSize } = getComputedStyle(box);
      return [box.scrollWidth > box.clientWidth, maskImage !== 'none', maskSize];
    }, left);
  expect(await maskAt(0)).toEqual([true, true, '100% 100%']);
  expect(await maskAt(1e4)).toEqual([true, true, 'calc(100% + 40px) 100%']);
});
