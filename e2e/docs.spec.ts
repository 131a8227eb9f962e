import { expect, test, type Page } from '@playwright/test';
import { docsPages, experimentPages, sitePages } from './docs-pages';

/** What stands in the documents of the site, without running them: each is made when the site is built. */
const read = (page: Page, paths: readonly string[]) =>
  page.evaluate(
    (paths) =>
      Promise.all(
        paths.map(async (path) => {
          const response = await fetch(path);
          const html = new DOMParser().parseFromString(await response.text(), 'text/html');
          const texts = (selector: string, attribute: string) =>
            Array.from(html.querySelectorAll(selector), (element) => element.getAttribute(attribute)!);
          return {
            path,
            status: response.status,
            head: [html.title, ...texts('meta[name=description]', 'content')],
            headings: html.querySelectorAll('h1').length,
            language: html.documentElement.lang,
            current: texts('nav.beside [aria-current]', 'href'),
            links: [...texts('[href]', 'href'), ...texts('[src]', 'src')],
            ids: texts('[id]', 'id'),
          };
        }),
      ),
    paths,
  );

// That each opens and nothing goes wrong on it is tested with its elements.
test('every page of the site has one heading, and a title and a description of its own', async ({ page }) => {
  expect(docsPages.length).toBeGreaterThan(6);
  expect(experimentPages.length).toBeGreaterThan(4);
  await page.goto('/docs/');
  const documents = await read(page, sitePages);
  for (const { path, status, head, headings, language, current } of documents) {
    expect([path, status, headings, language]).toEqual([path, 200, 1, 'en']);
    expect(head.length, path).toBe(2);
    if (docsPages.includes(path)) expect(current).toEqual([path.replace('/docs/', '')]);
  }
  expect(new Set(documents.map(({ head }) => head.join(' '))).size).toBe(sitePages.length);
});

test('every link of the site leads somewhere, anchors included', async ({ page }) => {
  const links = new Map<string, string>();
  const anchors = new Map<string, Set<string>>();
  await page.goto('/docs/');
  for (const { path, links: found, ids } of await read(page, ['/', ...sitePages])) {
    const here = new URL(path, page.url());
    anchors.set(here.pathname, new Set(ids));
    for (const link of found) links.set(new URL(link, here).href, `${path}: ${link}`);
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
      const examples = await page
        .locator('.example')
        .evaluateAll((all) => all.map((example) => example.querySelector('.code pre')!.textContent));
      expect(examples.length).toBeGreaterThanOrEqual(3);
      for (const code of examples) expect(code, path).toMatch(/<gd-.*>/s);
      const seen = await page
        .locator('#mathematics math')
        .evaluateAll((formulas) => formulas.map((formula) => formula.checkVisibility()));
      expect(seen.length).toBeGreaterThan(10);
      expect(seen, path).not.toContain(false);
    }
  });
});
