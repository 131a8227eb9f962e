// What a page with one element looks like to the test browser.

/** What the projects ask of their element, one way or another. */
const RATES = [0.3, 4];
const TAG = 'gd-wide-minima';

/**
 * Opens a page and says what its element did.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
export async function look(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  /** @type {string[]} */
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('requestfailed', (request) => errors.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.addInitScript(watchShifts);
  try {
    await page.goto(url);
    const frame = await frameWith(page);
    const first = await frame.locator(TAG).first().evaluate(settled, {});
    // The layout has an end, too: what comes late shifts what stands.
    await page.waitForTimeout(500);
    const shift = await page.evaluate(() => window.shift);
    const told = frame.locator('output');
    const events = (await told.count()) > 0 ? (await told.first().textContent()) === first.engine : undefined;
    const cpu = await frame.locator(TAG).first().evaluate(settled, { engine: 'cpu' });
    const gpu = await frame.locator(TAG).first().evaluate(settled, { engine: 'webgpu' });
    return {
      state: first.state,
      isAsked: JSON.stringify(first.rates) === JSON.stringify(RATES) && first.figures === 1,
      engine: first.engine,
      workers: /worker/.test(cpu.adapter ?? ''),
      gpu: gpu.engine === 'webgpu',
      events,
      shift,
      errors,
    };
  } finally {
    await page.close();
  }
}

/** The page's frame with the element in it. @param {import('playwright').Page} page */
async function frameWith(page) {
  for (let tries = 0; tries < 60; tries++) {
    for (const frame of page.frames()) if ((await frame.locator(TAG).count()) > 0) return frame;
    await page.waitForTimeout(500);
  }
  throw new Error(`no ${TAG} in the page`);
}

/** In the page: what the element has once it has computed and drawn. */
async function settled(element, { engine }) {
  const within = (promise, what) =>
    Promise.race([
      promise,
      new Promise((_, fail) => setTimeout(() => fail(new Error(`not within 60 s: ${what}`)), 60_000)),
    ]);
  await within(customElements.whenDefined(element.localName), 'defined');
  if (engine) element.engine = engine;
  await within(element.settled, 'settled').catch((error) => {
    if (!engine) throw error;
  });
  const { state, result } = element;
  return {
    state,
    rates: result?.runs.map(({ learningRate }) => learningRate),
    engine: result?.engine.kind,
    adapter: result?.engine.adapter,
    figures: element.shadowRoot.querySelectorAll('figure').length,
  };
}

/** In the page, before its scripts: sums up how much its layout shifts. */
function watchShifts() {
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
