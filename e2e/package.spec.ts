import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';
import { Installed, serve } from './package/packed.ts';

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);

let installed: Installed;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  installed = await Installed.create();
});

test.afterAll(() => installed?.remove());

test('in a plain page, one script from the package registers everything and computes', async ({ page }) => {
  await serve(page, installed.folder);
  await page.goto('/installed/plain/index.html');
  const { runs } = await settledResult(page);
  expect(runs.map(({ starts }) => starts)).toEqual([500, 500, 500]);
});

test('in a Vite app each entry gives what it says, and importing the classes registers nothing', async ({ page }) => {
  await serve(page, await installed.build('vite'));
  await page.goto('/installed/index.html');
  await page.locator('gd-wide-minima').waitFor();
  const { runs, engine } = await settledResult(page);
  expect(runs[0].starts).toBe(500);
  expect(engine.kind).toMatch(/^(webgpu|cpu)$/);
  const body = page.locator('body');
  for (const [name, value] of Object.entries({ registered: 'false', one: 'true', all: 'true', converged: '64 of 64 on cpu', recovered: '0.667 1.333 0.667', mathml: 'true', words: 'Zurück auf Anfang' })) {
    await expect(body).toHaveAttribute(`data-${name}`, value);
  }
});

test('in a React app an element takes properties and follows them', async ({ page }) => {
  await serve(page, await installed.build('react'));
  await page.goto('/installed/index.html');
  await page.locator('gd-wide-minima').waitFor();
  expect((await settledResult(page)).runs.map(({ learningRate }) => learningRate)).toEqual([0.01]);
  await page.getByRole('button', { name: 'Two rates' }).click();
  await expect.poll(async () => (await settledResult(page)).runs.map(({ learningRate }) => learningRate)).toEqual([0.3, 1]);
});

test('the script and the modules on one page, whichever comes first: nothing is thrown, and the elements work once', async ({ page }) => {
  const folder = await installed.build('react');
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const script = '<script type="module" src="/descent-lab.js"></script>';
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await serve(page, folder);
  for (const [name, both] of Object.entries({ first: html.replace('<head>', `<head>${script}`), last: html.replace('</body>', `${script}</body>`) })) {
    await page.route(`**/installed/${name}.html`, (route) => route.fulfill({ contentType: 'text/html', body: both }));
    await page.goto(`/installed/${name}.html`);
    await page.locator('gd-wide-minima').waitFor();
    expect((await settledResult(page)).runs.map(({ learningRate }) => learningRate)).toEqual([0.01]);
    await expect(page.locator('gd-wide-minima .base')).toHaveCount(1);
  }
  expect(thrown).toEqual([]);
});

test('the types of the package hold, in the apps and within themselves', () => {
  expect(installed.typeErrors('vite/main.ts')).toEqual([]);
  expect(installed.typeErrors('react/main.tsx')).toEqual([]);
});

test('the packed file has what package.json promises, and nothing else', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const [{ files }] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const paths = files.map(({ path }) => path);
  const { default: { exports } } = await import(join(root, 'package.json'), { with: { type: 'json' } });
  const promised = Object.values(exports as Record<string, string | Record<string, string>>).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)));
  for (const target of promised.map((path) => path.replace('./', ''))) {
    const [before, after] = target.split('*');
    expect(paths.some((path) => (after === undefined ? path === target : path.startsWith(before) && path.endsWith(after))), target).toBe(true);
  }
  expect(paths).toEqual(expect.arrayContaining(['dist/descent-lab.js', 'dist/descent-lab.inline.js', 'LICENSE', 'README.md', 'package.json']));
  // The lab's own page, sources, tests and maps stay at home.
  expect(paths.filter((path) => !/^(dist\/package\/.*\.(js|d\.ts|json)|dist\/descent-lab(\.inline)?\.js|dist\/assets\/(?!index-).*\.js|LICENSE|README\.md|package\.json)$/.test(path))).toEqual([]);
  // All that the single script loads is there.
  const script = readFileSync(join(root, 'dist/descent-lab.js'), 'utf8');
  const later = [...new Set(Array.from(script.matchAll(/assets\/[\w.-]+\.js/g), ([path]) => path))];
  expect(later.length).toBeGreaterThan(2);
  for (const path of later) expect(paths).toContain(`dist/${path}`);
});

test('those who check packages find nothing', async () => {
  const run = promisify(execFile);
  const { stdout } = await run(bin('publint'), ['--strict'], { cwd: root });
  expect(stdout).toContain('All good!');
  await run(bin('attw'), ['--pack', '.', '--profile', 'esm-only', '--no-emoji'], { cwd: root });
});

test('the manifest tells of each element with its attributes, events, parts and colours', async () => {
  const { default: manifest } = await import(join(installed.folder, 'node_modules/descent-lab/dist/package/custom-elements.json'), { with: { type: 'json' } });
  const declarations = manifest.modules.flatMap((module: { declarations: object[] }) => module.declarations) as { tagName: string; attributes: { name: string; default: string }[]; events: { name: string }[]; cssParts: { name: string }[]; cssProperties: { name: string }[] }[];
  const element = declarations.find(({ tagName }) => tagName === 'gd-wide-minima')!;
  expect(element.attributes.find(({ name }) => name === 'learning-rates')).toMatchObject({ default: '0.01 0.3 4' });
  expect(element.attributes.find(({ name }) => name === 'engine')).toMatchObject({ default: 'auto' });
  expect(element.events.map(({ name }) => name)).toContain('gd-result');
  expect(element.cssParts.map(({ name }) => name)).toContain('chart');
  expect(element.cssProperties.map(({ name }) => name)).toContain('--gd-accent');
});
