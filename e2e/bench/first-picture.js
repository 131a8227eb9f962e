// Measures how soon the first picture of a default gd-wide-minima stands in the course page, whose other elements are
// thirty more of them: npm run bench:first-picture [-- rounds]. Each round is a cold start: a new browser, nothing cached.
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { build, preview, runnerImport } from 'vite';
import { serveCourse } from '../course/serve.js';

const [rounds = 7] = process.argv.slice(2).map(Number);
// What is built is built as for the public, whatever ran through Vite's development server before.
process.env.NODE_ENV = 'production';
const { withAdapter } = (await runnerImport('./e2e/browser/launch.ts', { configFile: false, logLevel: 'error' })).module;

await build({ logLevel: 'error' });
const site = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port: 4179 } });
const { port } = /** @type {import('node:net').AddressInfo} */ (site.httpServer.address());
const course = await serveCourse(`http://localhost:${port}`);
try {
  const rows = [];
  for (let round = 0; round < rounds; round++) rows.push(await measure());
  print(rows);
} finally {
  await course.close();
  await site.close();
}

/** Milliseconds from the beginning of the navigation until each thing first stands on the screen. */
async function measure() {
  const browser = await chromium.launch(withAdapter);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      const seen = {};
      const note = (name) => (seen[name] ??= performance.now());
      const watch = () => {
        const element = document.querySelector('gd-wide-minima');
        // What is there now was painted by the last frame.
        if (element?.shadowRoot) note('defined');
        for (const figure of element?.shadowRoot?.querySelectorAll('figure') ?? []) if (figure.querySelector('.chart').childElementCount > 0) note(figure.dataset.view);
        if (element?.state === 'done') note('done');
        else requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
      Object.assign(window, { seen });
    });
    await page.goto(course.origin);
    await page.waitForFunction(() => 'done' in window.seen, undefined, { timeout: 60_000 });
    return await page.evaluate(() => window.seen);
  } finally {
    await browser.close();
  }
}

/** @param {Record<string, number>[]} rows */
function print(rows) {
  console.log(`The course page from a cold start, ${rows.length} rounds, load ${loadavg()[0].toFixed(2)}; milliseconds from navigation:`);
  console.log(`${'least'.padStart(8)}${'median'.padStart(8)}${'most'.padStart(8)}`);
  for (const name of Object.keys(rows[0])) {
    const sorted = rows.map((row) => row[name]).sort((a, b) => a - b);
    const figures = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${figures.map((figure) => figure.toFixed(0).padStart(8)).join('')}  ${name}`);
  }
}
