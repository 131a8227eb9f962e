import { expect, test, type Page } from '@playwright/test';
import { settleAll } from './course-page';
import { htmlOf, subjects } from './elements';

/** Opens a page on a slow line, waits until what is seen of it is drawn, and gives the sum of its layout shifts. */
async function shiftOf(page: Page, address: string, within = 'body'): Promise<{ total: number; shifts: unknown[] }> {
  await page.addInitScript(() => {
    const shifts: { value: number; at: number; moved: string[] }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, startTime, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node?: Element }[];
        };
        const moved = sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className}`);
        shifts.push({ value, at: Math.round(startTime), moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await route.continue();
  });
  await page.goto(address);
  await page.waitForFunction((tag) => customElements.get(tag), subjects[0].tag);
  const outcomes = await settleAll(page, within);
  expect(outcomes).toEqual(outcomes.map(() => 'done'));
  // Two frames later everything has been told.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shifts = await page.evaluate(() => (window as unknown as { shifts: { value: number }[] }).shifts);
  return { total: shifts.reduce((sum, { value }) => sum + value, 0), shifts };
}

/** Opens a course page with elements in it, and more text below than the window shows; `body` is the elements' HTML. */
async function shiftOfCourse(page: Page, body: string) {
  await page.route('**/slow.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course page</title>
        <script type="module" blocking="render" src="/descent-lab.js"></script></head>
        <body style="max-width: 900px; margin: auto"><h1>Week 3</h1><p>${'Some text. '.repeat(40)}</p>${body}<p>${'More text. '.repeat(1000)}</p></body></html>`,
    }),
  );
  return shiftOf(page, '/slow.html');
}

const between = '<p>Some text between them.</p>';
const three = subjects.filter(({ hasEngine }) => hasEngine).slice(0, 3);

for (const [what, more] of [
  ['with all their pictures and controls', {}],
  ['as figures', { controls: 'none' }],
] as const) {
  test(`while the code of three elements comes, ${what}, hardly anything on the page moves`, async ({ page }) => {
    const { total, shifts } = await shiftOfCourse(
      page,
      three.map(({ tag, quick }) => htmlOf(tag, { ...quick, ...more })).join(between),
    );
    expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.1);
  });
}

for (const { tag, quick } of subjects) {
  test(`while the code of <${tag}> comes, hardly anything on the page moves`, async ({ page }) => {
    const { total, shifts } = await shiftOfCourse(page, htmlOf(tag, { ...quick, controls: 'none' }));
    expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.1);
  });
}

for (const [path, width, height] of [
  ['/', 1280, 800],
  ['/', 390, 844],
  ['/experiments/wide-minima.html', 1280, 800],
  ['/experiments/wide-minima.html', 390, 844],
  ['/experiments/norms.html', 1280, 800],
  ['/experiments/norms.html', 390, 844],
  // What follows the element would be in the window before it came.
  ['/experiments/softmax-update.html', 1350, 940],
] as const)
  test(`while the code of ${path} comes, hardly anything on it moves, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const { total, shifts } = await shiftOf(page, path, ':is(.bench, .hero)');
    expect(total, JSON.stringify(shifts, null, 1)).toBeLessThan(0.1);
  });
