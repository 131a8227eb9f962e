import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { settledResult } from './course-page';
import { experimentNames } from '../build/experiments.ts';
import { eventsByTag } from './elements';
import { Installed, serve } from './package/packed.ts';

const tags = experimentNames.map((name) => `gd-${name}`);

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
  for (const [name, value] of Object.entries({
    'at-first': '',
    one: 'gd-wide-minima true',
    all: tags.join(' '),
    converged: '64 of 64 on cpu',
    recovered: '0.667 1.333 0.667',
    mathml: 'true',
    words: 'Zurück auf Anfang',
  })) {
    await expect(body).toHaveAttribute(`data-${name}`, value);
  }
});

test('importing a module does not throw where a bundler knows no import.meta.url, and no worker starts without its script', async () => {
  const folder = join(root, 'dist/package');
  // At the root: what other bundlers put all code into is one folder, with a copy of `assets` in it.
  const files = readdirSync(folder).filter((file) => file.endsWith('-worker.js'));
  expect(files.map((file) => file.replace('.js', ''))).toEqual(
    readdirSync(join(folder, 'assets')).flatMap((file) => /^(.*)-[\w-]{8}\.js$/.exec(file)?.[1] ?? []),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    // As bundlers that make a plain script write it.
    const code = readFileSync(join(folder, file), 'utf8');
    const [, address] = /new URL\("\.\/(assets\/[^"/]+)", import\.meta\.url\)/.exec(code)!;
    expect(existsSync(join(folder, address)), address).toBe(true);
    const script = code.replaceAll('import.meta', '({})').replace(/export \{.*/s, '');
    const name = /var (\w+) = /.exec(script)![1];
    expect(runInNewContext(`${script}; ${name}`, { URL }), file).toBe('');
  }
});

test('importing the classes registers nothing, also where no bundler has left out what is not used', async ({
  page,
}) => {
  await serve(page, await installed.build('vite', { treeshake: false }));
  await page.goto('/installed/index.html');
  await expect(page.locator('body')).toHaveAttribute('data-at-first', '');
});

test('an app with one element ships its experiment and no other, and no engine where none is needed', async ({
  page,
}) => {
  const tag = 'gd-norms';
  const folder = join(installed.folder, 'one');
  await mkdir(folder);
  await writeFile(join(folder, 'main.js'), `import 'descent-lab/define/${tag}';`);
  const script = '<script type="module" src="./main.js"></script>';
  await writeFile(join(folder, 'index.html'), `<!doctype html><title>One</title>${script}<${tag}></${tag}>`);
  await serve(page, await installed.build('one'));
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto('/installed/index.html');
  await settledResult(page, tag);
  expect(fetched.length).toBeGreaterThan(2);
  const names = experimentNames.filter((name) => name !== 'norms');
  expect(fetched.filter((url) => names.some((name) => url.includes(`/${name}-`)))).toEqual([]);
  expect(fetched.filter((url) => /worker|webgpu|\/cpu/.test(url))).toEqual([]);
});

test('in a React app an element takes properties and follows them', async ({ page }) => {
  await serve(page, await installed.build('react'));
  await page.goto('/installed/index.html');
  await page.locator('gd-wide-minima').waitFor();
  expect((await settledResult(page)).runs.map(({ learningRate }) => learningRate)).toEqual([0.01]);
  await page.getByRole('button', { name: 'Two rates' }).click();
  await expect
    .poll(async () => (await settledResult(page)).runs.map(({ learningRate }) => learningRate))
    .toEqual([0.3, 1]);
});

