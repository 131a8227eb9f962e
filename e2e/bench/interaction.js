// Measures how soon pictures follow the learning rate: npm run bench:interaction [-- moves]. A script moves the slider as a
// pointer would, again as soon as everything has followed: those of gd-wide-minima at the default settings and with 100,000
// starts, and the basins of gd-surface, on each engine.
import { loadavg } from 'node:os';
import { chromium } from 'playwright';
import { builtSite } from './built-site.js';

const [moves = 30] = process.argv.slice(2).map(Number);
const site = await builtSite(4178);
const { withAdapter, port } = site;
const browser = await chromium.launch(withAdapter);
/** What follows in an element, by the selector of a text that changes with it. */
const wideMinima = {
  tag: 'gd-wide-minima',
  shown: {
    landscape: '[data-view=landscape] .gd-axes .gd-note',
    'counts and histogram': '[data-view=histogram] .gd-panel:first-child .gd-panel-head',
  },
};
const cases = [
  { ...wideMinima, what: '10,000 starts', attributes: 'starts="10000"' },
  { ...wideMinima, what: '100,000 starts', attributes: 'starts="100000"' },
  {
    tag: 'gd-surface',
    what: 'basins of 200 iterations',
    attributes: 'views="basins" iterations="200"',
    shown: { 'coarse basins': '[data-view=basins] figcaption' },
  },
];

try {
  for (const engine of ['webgpu', 'cpu']) for (const one of cases) print(engine, one.what, await measure(engine, one));
} finally {
  await browser.close();
  await site.close();
}

/**
 * Milliseconds from moving the slider until each thing that follows is on the screen.
 * @param {string} engine
 * @param {(typeof cases)[number]} one
 */
async function measure(engine, { tag, attributes, shown }) {
  // Tall enough for what is measured: what is out of sight waits until the slider rests.
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce' });
  await page.route('**/alone', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="module" src="/descent-lab.js"></script><${tag} engine="${engine}" ${attributes}></${tag}>`,
    }),
  );
  await page.goto(`http://127.0.0.1:${port}/alone`);
  const measured = async ({ tag, shown, moves }) => {
    await customElements.whenDefined(tag);
    const element = document.querySelector(tag);
    await element.settled;
    const root = element.shadowRoot;
    const slider = root.querySelector('.rate-track input');
    const texts = (selector) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent).join();
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
      const before = Object.fromEntries(Object.entries(shown).map(([name, selector]) => [name, texts(selector)]));
      const moved = performance.now();
      slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const row = {};
      while (Object.keys(row).length < Object.keys(shown).length && performance.now() - moved < 3000) {
        await painted();
        for (const [name, selector] of Object.entries(shown))
          if (!(name in row) && texts(selector) !== before[name]) row[name] = performance.now() - moved;
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
  };
  const rows = await page.evaluate(measured, { tag, shown, moves });
  await page.close();
  return rows;
}

/**
 * @param {string} engine
 * @param {string} what
 * @param {Record<string, number>[]} rows
 */
function print(engine, what, rows) {
  console.log(
    `\n${engine}, ${what}, ${rows.length} moves, load ${loadavg()[0].toFixed(2)}; milliseconds from moving the rate:`,
  );
  console.log(`${'median'.padStart(8)}${'most'.padStart(8)}`);
  for (const name of Object.keys(rows[4] ?? rows[0])) {
    const sorted = rows.flatMap((row) => row[name] ?? []).sort((a, b) => a - b);
    const figures = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${figures.map((figure) => (figure ?? NaN).toFixed(0).padStart(8)).join('')}  ${name}`);
  }
}
