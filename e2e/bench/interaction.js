// Measures how soon the pictures of gd-wide-minima follow the learning rate: npm run bench:interaction [-- moves]. A script
// moves the slider as a pointer would, again as soon as everything has followed, first at the default settings and then
// with 100,000 starts, on each engine.
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { builtSite } from './built-site.js';

const [moves = 30] = process.argv.slice(2).map(Number);
const site = await builtSite(4178);
const { withAdapter, port } = site;
const browser = await chromium.launch(withAdapter);
try {
  for (const engine of ['webgpu', 'cpu'])
    for (const starts of [10_000, 100_000]) print(engine, starts, await measure(engine, starts));
} finally {
  await browser.close();
  await site.close();
}

/**
 * Milliseconds from moving the slider until each thing that follows is on the screen.
 * @param {string} engine
 * @param {number} starts
 */
async function measure(engine, starts) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.route('**/alone', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="/descent-lab.js"></script><gd-wide-minima engine="${engine}" starts="${starts}"></gd-wide-minima>`,
    }),
  );
  await page.goto(`http://127.0.0.1:${port}/alone`);
  const rows = await page.evaluate(async (moves) => {
    const element = document.querySelector('gd-wide-minima');
    await element.settled;
    const root = element.shadowRoot;
    const slider = root.querySelector('.rate-track input');
    const texts = (selector) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent).join();
    const shown = {
      landscape: () => texts('[data-view=landscape] .gd-axes .gd-note'),
      'counts and histogram': () => texts('[data-view=histogram] .gd-panel:first-child .gd-panel-head'),
    };
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        requestAnimationFrame(() => port2.postMessage(0));
      });
    const rows = [];
    for (let move = 0; move < moves; move++) {
      // All over the slider, a different rate each time.
      slider.value = String(50 + Math.round(900 * ((move * 0.618034) % 1)));
      const before = Object.fromEntries(Object.entries(shown).map(([name, text]) => [name, text()]));
      const moved = performance.now();
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const row = {};
      while (Object.keys(row).length < Object.keys(shown).length && performance.now() - moved < 3000) {
        await painted();
        for (const [name, text] of Object.entries(shown))
          if (!(name in row) && text() !== before[name]) row[name] = performance.now() - moved;
      }
      if (move % 5 === 4) {
        const rested = performance.now();
        await element.settled;
        await painted();
        row['everything, once it rests'] = performance.now() - rested;
      }
      rows.push(row);
    }
    return rows;
  }, moves);
  await page.close();
  return rows;
}

/**
 * @param {string} engine
 * @param {number} starts
 * @param {Record<string, number>[]} rows
 */
function print(engine, starts, rows) {
  console.log(
    `\n${engine}, ${starts.toLocaleString('en')} starts, ${rows.length} moves, load ${loadavg()[0].toFixed(2)}; milliseconds from moving the rate:`,
  );
  console.log(`${'median'.padStart(8)}${'most'.padStart(8)}`);
  for (const name of Object.keys(rows[4] ?? rows[0])) {
    const sorted = rows.flatMap((row) => row[name] ?? []).sort((a, b) => a - b);
    const figures = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${figures.map((figure) => (figure ?? NaN).toFixed(0).padStart(8)).join('')}  ${name}`);
  }
}