test('the script and the modules on one page, whichever comes first: nothing is thrown, and the elements work once', async ({
  page,
}) => {
  const folder = await installed.build('react');
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const script = '<script type="module" src="/descent-lab.js"></script>';
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await serve(page, folder);
  for (const [name, both] of Object.entries({
    first: html.replace('<head>', `<head>${script}`),
    last: html.replace('</body>', `${script}</body>`),
  })) {
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
  expect(installed.typeErrors('react/main.tsx', 'react/types.tsx')).toEqual([]);
  expect(installed.typeErrors('types/stubs.d.ts', 'types/vue.ts', 'types/svelte.ts')).toEqual([]);
});

test('the packed file has what package.json promises, and nothing else', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
  });
  const [{ files }] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const paths = files.map(({ path }) => path);
  const {
    default: { exports, unpkg, jsdelivr, customElements: manifest },
  } = await import(join(root, 'package.json'), { with: { type: 'json' } });
  // What a browser gets that asks for the package by its name alone, and where tools look for the manifest.
  expect({ unpkg, jsdelivr }).toEqual({ unpkg: './dist/descent-lab.js', jsdelivr: './dist/descent-lab.js' });
  expect(manifest).toBe(exports['./custom-elements.json']);
  for (const entry of [
    '.',
    './define',
    './define/*',
    './engine',
    './formula',
    './operators',
    './testing',
    './words',
    './jsx',
    './vue',
    './svelte',
    './room.css',
    './custom-elements.json',
    './html-custom-data.json',
  ])
    expect(Object.keys(exports)).toContain(entry);
  const promised = Object.values(exports as Record<string, string | Record<string, string>>).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  for (const target of promised.map((path) => path.replace('./', ''))) {
    const [before, after] = target.split('*');
    expect(
      paths.some((path) => (after === undefined ? path === target : path.startsWith(before) && path.endsWith(after))),
      target,
    ).toBe(true);
  }
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/descent-lab.js',
      'dist/descent-lab.inline.js',
      'dist/descent-lab.classic.js',
      'LICENSE',
      'README.md',
      'package.json',
    ]),
  );
  // The lab's own page, sources, tests and maps stay at home.
  expect(
    paths.filter(
      (path) =>
        !/^(dist\/package\/(.*\.(js|d\.ts|json)|room\.css)|dist\/descent-lab(\.inline|\.classic)?\.js|dist\/assets\/.*\.js|LICENSE|README\.md|package\.json)$/.test(
          path,
        ),
    ),
  ).toEqual([]);
  // A map that is named and not there makes servers of other people's complain.
  for (const path of paths.filter((one) => /^dist\/package\/.*\.js$/.test(one)))
    expect(readFileSync(join(root, path), 'utf8').includes('sourceMappingURL'), path).toBe(false);
  // All that the single script loads is there.
  const script = readFileSync(join(root, 'dist/descent-lab.js'), 'utf8');
  const later = [...new Set(Array.from(script.matchAll(/assets\/[\w.-]+\.js/g), ([path]) => path))];
  expect(later.length).toBeGreaterThan(2);
  for (const path of later) expect(paths).toContain(`dist/${path}`);
  // And what those load, workers too.
  const assets = readdirSync(join(root, 'dist/assets')).filter((name) => name.endsWith('.js'));
  for (const name of assets) expect(paths).toContain(`dist/assets/${name}`);
});

test('those who check packages find nothing', async () => {
  const run = promisify(execFile);
  const { stdout } = await run(bin('publint'), ['--strict'], { cwd: root });
  expect(stdout).toContain('All good!');
  await run(bin('attw'), ['--pack', '.', '--profile', 'esm-only', '--no-emoji', '--exclude-entrypoints', 'room.css'], {
    cwd: root,
  });
});

interface Told {
  tagName: string;
  attributes: { name: string; fieldName: string; default: string; description: string }[];
  members: { kind: string; name: string }[];
  events: { name: string }[];
  cssParts: { name: string }[];
  cssProperties: { name: string }[];
}

