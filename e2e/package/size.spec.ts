import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import { settledResult, type Element } from '../course-page';
import { experimentNames } from '../../build/experiments.ts';
import { Installed } from './packed.ts';
import { Served } from './served.ts';

/** Bytes after gzip, a kB being a thousand of them. */
const ELEMENT = 130_000;
const GPU = 45_000;
const SCRIPT = 150_000;

const root = resolve(import.meta.dirname, '../..');
const tags = experimentNames.map((name) => `gd-${name}`);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

let installed: Installed | undefined;

test.afterAll(() => installed?.remove());

/** What an application ships for one element, as Vite makes it by default: its script, and what that loads. */
async function application(tag: string): Promise<string> {
  installed ??= await Installed.create();
  const folder = join(installed.folder, `only-${tag}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'main.js'), `import 'descent-lab/define/${tag}';`);

  await build({
    root: folder,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { rolldownOptions: { input: join(folder, 'main.js'), output: { entryFileNames: 'main.js' } } },
  });
  return join(folder, 'dist');
}

const pageWith = (script: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>One element</title><script type="module" src="./${script}"></script><body>${body}</body></html>`;

/** Opens a page and waits until all its elements have computed and drawn. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(async (names) => {
    for (const element of document.querySelectorAll<Element>(names)) {
      await customElements.whenDefined(element.localName);
      await element.settled;
    }
  }, tags.join());
}

/** The fetched scripts in which there is some of the GPU's part, by their names or by what is in them. */
async function withGPU(served: Served, files: Iterable<string>): Promise<string[]> {
  const names = [...files];
  const found = await Promise.all(
    names.map(
      async (file) => /webgpu/.test(file) || /@workgroup_size/.test(await readFile(join(served.folder, file), 'utf8')),
    ),
  );
  return names.filter((_, i) => found[i]);
}

/** Which part of an element a file is. */
function partOf(file: string): 'worker' | 'engine' | 'page' {
  if (/worker/.test(file)) return 'worker';
  return /main|descent-lab|formula|lower|objective|algebra/.test(file) ? 'page' : 'engine';
}

/** A sentence that names the parts of what is too large, the largest first. */
function accusation(what: string, budget: number, files: Map<string, number>): string {
  const total = sum(files.values());
  const listed = [...files]
    .sort((a, b) => b[1] - a[1])
    .map(([file, size]) => `${file} ${kB(size)}`)
    .join(', ');
  return `${what} is ${kB(total)} after gzip, ${kB(total - budget)} over its budget of ${kB(budget)}: ${listed}`;
}

/** What grew since the README's table was measured, the most first. */
function growth(tag: string, sizes: Record<string, number>): string {
  const table = readFileSync(join(root, 'README.md'), 'utf8');
  const figures = new RegExp(`^\\| \`${tag}\` \\|(.*)\\|$`, 'm').exec(table)?.[1].split('|').map(Number);
  if (!figures) return `the README has no figures of <${tag}>`;
  const [page, engine, worker, , webgpu] = figures.map((figure) => 1000 * figure);
  const before: Record<string, number> = { page, engine, worker, webgpu };
  const grown = Object.keys(sizes)
    .map((part) => [part, sizes[part] - before[part]] as const)
    .filter(([, more]) => more > 50)
    .sort((a, b) => b[1] - a[1]);
  return `since the README's figures ${grown.map(([part, more]) => `the part ${part} grew by ${kB(more)}`).join(', ') || 'nothing grew'}`;
}

for (const tag of tags) {
  test(`<${tag}> with its CPU engine stays within its budget, and so does what WebGPU adds`, async ({ page }, {
    annotations,
  }) => {
    test.setTimeout(240_000);
    const folder = await application(tag);
    const body = (engine: string) => `<${tag} engine="${engine}" loading="eager"></${tag}>`;
    const served = await Served.start(folder, {
      pages: { 'cpu.html': pageWith('main.js', body('cpu')), 'webgpu.html': pageWith('main.js', body('webgpu')) },
    });
    try {
      await open(page, served.url('cpu.html'));
      const cpu = await served.scripts();
      expect(await withGPU(served, cpu.keys())).toEqual([]);
      expect([...cpu.keys()].some((file) => /worker/.test(file))).toBe(true);
      await open(page, served.url('webgpu.html'));
      expect(await page.evaluate((name) => document.querySelector<Element>(name)!.result.engine.kind, tag)).toBe(
        'webgpu',
      );
      const more = new Map([...(await served.scripts())].filter(([file]) => !cpu.has(file)));
      expect(await withGPU(served, more.keys())).not.toEqual([]);
      const parts = { page: 0, engine: 0, worker: 0 };
      for (const [file, size] of cpu) parts[partOf(file)] += size;
      const line = `${tag}: page ${kB(parts.page)} + engine ${kB(parts.engine)} + worker ${kB(parts.worker)} = ${kB(sum(cpu.values()))} in ${cpu.size} files; WebGPU adds ${kB(sum(more.values()))}`;
      console.log(line);
      annotations.push({ type: 'size', description: line });
      expect(
        sum(cpu.values()),
        `${accusation(`<${tag}> with its CPU engine`, ELEMENT, cpu)}; ${growth(tag, parts)}`,
      ).toBeLessThanOrEqual(ELEMENT);
      expect(
        sum(more.values()),
        `${accusation(`what WebGPU adds to <${tag}>`, GPU, more)}; ${growth(tag, { webgpu: sum(more.values()) })}`,
      ).toBeLessThanOrEqual(GPU);
    } finally {
      await served.stop();
    }
  });
}

test('the site works from any folder of a server, as GitHub Pages has it', async ({ page }) => {
  const parent = await mkdtemp(join(tmpdir(), 'descent-lab-'));
  await symlink(join(root, 'dist'), join(parent, 'descent-lab'));
  const served = await Served.start(parent);
  try {
    await page.goto(served.url('descent-lab/index.html?wide-minima.engine=cpu'));
    await page.locator('gd-wide-minima').waitFor();
    expect((await settledResult(page)).engine).toMatchObject({ kind: 'cpu', adapter: expect.stringMatching(/worker/) });
    for (const path of ['docs/index.html', 'docs/gd-conv1d.html', 'docs/programmers.html']) {
      await page.goto(served.url(`descent-lab/${path}`));
      await expect(page.locator('h1')).toBeVisible();
      if (path.includes('gd-')) expect((await settledResult(page, 'gd-conv1d')).columns).toBeGreaterThan(0);
    }
    expect(served.fetched.filter((path) => !path.startsWith('descent-lab/'))).toEqual([]);
    expect(served.missing).toEqual([]);
  } finally {
    await served.stop();
    await rm(parent, { recursive: true });
  }
});

test('the single script stays within its budget; it is all that is fetched until an element computes, and no GPU part comes with the CPU engine', async ({
  page,
}) => {
  const all = tags.map((tag) => `<${tag} engine="cpu" loading="eager"></${tag}>`).join('');
  // On the page, but far from what is seen of it: nothing is to compute yet.
  const below = `<div style="height: 20000px"></div>${tags.map((tag) => `<${tag}></${tag}>`).join('')}`;
  const served = await Served.start(join(root, 'dist'), {
    pages: { 'none.html': pageWith('descent-lab.js', below), 'cpu.html': pageWith('descent-lab.js', all) },
  });
  try {
    await page.goto(served.url('none.html'));
    await page.waitForFunction(
      (names) => names.every((name) => document.querySelector(name)?.shadowRoot?.querySelector('[part=base]')),
      tags,
    );
    await page.waitForLoadState('networkidle');
    expect(served.fetched).toEqual(['none.html', 'descent-lab.js']);
    const script = await served.scripts();
    await open(page, served.url('cpu.html'));
    const cpu = await served.scripts();
    expect(await withGPU(served, cpu.keys())).toEqual([]);
    expect([...cpu.keys()].filter((file) => /formulas-worker|matrices-worker/.test(file)).length).toBe(2);
    console.log(
      `descent-lab.js: ${kB(sum(script.values()))}; with all that its elements load for the CPU engine ${kB(sum(cpu.values()))}`,
    );
    expect(sum(script.values()), accusation('the single script', SCRIPT, script)).toBeLessThanOrEqual(SCRIPT);
  } finally {
    await served.stop();
  }
});
