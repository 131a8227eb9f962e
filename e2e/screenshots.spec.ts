import { expect, test, type Locator } from '@playwright/test';
import { loadExperiments } from '../build/experiments.ts';
import { openCoursePage, settledResult } from './course-page';
import { htmlOf, subjects } from './elements';

/** The views of each experiment that show the same picture every time: none that states measured times. */
const views = new Map<string, string[]>();

test.beforeAll(async () => {
  for (const { name, views: all } of await loadExperiments())
    views.set(
      name,
      Object.keys(all).filter((view) => !all[view].measures),
    );
});

for (const { name, tag, scenes } of subjects) {
  for (const [i, scene] of scenes.entries()) {
    // Computed by float64 arithmetic, which is the same on every machine.
    const element = () => htmlOf(tag, { views: views.get(name)!.join(' '), ...scene, controls: 'none' });
    const file = `${name}${i === 0 ? '' : `-${i + 1}`}`;

    test(`${file}, light and dark, wide and narrow: the pictures are those that were looked at`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 832, height: 700 });
      await openCoursePage(page, element());
      await settledResult(page, tag);
      const host = page.locator(tag);
      for (const chart of await host.locator('.chart').all()) expect(await inkOf(chart)).toBeGreaterThan(3);
      await expect(host).toHaveScreenshot(`${file}-light.png`);

      // Canvases are drawn anew in the other scheme's colours.
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await expect(host).toHaveScreenshot(`${file}-dark.png`);

      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.setViewportSize({ width: 390, height: 800 });
      await openCoursePage(page, element());
      await settledResult(page, tag);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await expect(host).toHaveScreenshot(`${file}-narrow.png`);
    });
  }
}

test('with controls: the picture is the one that was looked at', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const { tag, scenes } = subjects.find(({ name }) => name === 'wide-minima')!;
  await openCoursePage(page, htmlOf(tag, { ...scenes[0], views: 'histogram' }));
  await settledResult(page, tag);
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page.locator(tag)).toHaveScreenshot('controls.png');
});

/** How many different colours a picture has: a blank one has one. */
async function inkOf(locator: Locator): Promise<number> {
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
