import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult } from './course-page';
import { htmlOf, subjects, tags } from './elements';

/** A page's script that comes right after ours. */
const FIRST_LINES = `
  const { log } = window;
  log.defined = ${JSON.stringify(tags)}.filter((tag) => customElements.get(tag));
  const element = document.createElement('gd-wide-minima');
  for (const type of ['gd-start', 'gd-change', 'gd-result', 'gd-error'])
    document.addEventListener(type, (event) => log.events.push([type, event.target.id, Object.keys(event.detail)]));
  element.id = 'made';
  element.setAttribute('engine', 'cpu');
  element.setAttribute('views', 'histogram');
  element.learningRates = [0.3];
  element.starts = 50;
  element.iterations = '20';
  log.before = { state: element.state, rates: element.learningRates, low: element.low };
  document.body.append(element);
  element.starts = 60;
  element.settled.then((result) => log.settled.push(result.parameters));
  element.run().then((result) => log.settled.push(result.parameters));
`;

interface Log {
  defined: string[];
  events: [string, string, string[]][];
  before: object;
  settled: { starts: number; learningRates: number[]; iterations: number }[];
}

test('before any other code is there every tag is defined, and elements can be made, set, asked and run; all of it holds once the code has come', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const asked: string[] = [];
  await page.route('**/assets/*.js', async (route) => {
    asked.push(route.request().url());
    await held;
    await route.continue();
  });
  await page.route('**/first-lines.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: FIRST_LINES }),
  );
  const log = () => page.evaluate(() => (window as unknown as { log: Log }).log);
  await page.addInitScript(() => Object.assign(window, { log: { events: [], settled: [] } }));
  await openCoursePage(page, '<script type="module" src="/first-lines.js"></script>');
  await page.locator('#made').waitFor({ state: 'attached' });
  expect(await log()).toMatchObject({
    defined: tags,
    before: { state: 'idle', rates: [0.3], low: 'auto' },
    events: [],
    settled: [],
  });
  expect(asked.length).toBeGreaterThan(0);
  // There is room for what is to come.
  expect((await page.locator('#made').boundingBox())!.height).toBeGreaterThan(200);

  release();
  await settledResult(page);
  await expect.poll(async () => (await log()).settled.length).toBe(2);
  const { settled, events } = await log();
  for (const parameters of settled)
    expect(parameters).toMatchObject({ starts: 60, learningRates: [0.3], iterations: 20 });
  expect(events[0]).toEqual(['gd-start', 'made', ['parameters']]);
  expect(events.at(-1)).toEqual(['gd-result', 'made', ['parameters', 'result', 'engine']]);
  expect(events.some(([type]) => type === 'gd-error' || type === 'gd-change')).toBe(false);
});

for (const { name, tag, hasEngine, quick } of subjects) {
  test(`<${tag}> in another component’s shadow tree is shown, and no code of other experiments is fetched`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await openCoursePage(page, '<div id="host"></div>');
    expect(fetched.filter((path) => path.endsWith('.js'))).toEqual(['/descent-lab.js']);
    await page.evaluate(
      (html) => {
        document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = html;
      },
      htmlOf(tag, quick),
    );
    await settledResult(page, tag);
    await expect(page.locator(tag)).toHaveJSProperty('state', 'done');
    expect(await page.locator(tag).evaluate((element) => element.matches(':state(done)'))).toBe(true);
    await expect(page.locator(`${tag} .chart svg`).first()).toBeVisible();

    const files = fetched.filter((path) => path.startsWith('/assets/'));
    const isOf = (one: string) => files.some((path) => path.startsWith(`/assets/${one}-`));
    expect(isOf(name)).toBe(true);
    expect(subjects.map((other) => other.name).filter((other) => other !== name && isOf(other))).toEqual([]);
    expect(files.some((path) => /webgpu/.test(path))).toBe(false);
    if (!hasEngine) expect(files.filter((path) => /cpu|worker/.test(path))).toEqual([]);
  });
}

test('an element whose code cannot be fetched says so, and the page’s other elements go on', async ({ page }) => {
  await page.route('**/assets/norms-*.js', (route) => route.abort());
  await openCoursePage(
    page,
    `<gd-norms></gd-norms>${htmlOf('gd-wide-minima', { engine: 'cpu', starts: '50', iterations: '20', views: 'histogram' })}`,
  );
  await settledResult(page);
  await expect(page.locator('gd-norms')).toHaveJSProperty('state', 'failed');
  await expect(page.locator('gd-norms [role=alert]')).toContainText('could not be loaded');
});
