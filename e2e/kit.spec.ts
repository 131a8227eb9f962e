import { expect, test, type Page } from '@playwright/test';
import { settle } from '../src/testing/settle';
import { openCoursePage } from './course-page';

const small = 'engine="cpu" sampling="grid" starts="50" iterations="20" views="histogram"';
const minima = (more = '') => `<gd-wide-minima ${small} ${more}></gd-wide-minima>`;

type WideMinima = HTMLElement & { state: string; result: { parameters: { starts: number } }; cancel(): void };

/** The states of all elements of the page's own document. */
const states = (page: Page) =>
  page.evaluate(() => Array.from(document.querySelectorAll<WideMinima>('gd-wide-minima'), ({ state }) => state));

test('settle waits for every element: far below, hidden, in closed details, in shadow trees and in frames of other origins', async ({
  page,
  baseURL,
}) => {
  await page.route('https://elsewhere.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname !== '/frame.html')
      return route.fulfill({ response: await route.fetch({ url: new URL(pathname, baseURL).href }) });
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="/descent-lab.js"></script>${minima('id="framed"')}`,
    });
  });
  await openCoursePage(
    page,
    `${minima('id="first"')}
     <details>${minima('id="closed"')}</details>
     <div hidden>${minima('id="hidden"')}</div>
     <div id="host"></div>
     <iframe src="https://elsewhere.test/frame.html" width="600" height="400"></iframe>
     <div style="height: 20000px"></div>
     ${minima('id="below" controls="none"')}
     <iframe src="https://elsewhere.test/frame.html" style="display: none"></iframe>
     <gd-of-somebody-else></gd-of-somebody-else>`,
  );
  await page.evaluate((html) => {
    customElements.define('gd-of-somebody-else', class extends HTMLElement {});
    document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = html;
  }, minima('id="shadowed"'));
  const { count, elements } = await settle(page);
  expect(elements.map(({ id }) => id)).toEqual(['first', 'closed', 'hidden', 'shadowed', 'below', 'framed', 'framed']);
  expect(count).toBe(7);
  for (const { tag, state, engine, error } of elements)
    expect({ tag, state, kind: engine?.kind, error }).toEqual({
      tag: 'gd-wide-minima',
      state: 'done',
      kind: 'cpu',
      error: undefined,
    });
  expect(elements.map(({ url }) => new URL(url).host).slice(-2)).toEqual(['elsewhere.test', 'elsewhere.test']);
  for (const frame of page.frames()) {
    const drawn = await frame.evaluate(() =>
      Array.from(
        document.querySelectorAll('gd-wide-minima'),
        (element) => element.shadowRoot!.querySelectorAll('.chart svg path, .chart svg rect').length,
      ),
    );
    for (const marks of drawn) expect(marks).toBeGreaterThan(10);
  }
});

test('settle says so at once where the page’s clock is stopped, and works once it goes', async ({ page }) => {
  await page.clock.install();
  await openCoursePage(page, minima());
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(() => document.querySelector('gd-wide-minima')!.setAttribute('starts', '60'));
  await expect(settle(page)).rejects.toThrow(/^The clock of http.* is stopped/);
  await page.clock.resume();
  await settle(page);
  expect(await states(page)).toEqual(['done']);
});

test('settle waits for what is added or changed while it waits', async ({ page }) => {
  await openCoursePage(page, minima('id="first"'));
  await page.evaluate((html) => {
    let changes = 0;
    document.addEventListener('gd-result', ({ target }) => {
      if (changes++ > 1) return;
      setTimeout(() => {
        (target as HTMLElement).setAttribute('starts', String(1000 + changes));
        document.body.insertAdjacentHTML('beforeend', html);
      });
    });
  }, minima());
  await settle(page);
  expect(await states(page)).toEqual(['done', 'done', 'done']);
  expect(
    await page.evaluate(() => document.querySelector<WideMinima>('gd-wide-minima')!.result.parameters.starts),
  ).toBeGreaterThan(1000);
});

test('settle waits until what is playing has come to its end', async ({ page }) => {
  await openCoursePage(page, minima('views="landscape"').replace('views="histogram"', ''));
  await settle(page);
  await page.getByRole('button', { name: 'Play' }).click();
  await settle(page);
  await expect(page.locator('output')).toHaveText('iteration 20 of 20', { timeout: 1 });
});

test('an element that has just got room is computed and drawn at its new width', async ({ page }) => {
  const basins = minima().replace('histogram', 'basins');
  await openCoursePage(
    page,
    `${basins}<details><summary>more</summary>${basins}</details><div id="closed" style="display: none">${basins}</div>`,
  );
  await settle(page);
  await page.evaluate(() => {
    document.querySelector('details')!.open = true;
    document.querySelector<HTMLElement>('#closed')!.style.display = 'block';
  });
  await settle(page);
  const widths = await page.evaluate(() =>
    Array.from(
      document.querySelectorAll('gd-wide-minima'),
      ({ shadowRoot }) => shadowRoot!.querySelector<HTMLCanvasElement>('.chart canvas')!.width,
    ),
  );
  expect(widths[0]).toBeGreaterThan(500);
  expect(widths).toEqual([widths[0], widths[0], widths[0]]);
});

test('settle waits for the fonts of the page', async ({ page }) => {
  await page.route('**/late.ttf', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.fulfill({ path: 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif.ttf' });
  });
  await openCoursePage(page, minima(), '<style>@font-face { font-family: Late; src: url(/late.ttf); }</style>');
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('afterbegin', '<p style="font-family: Late">words that come late</p>'),
  );
  await settle(page);
  expect(await page.evaluate(() => [document.fonts.status, document.fonts.check('16px Late')])).toEqual([
    'loaded',
    true,
  ]);
});

test('an element that failed is named, with its place and its own message', async ({ page }) => {
  await openCoursePage(page, `${minima()}${minima('id="steep" learning-rates="fast"')}`);
  await expect(settle(page)).rejects.toThrow(
    /^<gd-wide-minima id="steep">, number 2 of 2 on http:\/\/localhost:\d+\/course\.html, failed: learning-rates="fast" cannot be used: it takes auto, or 1 to 12 /,
  );
  const { elements } = await settle(page, { acceptFailed: true });
  expect(elements.map(({ state }) => state)).toEqual(['done', 'failed']);
  expect(elements[1].error).toContain('learning-rates="fast"');
});

test('a tag that nobody defines is named, with the page and what to do', async ({ page }) => {
  await openCoursePage(page, `${minima()}<gd-wide-minma engine="cpu" starts="100" views="histogram"></gd-wide-minma>`);
  await expect(settle(page, { definitionTimeout: 300 })).rejects.toThrow(
    /^<gd-wide-minma> on http:\/\/localhost:\d+\/course\.html: no such element was defined within \S+ s\. Is the tag spelt .* Does the page load descent-lab\.js/,
  );
  // A script that comes late is waited for.
  await page.evaluate(() =>
    setTimeout(
      () => customElements.define('gd-wide-minma', class extends customElements.get('gd-wide-minima')! {}),
      500,
    ),
  );
  expect((await settle(page)).count).toBe(2);
});

test('an element that takes too long is named, with how far it is', async ({ page }) => {
  // How long is for the test to say: the other one is done before, and this one would take days.
  await openCoursePage(
    page,
    `${minima()}<gd-wide-minima id="long" engine="cpu" starts="4194304" iterations="1000000" objective="sin(x) + x^2/9"></gd-wide-minima>`,
  );
  await expect.poll(() => states(page)).toEqual(['done', 'running']);
  await expect(settle(page, { timeout: 2000 })).rejects.toThrow(
    /^not settled within 2 s:\n<gd-wide-minima id="long">, number 2 of 2 on \S+, is computing \(\d+ %\)\nGive settle a longer timeout/,
  );
});

test('an element that was stopped is no picture', async ({ page }) => {
  await openCoursePage(
    page,
    '<gd-wide-minima engine="cpu" starts="4194304" iterations="1000000" objective="sin(x) + x^2/9"></gd-wide-minima>',
  );
  await page.evaluate(() => {
    const element = document.querySelector<WideMinima>('gd-wide-minima')!;
    element.addEventListener('gd-progress', () => element.cancel(), { once: true });
  });
  await expect(settle(page)).rejects.toThrow('was stopped: The computation was cancelled.');
});
