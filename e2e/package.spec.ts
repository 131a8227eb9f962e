import { execFile } from 'node:child_process';
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

test('the types of the package hold, in the apps and within themselves', () => {
  expect(installed.typeErrors('vite/main.ts')).toEqual([]);
  expect(installed.typeErrors('react/main.tsx')).toEqual([]);
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
