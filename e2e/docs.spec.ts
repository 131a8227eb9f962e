import { expect, test } from '@playwright/test';
import { docsPages, experimentPages, openDetails, settleExamples, sitePages, troublesOf } from './docs-pages';
import { eventsByTag } from './elements';

test('every page of the site opens, has a title and a description of its own, and nothing goes wrong on it', async ({
  page,
}) => {
  expect(docsPages.length).toBeGreaterThan(6);
  expect(experimentPages.length).toBeGreaterThan(4);
  const troubles = troublesOf(page);
  const heads = new Set<string>();
  for (const path of sitePages) {
    const response = await page.goto(path);
    expect(response!.status(), path).toBe(200);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    if (docsPages.includes(path))
      await expect(page.locator('nav.beside [aria-current]')).toHaveAttribute('href', path.replace('/docs/', ''));
    heads.add(`${await page.title()} ${await page.locator('meta[name=description]').getAttribute('content')}`);
  }
  expect(heads.size).toBe(sitePages.length);
  expect(troubles).toEqual([]);
});

test('every link of the site leads somewhere, anchors included', async ({ page }) => {
  test.setTimeout(240_000);
  const links = new Map<string, string>();
  const anchors = new Map<string, Set<string>>();
  for (const path of ['/', ...sitePages]) {
    await page.goto(path);
    const found = await page.evaluate(() => ({
      links: Array.from(
        document.querySelectorAll('[href], [src]'),
        (element) => element.getAttribute('href') ?? element.getAttribute('src')!,
      ),
      ids: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
    }));
    const here = new URL(page.url());
    anchors.set(here.pathname, new Set(found.ids));
    for (const link of found.links) links.set(new URL(link, here).href, `${path}: ${link}`);
  }
  expect(links.size).toBeGreaterThan(60);
  const origin = new URL(page.url()).origin;
  const broken: string[] = [];
  const pages = new Map<string, boolean>();
  for (const [href, said] of links) {
    const url = new URL(href);
    if (url.protocol === 'data:') continue;
    if (url.origin !== origin) {
      if (url.protocol !== 'https:') broken.push(`${said} (not https)`);
      continue;
    }
    if (!pages.has(url.pathname)) {
      const response = await page.request.get(url.origin + url.pathname);
      // The server answers an address that it does not know with the lab itself.
      const isFallback =
        /\.\w+$/.test(url.pathname) &&
        !url.pathname.endsWith('.html') &&
        (response.headers()['content-type'] ?? '').includes('html');
      const isUnknownPage = /(?:\.html|\/[^.]*)$/.test(url.pathname) && !anchors.has(url.pathname);
      pages.set(url.pathname, response.ok() && !isFallback && !isUnknownPage);
    }
    if (!pages.get(url.pathname)) broken.push(said);
    else if (url.hash && !anchors.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1))))
      broken.push(`${said} (no such anchor)`);
  }
  expect(broken).toEqual([]);
});

test('one header leads from every page to every place', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Wide and sharp minima' }).click();
  await expect(page).toHaveURL(/\/experiments\/wide-minima\.html$/);
  const site = page.getByRole('navigation', { name: 'Site' });
  await site.getByRole('link', { name: 'The five sheets' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The five sheets');
  await site.getByRole('link', { name: 'Embed' }).click();
  await expect(page).toHaveURL(/\/docs\/embed\.html$/);
  await site.getByRole('link', { name: 'Docs' }).click();
  await expect(page).toHaveURL(/\/docs\/index\.html$/);
  await site.getByRole('link', { name: 'Experiments' }).click();
  await expect(page).toHaveURL(/\/index\.html#experiments$/);
});

test('an element’s page lists the attributes that the element observes, and no others', async ({ page }) => {
  const events = await eventsByTag();
  for (const path of experimentPages) {
    await page.goto(path);
    await openDetails(page);
    const tag = `gd-${path.slice('/experiments/'.length, -'.html'.length)}`;
    await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
    const observed = await page.evaluate(
      (name) => (customElements.get(name) as unknown as { observedAttributes: string[] }).observedAttributes,
      tag,
    );
    const listed = await page.locator('#attributes tbody th').allInnerTexts();
    expect(listed.length).toBeGreaterThan(5);
    expect([...listed].sort(), path).toEqual([...observed].sort());
    for (const row of await page.locator('#attributes tbody tr').all()) {
      const [says, standard, property] = await row.locator('td').allInnerTexts();
      expect(says, path).toMatch(/\w{2,} .*Takes \S/);
      expect(standard, path).toMatch(/\S/);
      expect(property, path).toMatch(/^[a-z]\w*\s+\S/i);
    }
    for (const section of ['properties-and-methods', 'events', 'parts', 'mathematics'])
      await expect(page.locator(`#${section}`), section).toBeVisible();
    expect(await page.locator('#mathematics math').count()).toBeGreaterThan(10);
    expect(await page.locator('#events tbody th').allInnerTexts(), path).toEqual(events.get(tag));
    const parts = await page.locator('#parts tbody th').allInnerTexts();
    await settleExamples(page);
    const worn = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.stage > *'), ({ shadowRoot }) =>
        Array.from(shadowRoot?.querySelectorAll('[part]') ?? [], (element) => [...element.part]),
      ).flat(2),
    );
    expect(new Set(worn).size).toBeGreaterThan(8);
    expect(
      [...new Set(worn)].filter((part) => !parts.includes(part)),
      path,
    ).toEqual([]);
    for (const text of await page.locator('#parts tbody td').allInnerTexts()) expect(text).toMatch(/\w+ \w+/);
  }
});