test('what manifest, editors and type checkers are told of each element is what it has: attributes, defaults, events, parts and custom properties', async ({
  page,
}) => {
  const folder = join(installed.folder, 'node_modules/descent-lab/dist/package');
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const told = (
    JSON.parse(await read('custom-elements.json')) as { modules: { declarations: Told[] }[] }
  ).modules.flatMap(({ declarations }) => declarations);
  const html = (
    JSON.parse(await read('html-custom-data.json')) as {
      tags: { name: string; attributes: { name: string; description: string; values?: { name: string }[] }[] }[];
    }
  ).tags;
  const types = await read('attributes.d.ts');
  const fired = await eventsByTag();
  await serve(page, installed.folder);
  await page.goto('/installed/plain/index.html');
  expect(told.map(({ tagName }) => tagName)).toEqual(html.map(({ name }) => name));
  expect(told.map(({ tagName }) => tagName)).toEqual(tags);
  for (const { tagName, attributes, members, events, cssParts, cssProperties } of told) {
    const has = await page.evaluate(lookAt, {
      tag: tagName,
      defaults: attributes.map(({ name, fieldName, default: value }) => ({ name, fieldName, value })),
    });
    expect(attributes.map(({ name }) => name).sort(), tagName).toEqual(has.attributes);
    expect(has.otherDefaults, tagName).toEqual([]);
    for (const { description } of attributes) expect(description).toMatch(/\w.* Takes .+\.$/);
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...attributes.map(({ fieldName }) => fieldName),
        'state',
        'result',
        'settled',
        'run',
        'cancel',
        'exportSVG',
      ]),
    );
    const hasEngine = attributes.some(({ name }) => name === 'engine');
    expect(
      events.map(({ name }) => name),
      tagName,
    ).toEqual(fired.get(tagName));
    expect(has.parts.length).toBeGreaterThan(8);
    expect(cssParts.map(({ name }) => name)).toEqual(expect.arrayContaining(has.parts));
    expect(has.custom.length).toBeGreaterThan(10);
    expect(cssProperties.map(({ name }) => name)).toEqual(expect.arrayContaining(has.custom));

    const inHTML = html.find(({ name }) => name === tagName)!.attributes;
    expect(inHTML.map(({ name, description }) => ({ name, description }))).toEqual(
      attributes.map(({ name, description }) => ({ name, description })),
    );
    expect(inHTML.find(({ name }) => name === 'engine')?.values).toEqual(
      hasEngine ? [{ name: 'auto' }, { name: 'webgpu' }, { name: 'cpu' }] : undefined,
    );
    const [, name] = new RegExp(`'${tagName}': (\\w+);`).exec(types)!;
    const [, typed] = new RegExp(`export interface ${name} \\{([^]*?)\\n\\}`).exec(types)!;
    const keys = Array.from(typed.matchAll(/^ {2}'?([\w-]+)'?\?:/gm), ([, key]) => key);
    expect([...new Set(keys)].sort()).toEqual(
      [...new Set(attributes.flatMap(({ name, fieldName }) => [name, fieldName]))].sort(),
    );
  }
});

/** What an element has: in the page, where nothing of this file is. */
async function lookAt({
  tag,
  defaults,
}: {
  tag: string;
  defaults: { name: string; fieldName: string; value: string }[];
}) {
  type Live = HTMLElement & Record<string, unknown> & { updateComplete: Promise<unknown> };
  const element = document.createElement(tag) as Live;
  document.body.append(element);
  await element.updateComplete;
  const { observedAttributes } = element.constructor as unknown as { observedAttributes: string[] };
  const before = defaults.map(({ fieldName }) => JSON.stringify(element[fieldName]));
  for (const { name, value } of defaults) if (value !== '') element.setAttribute(name, value);
  const otherDefaults = defaults.filter(
    ({ fieldName }, i) => before[i] === undefined || JSON.stringify(element[fieldName]) !== before[i],
  );
  await element.updateComplete;
  const parts = [...element.shadowRoot!.querySelectorAll('[part]')].flatMap((node) => [...node.part]);
  const css = element
    .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
    .join('\n');
  return {
    attributes: [...observedAttributes].sort(),
    otherDefaults,
    parts: [...new Set(parts)],
    custom: [...new Set(css.match(/var\(--gd-[\w-]+/g))].map((text) => text.slice(4)),
  };
}
