import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult } from './course-page';

/** Small enough to be quick on the CPU engine, whose float64 arithmetic is the same on every machine. */
const SMALL = 'engine="cpu" controls="none" sampling="grid" starts="2000" selected-rate="0.3" selected-start="-4.6" iteration="3"';

/** What a view shows instead of the whole picture: here the sharp minimum breaks up. */
const WINDOWS: Record<string, string> = { bifurcation: 'bifurcation-window="-5 5 0.094 0.108"' };

for (const colorScheme of ['light', 'dark'] as const) {
  for (const view of ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation']) {
    test(`${view}, ${colorScheme}: the picture is the one that was looked at`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 832, height: 700 });
      await openCoursePage(page, `<gd-wide-minima ${SMALL} ${WINDOWS[view] ?? ''} views="${view}"></gd-wide-minima>`);
      const result = await settledResult(page);
      expect(result.engine.kind).toBe('cpu');
      expect(result.runs.map((run) => run.starts)).toEqual([2000, 2000, 2000]);
      const figure = page.locator(`gd-wide-minima figure`);
      expect(await inkOf(figure.locator('.chart'))).toBeGreaterThan(3);
      await expect(figure).toHaveScreenshot(`${view}-${colorScheme}.png`);
    });
  }
}

test('on a narrow screen, all views: the picture is the one that was looked at', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 800 });
  await openCoursePage(page, `<gd-wide-minima ${SMALL}></gd-wide-minima>`);
  await settledResult(page);
  const element = page.locator('gd-wide-minima');
  expect(await inkOf(element)).toBeGreaterThan(20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(element).toHaveScreenshot('narrow.png');
});

/** How many different colours a picture has: a blank one has one. */
async function inkOf(locator: import('@playwright/test').Locator): Promise<number> {
  const png = (await locator.screenshot()).toString('base64');
  return locator.page().evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, png);
}
