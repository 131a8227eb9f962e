import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { settleAll, settledResult } from '../course-page';
import { htmlOf, subjects, tags, type Subject } from '../elements';
import { Served } from './served.ts';

/** Bytes after gzip, a kB being a thousand of them. */
const LOADER = 15_000;
const WITHOUT_ENGINE = 111_000;
/** What reads formulas, and how they are drawn, where an element has some. */
const FORMULAS = 33_500;
/** What takes matrices apart (ml-matrix), where an element solves a least-squares problem. */
const DECOMPOSITIONS = 20_000;
const WITH_CPU = 162_500;
const GPU = 45_000;

const root = resolve(import.meta.dirname, '../..');
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

const pageWith = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sizes</title><script type="module" src="./descent-lab.js"></script><body>${body}</body></html>`;

/** Opens a page and waits until all its elements have computed and drawn. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const outcomes = await settleAll(page);
  expect(outcomes).toEqual(outcomes.map(() => 'done'));
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

/** Whether there is some of ml-matrix in a script, by what its errors say. */
async function isDecomposing(file: string): Promise<boolean> {
  return /Matrix must be square|Matrix is rank deficient/i.test(await readFile(join(root, 'dist', file), 'utf8'));
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

/** The scripts that a page with one element fetches, and those that it fetches more for the GPU. */
async function fetchedFor(page: Page, { tag, hasEngine, scenes }: Subject) {
  const body = (more: object) => pageWith(htmlOf(tag, { ...scenes[0], ...more }));
  const pages = { 'cpu.html': body({}), 'webgpu.html': body({ engine: 'webgpu' }) };
  const served = await Served.start(join(root, 'dist'), { pages });
  try {
    await open(page, served.url('cpu.html'));
    const cpu = await served.scripts();
    expect(await withGPU(served, cpu.keys())).toEqual([]);
    expect([...cpu.keys()].some((file) => /worker/.test(file))).toBe(hasEngine);
    if (!hasEngine) return { cpu, webgpu: new Map<string, number>() };
    await open(page, served.url('webgpu.html'));
    const webgpu = new Map([...(await served.scripts())].filter(([file]) => !cpu.has(file)));
    expect(await withGPU(served, webgpu.keys())).not.toEqual([]);
    return { cpu, webgpu };
  } finally {
    await served.stop();
  }
}

test('every element stays within its budget, and so does what WebGPU adds', async ({ page, context }) => {
  test.setTimeout(30_000 + 20_000 * subjects.length);
  const all = new Map<string, Awaited<ReturnType<typeof fetchedFor>>>();
  const waiting = [...subjects];
  // Two at a time: half of the time is waited for something else than a processor.
  await Promise.all(
    [page, await context.newPage()].map(async (own) => {
      for (let subject = waiting.shift(); subject; subject = waiting.shift())
        all.set(subject.tag, await fetchedFor(own, subject));
    }),
  );
  const isShared = (file: string) => [...all.values()].every(({ cpu }) => cpu.has(file));
  const rows = [...all].map(([tag, { cpu, webgpu }]) => {
    const part = (isPart: (file: string) => boolean) =>
      sum([...cpu].filter(([file]) => isPart(file)).map(([, n]) => n));
    return {
      tag,
      loader: kB(part((file) => file === 'descent-lab.js')),
      shared: kB(part((file) => file !== 'descent-lab.js' && isShared(file))),
      own: kB(part((file) => !isShared(file))),
      together: kB(sum(cpu.values())),
      files: cpu.size,
      'WebGPU adds': kB(sum(webgpu.values())),
    };
  });
  console.table(rows);
  const files = new Map([...all.values()].flatMap(({ cpu }) => [...cpu]));
  console.log(`All elements on one page, with the CPU engine: ${kB(sum(files.values()))} in ${files.size} files`);
  for (const { tag, hasEngine } of subjects) {
    const { cpu, webgpu } = all.get(tag)!;
    const hasFormulas = [...cpu.keys()].some((file) => file.includes('/formula-'));
    const decomposes = (await Promise.all([...cpu.keys()].map(isDecomposing))).some(Boolean);
    const budget =
      (hasEngine ? WITH_CPU : WITHOUT_ENGINE) + (hasFormulas ? FORMULAS : 0) + (decomposes ? DECOMPOSITIONS : 0);
    expect(sum(cpu.values()), accusation(`<${tag}>`, budget, cpu)).toBeLessThanOrEqual(budget);
    expect(sum(webgpu.values()), accusation(`what WebGPU adds to <${tag}>`, GPU, webgpu)).toBeLessThanOrEqual(GPU);
  }
});

test('the loader stays within its budget; it is all that is fetched until an element is connected, and no engine is until one computes', async ({
  page,
}) => {
  // On the page, but far from what is seen of it: nothing is to compute yet.
  const below = `<div style="height: 20000px"></div>${tags.map((tag) => `<${tag}></${tag}>`).join('')}`;
  const served = await Served.start(join(root, 'dist'), {
    pages: { 'none.html': pageWith(''), 'below.html': pageWith(below) },
  });
  try {
    await page.goto(served.url('none.html'));
    await page.waitForLoadState('networkidle');
    expect(served.fetched).toEqual(['none.html', 'descent-lab.js']);
    const loader = await served.scripts();
    expect(sum(loader.values()), accusation('the loader', LOADER, loader)).toBeLessThanOrEqual(LOADER);

    await page.goto(served.url('below.html'));
    for (const tag of tags) await page.locator(`${tag} [part=base]`).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(served.fetched.filter((file) => /worker|webgpu|\/cpu/.test(file))).toEqual([]);
  } finally {
    await served.stop();
  }
});

test('the site works from any folder of a server, as GitHub Pages has it', async ({ page }) => {
  const parent = await mkdtemp(join(tmpdir(), 'descent-lab-'));
  await symlink(join(root, 'dist'), join(parent, 'descent-lab'));
  const served = await Served.start(parent);
  try {
    await page.goto(served.url('descent-lab/index.html?wide-minima.engine=cpu'));
    // An address of old leads on.
    await page.waitForURL('**/descent-lab/experiments/wide-minima.html?engine=cpu');
    await page.locator('#experiment').waitFor();
    expect((await settledResult(page)).engine).toMatchObject({ kind: 'cpu', adapter: expect.stringMatching(/worker/) });
    for (const path of ['sheets.html', 'docs/index.html', 'docs/programmers.html', 'docs/gd-conv1d.html']) {
      await page.goto(served.url(`descent-lab/${path}`));
      if (path.includes('gd-')) await page.waitForURL('**/descent-lab/experiments/conv1d.html');
      await expect(page.locator('h1')).toBeVisible();
    }
    expect((await settledResult(page, 'gd-conv1d')).columns).toBeGreaterThan(0);
    expect(served.fetched.filter((path) => !path.startsWith('descent-lab/'))).toEqual([]);
    expect(served.missing).toEqual([]);
  } finally {
    await served.stop();
    await rm(parent, { recursive: true });
  }
});