test('every event on an element’s page is fired with what the page says, and every property and method is there', async ({
  page,
}) => {
  for (const path of experimentPages) {
    await page.goto(path);
    await openDetails(page);
    await settleExamples(page);
    const texts = await page
      .locator('#properties-and-methods > .scroll')
      .evaluateAll((tables) =>
        tables.map((table) => Array.from(table.querySelectorAll('tbody th'), (cell) => cell.textContent!.trim())),
      );
    expect(texts).toHaveLength(3);
    const [properties, methods, fields] = texts;
    const missing = await page.evaluate(
      ([properties, methods, fields]) => {
        const element = document.querySelector<HTMLElement & { result: object }>('.stage > *')! as unknown as Record<
          string,
          unknown
        > & { result: object };
        return [
          ...properties.filter((name) => !(name in element)),
          ...methods.filter((signature) => typeof element[signature.split('(')[0]] !== 'function'),
          ...fields.filter((name) => !name.endsWith('?') && !(name in element.result)),
        ];
      },
      [properties, methods, fields],
    );
    expect(missing, path).toEqual([]);
    expect(properties).toEqual(expect.arrayContaining(['state', 'result', 'error', 'progress', 'settled']));
    expect(methods.map((signature) => signature.split('(')[0])).toEqual(
      expect.arrayContaining(['run', 'cancel', 'exportSVG', 'exportJSON']),
    );
    // `detail` is `{parameters, result, engine}`, or the error.
    const said = await page
      .locator('#events tbody tr')
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            [
              row.querySelector('th')!.textContent!.trim(),
              /`?\{(.*)\}/.exec(row.querySelector('td')!.textContent!)?.[1] ?? 'the error',
            ] as const,
        ),
      );
    const fired = await page.evaluate(
      async (names) => {
        const element = document.querySelector('.stage > *') as HTMLElement & {
          controls: string;
          updateComplete: Promise<unknown>;
          run(): Promise<unknown>;
        };
        const seen: Record<string, string> = {};
        for (const name of names) {
          document.addEventListener(name, (event) => {
            const { detail } = event as CustomEvent<object>;
            if (event.target === element)
              seen[name] = detail instanceof Error ? 'the error' : Object.keys(detail).join(', ');
          });
        }
        element.controls = 'shown';
        await element.run();
        const field = element.shadowRoot!.querySelector<HTMLInputElement>('.controls input[type=text]')!;
        field.dispatchEvent(new Event('change'));
        await element.updateComplete;
        element.setAttribute('loading', 'late');
        await element.run().catch(() => {});
        // What is computed at once is told once a frame.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return seen;
      },
      said.map(([name]) => name),
    );
    expect(fired, path).toEqual(Object.fromEntries(said));
  }
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });
  test('the pages can be read: text, tables, code and formulas stand in their documents', async ({ page }) => {
    for (const path of sitePages) {
      await page.goto(path);
      expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(300);
    }
    for (const path of experimentPages) {
      await page.goto(path);
      await page.locator('summary', { hasText: 'Attributes' }).click();
      await expect(page.locator('#attributes tbody tr').first()).toBeVisible();
      const examples = page.locator('.example');
      expect(await examples.count()).toBeGreaterThanOrEqual(3);
      for (const example of await examples.all())
        await expect(example.locator('.code pre').first()).toContainText(/<gd-.*>/s);
      const formulas = page.locator('#mathematics math');
      expect(await formulas.count()).toBeGreaterThan(10);
      for (const formula of await formulas.all()) await expect(formula).toBeVisible();
    }
  });
});
