import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { complaintsOf } from '../course/course';
import { settledResult } from '../course-page';
import { Served } from './served.ts';

const root = resolve(import.meta.dirname, '../..');
const SCRIPT = 'descent-lab.inline.js';

/** A folder in which there is that one file and nothing else. */
let folder: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), 'descent-lab-'));
  await copyFile(join(root, 'dist', SCRIPT), join(folder, SCRIPT));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

const body = (engine: string) =>
  `<gd-wide-minima engine="${engine}" starts="500" views="histogram"></gd-wide-minima><gd-conv1d engine="${engine}" views="signal" length="256"></gd-conv1d>`;
const pageWith = (engine: string, script = `<script type="module" src="./${SCRIPT}"></script>`) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>One file</title><body>${body(engine)}${script}</body></html>`;

for (const engine of ['cpu', 'webgpu'] as const) {
  test(`the one file with everything in it computes with engine="${engine}" where there is no other file`, async ({
    page,
  }) => {
    const served = await Served.start(folder, { pages: { 'page.html': pageWith(engine) } });
    try {
      await page.goto(served.url('page.html'));
      const { engine: ran } = await settledResult(page);
      expect(ran.kind).toBe(engine);
      if (engine === 'cpu') expect(ran.adapter).toMatch(/worker/);
      expect((await settledResult(page, 'gd-conv1d')).engine.kind).toBe(engine);
      expect(served.fetched).toEqual(['page.html', SCRIPT]);
    } finally {
      await served.stop();
    }
  });
}

test('a signal and ratings are read from files of a visitor where there is no other file', async ({ page }) => {
  const body =
    '<gd-conv1d engine="cpu" views="signal"></gd-conv1d><gd-matrix-factorization engine="cpu" views="errors"></gd-matrix-factorization>';
  const served = await Served.start(folder, {
    pages: { 'page.html': pageWith('cpu').replace(/<body>.*?<script/, `<body>${body}<script`) },
  });
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(new URL(worker.url()).protocol));
  try {
    await page.goto(served.url('page.html'));
    const text = (lines: string[]) => ({
      name: 'mine.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page
      .locator('gd-conv1d input[type=file]')
      .setInputFiles(text(Array.from({ length: 100 }, (_, i) => String(Math.sin(i / 5)))));
    await expect(page.locator('gd-conv1d .signal-file')).toContainText('mine.csv');
    await expect.poll(async () => (await settledResult(page, 'gd-conv1d')).columns).toBe(100);
    const before = workers.length;
    await page
      .locator('gd-matrix-factorization input[type=file]')
      .setInputFiles(
        text(['user,item,rating', ...Array.from({ length: 60 }, (_, i) => `u${i % 12},i${i % 5},${1 + (i % 4)}`)]),
      );
    await expect.poll(async () => (await settledResult(page, 'gd-matrix-factorization')).users).toBe(12);
    // Both were read by workers, not by the page in the place of one that is missing.
    expect(before).toBeGreaterThan(0);
    expect(workers.length).toBeGreaterThan(before);
    expect(new Set(workers)).toEqual(new Set(['blob:']));
    expect(served.fetched).toEqual(['page.html', SCRIPT]);
  } finally {
    await served.stop();
  }
});

test('a page that is a single file on the disk computes, with the script written into it', async ({ page }) => {
  const script = await readFile(join(folder, SCRIPT), 'utf8');
  // What would end the script, or begin a comment, in the middle of a page.
  expect(script).not.toMatch(/<\/script|<!--/i);
  const file = join(folder, 'single.html');
  await writeFile(file, pageWith('cpu', `<script type="module">${script}</script>`));
  await page.goto(pathToFileURL(file).href);
  const { engine, runs } = await settledResult(page);
  expect(engine).toMatchObject({ kind: 'cpu', adapter: expect.stringMatching(/worker/) });
  expect(runs.map(({ starts }) => starts)).toEqual([500, 500, 500]);
});

test('a page on the disk takes the classic script beside it: it computes in workers, in the page’s own words, and a script has the engine', async ({
  page,
}) => {
  const classic = 'descent-lab.classic.js';
  await copyFile(join(root, 'dist', classic), join(folder, classic));
  const file = join(folder, 'double-click.html');
  const own = `DescentLab.setWords({ locale: 'de', words: { elements: { run: 'Neu rechnen' } } });
    DescentLab.chooseEngine('cpu').run(DescentLab.trace, { objective: 'x^2/2', starts: [1], learningRate: 0.5, iterations: 2, every: 1, bound: 10 })
      .then(({ iterates }) => { document.title = Array.from(iterates).join(' '); });`;
  await writeFile(file, pageWith('cpu', `<script src="./${classic}"></script><script>${own}</script>`));
  await page.goto(pathToFileURL(file).href);
  const { engine } = await settledResult(page);
  expect(engine).toMatchObject({ kind: 'cpu', adapter: expect.stringMatching(/worker/) });
  await expect(page.locator('gd-wide-minima').getByRole('button', { name: 'Neu rechnen' })).toBeVisible();
  await expect(page).toHaveTitle('1 0.5 0.25');
});

const POLICY = "default-src 'none'; script-src 'self'";

test('what the documentation has a strict policy allow is enough, from wherever the script comes', async ({ page }) => {
  await page.goto('/docs/frameworks.html');
  const rows = await page
    .getByRole('region', { name: 'What a policy has to allow' })
    .locator('tr:has(td)')
    .evaluateAll((all) => all.map((row) => [row.textContent, row.querySelector('td:last-child code')!.textContent]));
  const allowed = (what: RegExp) => rows.find(([text]) => what.test(text))![1];
  const trusted = allowed(/^Trusted Types/);
  const elsewhere = await Served.start(join(root, 'dist'), { headers: { 'Access-Control-Allow-Origin': '*' } });
  const cdn = elsewhere.url('').slice(0, -1);
  const complaints = await complaintsOf(page);
  // Made of markup.
  const derivation = '<gd-matrix-gradient views="derivation"></gd-matrix-gradient>';
  try {
    for (const [row, script] of [
      [/own origin/, '<script type="module" src="./descent-lab.js"></script>'],
      [/another origin/, `<script type="module" src="${cdn}/descent-lab.js"></script>`],
      [/descent-lab\.inline/, '<script type="module" src="./descent-lab.inline.js"></script>'],
      [/descent-lab\.classic/, '<script src="./descent-lab.classic.js"></script>'],
    ] as const) {
      const policy = allowed(row).replaceAll('https://cdn.example', cdn);
      const served = await Served.start(join(root, 'dist'), {
        pages: { 'page.html': `${pageWith('cpu', script)}${derivation}` },
        headers: { 'Content-Security-Policy': `default-src 'none'; ${policy}; ${trusted}` },
      });
      try {
        await page.goto(served.url('page.html'));
        expect((await settledResult(page)).engine.adapter, script).toMatch(/worker/);
        expect((await settledResult(page, 'gd-conv1d')).engine.adapter, script).toMatch(/worker/);
        await settledResult(page, 'gd-matrix-gradient');
        expect(complaints, script).toEqual([]);
      } finally {
        await served.stop();
      }
    }
  } finally {
    await elsewhere.stop();
  }
});

test('where a page’s policy forbids workers from blobs, the page computes, and the element says so', async ({
  page,
}) => {
  const served = await Served.start(folder, {
    pages: { 'page.html': pageWith('cpu') },
    headers: { 'Content-Security-Policy': `${POLICY}; worker-src 'self'` },
  });
  try {
    await page.goto(served.url('page.html'));
    const { engine, runs } = await settledResult(page);
    expect(engine.adapter).toBe('main thread, float64');
    expect(runs.map(({ starts }) => starts)).toEqual([500, 500, 500]);
    await expect(page.locator('gd-wide-minima .status')).toContainText('main thread');
  } finally {
    await served.stop();
  }
});

test('the script alone, without the files beside it, says that a part is missing', async ({ page }) => {
  const alone = await mkdtemp(join(tmpdir(), 'descent-lab-'));
  await copyFile(join(root, 'dist/descent-lab.js'), join(alone, 'descent-lab.js'));
  const served = await Served.start(alone, {
    pages: { 'page.html': pageWith('cpu', '<script type="module" src="./descent-lab.js"></script>') },
  });
  try {
    await page.goto(served.url('page.html'));
    await expect(page.locator('gd-wide-minima')).toHaveJSProperty('state', 'failed');
    await expect(page.locator('gd-wide-minima .message')).toContainText(/folder assets.*descent-lab\.inline\.js/s);
  } finally {
    await served.stop();
    await rm(alone, { recursive: true });
  }
});
