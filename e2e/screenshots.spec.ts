import { expect, test } from '@playwright/test';
import { openCoursePage, settledResult } from './course-page';

interface Pictured {
  /** What the pictures' files begin with. */
  name: string;
  tag: 'gd-wide-minima' | 'gd-conv1d' | 'gd-matrix-factorization';
  /** Small enough to be quick on the CPU engine, whose float64 arithmetic is the same on every machine. */
  attributes: string;
  views: string[];
  /** What a view shows instead of the whole picture. */
  windows?: Record<string, string>;
  /** Views that state what was measured in this run: of these the chart is looked at, without such cells. */
  timed: string[];
}

const elements: Pictured[] = [
  {
    name: 'wide-minima',
    tag: 'gd-wide-minima',
    attributes: 'sampling="grid" starts="2000" selected-rate="0.3" selected-start="-4.6" iteration="3"',
    views: ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'],
    // Here the sharp minimum breaks up.
    windows: { bifurcation: 'bifurcation-window="-5 5 0.094 0.108"' },
    timed: [],
  },
  {
    name: 'conv1d',
    tag: 'gd-conv1d',
    attributes: 'iteration="4"',
    views: ['signal', 'loss', 'rates', 'filter', 'operator'],
    timed: ['operator'],
  },
  {
    name: 'factorization-sheet',
    tag: 'gd-matrix-factorization',
    attributes: 'step="2" ratio="1.5"',
    views: ['step', 'valley', 'errors', 'rates', 'table'],
    timed: [],
  },
  {
    name: 'factorization',
    tag: 'gd-matrix-factorization',
    attributes: 'ratings="synthetic" users="120" items="80" observed="4000" rank="3" epochs="60"',
    views: ['errors', 'rates', 'table', 'items'],
    timed: [],
  },
];

const html = ({ tag, attributes }: Pictured, views: string[], more = '') =>
  `<${tag} engine="cpu" controls="none" ${attributes} ${more} views="${views.join(' ')}"></${tag}>`;

for (const element of elements) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const view of element.views) {
      test(`${element.name}, ${view}, ${colorScheme}: the picture is the one that was looked at`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width: 832, height: 700 });
        await openCoursePage(page, html(element, [view], element.windows?.[view]));
        expect((await settledResult(page, element.tag)).engine.kind).toBe('cpu');
        const figure = page.locator(`${element.tag} figure`);
        expect(await inkOf(figure.locator('.chart'))).toBeGreaterThan(3);
        const isTimed = element.timed.includes(view);
        await expect(isTimed ? figure.locator('.chart') : figure).toHaveScreenshot(
          `${element.name}-${view}-${colorScheme}.png`,
          isTimed ? { mask: [figure.locator('.gd-costs tr:nth-child(n+4) td')] } : {},
        );
      });
    }
  }

  test(`${element.name} on a narrow screen, all views: the picture is the one that was looked at`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 800 });
    await openCoursePage(
      page,
      html(
        element,
        element.views.filter((view) => !element.timed.includes(view)),
      ),
    );
    await settledResult(page, element.tag);
    const host = page.locator(element.tag);
    expect(await inkOf(host)).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect(host).toHaveScreenshot(`${element.name}-narrow.png`);
  });
}

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
