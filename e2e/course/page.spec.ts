import { expect } from '@playwright/test';
import { complaintsOf, elementAt, openCourse, settle, test } from './course';

test('on a page of another origin, under a strict policy and hostile styles, all elements work and nobody complains', async ({
  page,
  course,
}) => {
  const complaints = await complaintsOf(page);
  await openCourse(page, course);
  for (const id of ['wide', 'signal', 'ratings', 'hint', 'exercise-30']) {
    expect(await settle(page, id), id).toBe('done');
    const charts = page.locator(`#${id} .chart`);
    expect(await charts.count()).toBeGreaterThan(0);
    if (id !== 'hint')
      for (const chart of await charts.all()) await expect(chart.locator('svg, canvas').first()).toBeVisible();
  }
  const adapter = () =>
    elementAt(page, 'signal').evaluate(
      (element) => (element as unknown as { result: { engine: { adapter: string } } }).result.engine.adapter,
    );
  // With everything that an element can show: the policy holds for its controls and its formula, too.
  await elementAt(page, 'signal').evaluate(
    (element) => (element.setAttribute('engine', 'cpu'), element.removeAttribute('controls')),
  );
  await settle(page, 'signal');
  expect(await adapter()).toMatch(/worker/);
  await expect(page.locator('#signal .formula math').first()).toBeVisible();
  const framed = page.frameLocator('iframe').locator('gd-conv1d');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(framed).toHaveJSProperty('state', 'done');
  await expect(framed.locator('.chart svg').first()).toBeVisible();
  expect(
    await elementAt(page, 'wide').evaluate(
      async (element) =>
        (await (element as unknown as { exportPNG(view: string): Promise<Blob> }).exportPNG('histogram')).size,
    ),
  ).toBeGreaterThan(2000);
  expect(complaints).toEqual([]);
});

test('pictures are as wide as the room that their element has, also in details that were closed when it computed', async ({
  page,
  course,
}) => {
  await openCourse(page, course);
  const widths = (id: string) =>
    elementAt(page, id).evaluate((element) => {
      const wide = (selector: string) =>
        Math.round(element.shadowRoot!.querySelector(selector)?.getBoundingClientRect().width ?? 0);
      return {
        element: element.clientWidth,
        views: wide('.views'),
        pictures: Array.from(element.shadowRoot!.querySelectorAll<HTMLElement>('figure'), ({ dataset }) =>
          wide(`[data-view=${dataset.view}] .chart svg.gd-base`),
        ),
      };
    });
  for (const id of ['wide', 'signal', 'ratings', 'hint']) expect(await settle(page, id), id).toBe('done');
  expect(await widths('signal')).toEqual({ element: 340, views: 340, pictures: [340, 340] });
  const wide = await widths('wide');
  expect(wide).toMatchObject({ element: 1100, views: 792 });
  expect(wide.pictures.toSpliced(1, 1)).toEqual([792, 792, 792, 792]);
  expect((await widths('ratings')).pictures[1]).toBe(736);
  await page.locator('#closed summary').click();
  await expect(page.locator('#hint .chart svg').first()).toBeVisible();
  await expect.poll(async () => (await widths('hint')).pictures[1]).toBe(1100);
  await page.evaluate(
    () => (document.querySelector<HTMLElement>('.columns')!.style.gridTemplateColumns = '500px minmax(0, 1fr)'),
  );
  await expect.poll(() => widths('signal')).toEqual({ element: 500, views: 500, pictures: [500, 500] });
});

test('what a person does with the elements is within the policy, too: a file is read, a table made up, a formula typed, a picture saved', async ({
  page,
  course,
}) => {
  const complaints = await complaintsOf(page);
  await openCourse(page, course);
  const set = (id: string, properties: object) =>
    elementAt(page, id).evaluate((element, values) => Object.assign(element, values), properties);
  await set('signal', { controls: 'shown' });
  await expect(page.locator('#signal .signal-file')).toBeVisible();
  await page.locator('#signal input[type=file]').setInputFiles({
    name: 'own.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(Array.from({ length: 200 }, (_, i) => Math.sin(i / 9)).join('\n')),
  });
  await expect(page.locator('#signal .signal-file')).toContainText('from own.csv');
  expect(await settle(page, 'signal')).toBe('done');
  await set('ratings', {
    ratings: 'synthetic',
    users: 30,
    items: 20,
    observed: 300,
    rank: 2,
    epochs: 10,
    views: ['errors', 'table'],
  });
  expect(await settle(page, 'ratings')).toBe('done');
  await set('wide', { starts: 100, iterations: 50, objective: 'x^2/10 + cos(3x)', views: ['landscape'] });
  expect(await settle(page, 'wide')).toBe('done');
  for (const [id, name] of [
    ['wide', 'wide-minima-landscape.svg'],
    ['ratings', 'matrix-factorization-errors.svg'],
  ]) {
    await page.locator(`#${id} .menu summary`).first().click();
    const download = page.waitForEvent('download');
    await page.locator(`#${id} .menu-items button`).first().click();
    expect((await download).suggestedFilename()).toBe(name);
  }
  expect(complaints).toEqual([]);
});

