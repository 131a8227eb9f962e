// Measures how soon the first picture of a default gd-wide-minima stands in the course page, whose other elements are
// thirty more of them: npm run bench:first-picture [-- rounds]. Each round is a cold start: a new browser with an empty profile,
// the software adapter, nothing cached but what the operating system keeps of files.
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { builtSite } from './built-site.js';
import { serveCourse } from '../course/serve.js';

const [rounds = 7] = process.argv.slice(2).map(Number);
const site = await builtSite(4179);
const { withAdapter, port } = site;
const course = await serveCourse(`http://localhost:${port}`);
try {
  const measured = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  print(measured.map(({ seen }) => seen));
  for (const { elements, engine } of new Map(measured.map((one) => [JSON.stringify(one.engine), one])).values())
    console.log(
      `${elements} elements gd-wide-minima in the page; the first was computed by ${engine.kind} on ${engine.adapter}.`,
    );
} finally {
  await course.close();
  await site.close();
}

/** Milliseconds from the beginning of the navigation until each thing first stands on the screen, and who computed it. */
async function measure() {
  const browser = await chromium.launch(withAdapter);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      const seen = {};
      // What is there in a frame's callback is painted by that frame: a message sent meanwhile comes after it.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data: names }) => {
        for (const name of names) seen[name] ??= performance.now();
        if (!('done' in seen)) requestAnimationFrame(watch);
      };
      const watch = () => {
        const element = document.querySelector('gd-wide-minima');
        const figures = Array.from(element?.shadowRoot?.querySelectorAll('figure') ?? []);
        const drawn = figures.filter((figure) =>
          Array.from(figure.querySelectorAll('.chart svg')).some((svg) => svg.getBoundingClientRect().width > 0),
        );
        const views = drawn.map(({ dataset }) => dataset.view);
        port2.postMessage([
          ...(element?.shadowRoot ? ['defined'] : []),
          ...(views.length > 0 ? ['first picture'] : []),
          ...views,
          ...(element?.state === 'done' ? ['done'] : []),
        ]);
      };
      requestAnimationFrame(watch);
      Object.assign(window, { seen });
    });
    await page.goto(course.origin);
    await page.waitForFunction(() => 'done' in window.seen, undefined, { timeout: 60_000 });
    return await page.evaluate(() => ({
      seen: window.seen,
      engine: document.querySelector('gd-wide-minima').result.engine,
      elements: document.querySelectorAll('gd-wide-minima').length,
    }));
  } finally {
    await browser.close();
  }
}

/** @param {Record<string, number>[]} rows */
function print(rows) {
  console.log(
    `The course page from a cold start, ${rows.length} rounds, load ${loadavg()[0].toFixed(2)}; milliseconds from navigation:`,
  );
  console.log(`${'least'.padStart(8)}${'median'.padStart(8)}${'most'.padStart(8)}`);
  for (const name of Object.keys(rows[0])) {
    const sorted = rows.map((row) => row[name]).sort((a, b) => a - b);
    const figures = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${figures.map((figure) => figure.toFixed(0).padStart(8)).join('')}  ${name}`);
  }
}
