import { expect, test } from '@playwright/test';
import { docsPages, experimentPages, sitePages, troublesOf } from './docs-pages';

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