test('the policy stands against inline scripts and eval', async ({ page, course }) => {
  const complaints = await complaintsOf(page);
  await openCourse(page, course);
  // Which of its directives comes first is the browser's affair.
  const stood = () => complaints.filter((text) => /^(script-src|require-trusted-types-for)/.test(text)).length;
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.inline = true');
    document.head.append(script);
  });
  await expect.poll(stood).toBe(1);
  expect(await page.evaluate(() => 'inline' in window)).toBe(false);
  // Not within the call: what a test has a page do at once, the policy lets through.
  // eslint-disable-next-line no-new-func -- it is what the policy is to stand against
  await page.evaluate(() => void setTimeout(() => Object.assign(window, { evaluated: new Function('return true')() })));
  await expect.poll(stood).toBeGreaterThan(1);
  expect(await page.evaluate(() => 'evaluated' in window)).toBe(false);
});

test('only what is near the viewport computes, and the rest when one comes to it', async ({ page, course }) => {
  await openCourse(page, course);
  await expect(elementAt(page, 'wide')).toHaveJSProperty('state', 'done');
  const states = () =>
    page
      .locator('.thirty')
      .evaluateAll((elements) => elements.map((element) => (element as HTMLElement & { state: string }).state));
  expect(await states()).toEqual(Array(30).fill('idle'));
  await expect(elementAt(page, 'hint')).toHaveJSProperty('state', 'idle');
  await elementAt(page, 'exercise-20').evaluate((element) => element.scrollIntoView());
  await expect(elementAt(page, 'exercise-20')).toHaveJSProperty('state', 'done');
  const far = (await states()).filter((_, i) => Math.abs(i - 19) > 2);
  expect(far).toEqual(Array(far.length).fill('idle'));
  // These stand above it, and grow when their pictures come.
  for (const id of ['signal', 'ratings']) await settle(page, id);
  await page.locator('#closed summary').click();
  await expect(elementAt(page, 'hint')).toHaveJSProperty('state', 'done');
});

test('what is left behind before it was computed goes no further, and is taken up when one comes back', async ({
  page,
  course,
}) => {
  await openCourse(page, course);
  const element = elementAt(page, 'exercise-10');
  await element.evaluate((it) => Object.assign(it, { starts: 4_000_000, iterations: 10_000 }));
  // What is drawn above it may still push it away.
  const comeTo = () =>
    element.evaluate((it) => {
      it.scrollIntoView();
      return (it as HTMLElement & { state: string }).state;
    });
  await expect.poll(comeTo).toBe('running');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(element).toHaveJSProperty('state', 'idle');
  await expect.poll(comeTo).toBe('running');
  await element.evaluate((it) => Object.assign(it, { starts: 100, iterations: 100 }));
  await expect(element).toHaveJSProperty('state', 'done');
});

test('one GPU device serves all elements of a page', async ({ page, course }) => {
  await page.addInitScript(() => {
    const request = GPUAdapter.prototype.requestDevice;
    Object.assign(window, { devices: 0 });
    GPUAdapter.prototype.requestDevice = function (...given) {
      (window as unknown as { devices: number }).devices++;
      return request.apply(this, given);
    };
  });
  await openCourse(page, course);
  for (const id of ['wide', 'signal', 'ratings', 'hint', 'exercise-1']) {
    await elementAt(page, id).evaluate((element) => element.setAttribute('engine', 'webgpu'));
    expect(await settle(page, id)).toBe('done');
    expect(
      await elementAt(page, id).evaluate(
        (element) => (element as unknown as { result: { engine: { kind: string } } }).result.engine.kind,
      ),
    ).toBe('webgpu');
  }
  expect(await page.evaluate(() => (window as unknown as { devices: number }).devices)).toBe(1);
});

test('before the script has come, and without scripts, the children of an element are shown; not once it is there', async ({
  page,
  course,
  browser,
}) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/descent-lab.js', async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto(course.origin, { waitUntil: 'commit' });
  const fallback = page.locator('#wide .fallback');
  await expect(fallback).toBeVisible();
  arrive();
  await expect(fallback).toBeHidden();
  await expect(page.locator('#wide figure').first()).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(course.origin);
  for (const text of await silent.locator('.fallback').all()) await expect(text).toBeVisible();
  expect(await silent.locator('.thirty p').count()).toBe(30);
  await context.close();
});

test('a second copy of the script does not throw, and the elements work once', async ({ page, course }) => {
  const complaints = await complaintsOf(page);
  await openCourse(page, course);
  await page.evaluate((script) => import(`${script}?another`), `${test.info().project.use.baseURL}/descent-lab.js`);
  expect(await settle(page, 'wide')).toBe('done');
  await expect(page.locator('#wide figure')).toHaveCount(5);
  expect(complaints).toEqual([]);
});
