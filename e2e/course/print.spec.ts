import { expect, type Page } from '@playwright/test';
import { openCourse, settle, test } from './course';

/** Every element of the course page but the thirty equal ones, and two of those. */
const SHOWN = ['wide', 'signal', 'ratings', 'hint', 'exercise-1', 'exercise-30'];

/** Fewer starts, so that everything is computed soon, whether or not it is in sight. */
async function makeQuick(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('gd-wide-minima'))
      Object.assign(element, {
        starts: 100,
        iterations: 100,
        views: element.id.startsWith('exercise') ? ['histogram'] : ['landscape', 'histogram', 'basins'],
      });
  });
}

const allSettled = (page: Page) =>
  page.waitForFunction(() =>
    Array.from(
      document.querySelectorAll('gd-wide-minima, gd-conv1d, gd-matrix-factorization'),
      (element) => (element as unknown as { state: string }).state,
    ).every((state) => state === 'done'),
  );

test('the print view shows every picture, also those that were never near the viewport and those in closed details', async ({
  page,
  course,
}) => {
  await openCourse(page, course);
  await makeQuick(page);
  await page.emulateMedia({ media: 'print' });
  await allSettled(page);
  for (const id of SHOWN) {
    for (const figure of await page.locator(`#${id} figure`).all()) {
      await expect(figure.locator('.chart svg:not(.gd-icon)').first()).toBeVisible();
      await expect(figure.locator('figcaption')).toBeVisible();
    }
    await expect(
      page.locator(`#${id}`).locator('.panel, .tools, .menu, .gd-tools').filter({ visible: true }),
    ).toHaveCount(0);
  }
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('#wide .panel')).toBeVisible();
});

test('what the browser prints is light, without controls and as wide as the paper, from the moment that it says so', async ({
  page,
  course,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openCourse(page, course);
  await makeQuick(page);
  await settle(page, 'wide');
  // All in one go, as a browser does: it leaves no time between what it says and what it prints.
  const { dark, printed, after } = await page.locator('#wide').evaluate((element) => {
    const chart = element.shadowRoot!.querySelector('[data-view=basins] .chart')!;
    const look = () => ({
      panel: getComputedStyle(element.shadowRoot!.querySelector('.panel')!).display,
      text: getComputedStyle(chart).color,
      room: Math.round(chart.getBoundingClientRect().width),
      breaks: getComputedStyle(chart.closest('figure')!).breakInside,
      inks: getComputedStyle(chart).getPropertyValue('print-color-adjust'),
      width: chart.querySelector('svg.gd-base')!.getAttribute('width'),
      pixel: chart.querySelector('canvas')!.getContext('2d')!.getImageData(100, 100, 1, 1).data.join(),
    });
    const dark = look();
    dispatchEvent(new Event('beforeprint'));
    const printed = look();
    dispatchEvent(new Event('afterprint'));
    return { dark, printed, after: look() };
  });
  expect(dark.panel).not.toBe('none');
  expect(printed.panel).toBe('none');
  expect(printed.text).toBe('rgb(17, 17, 17)');
  expect(printed.pixel).not.toBe(dark.pixel);
  // The page on the screen is not the paper: what was drawn for the one is scaled to the other.
  expect(printed.width).toBe(dark.width);
  // No picture is torn apart between two sheets, and colours are printed as they are: they mean something.
  expect(printed).toMatchObject({ breaks: 'avoid', inks: 'exact' });
  expect(dark.room).toBe(792);
  expect(printed.room).toBe(1100);
  expect(after).toEqual(dark);
});

for (const width of [600, 900]) {
  test(`on paper ${width} pixels wide no picture is cut off, and none stands over another`, async ({
    page,
    course,
  }) => {
    await openCourse(page, course);
    await makeQuick(page);
    await page.emulateMedia({ media: 'print' });
    await allSettled(page);
    // A printer's page gets its width after the last moment at which a script could draw anew: nothing is waited for.
    const { beyond, over } = await page.evaluate((paper) => {
      document.body.style.width = `${paper - 32}px`;
      document.querySelector<HTMLElement>('.columns')!.style.display = 'block';
      const roots = Array.from(
        document.querySelectorAll('#wide, #ratings, #exercise-1'),
        (element) => element.shadowRoot!,
      );
      const drawn = (within: ParentNode) =>
        Array.from(within.querySelectorAll('.chart, .chart svg, .chart canvas'), (part) =>
          part.getBoundingClientRect(),
        );
      return {
        beyond: roots.map((root) =>
          drawn(root)
            .map(({ right }) => Math.round(right - root.host.getBoundingClientRect().right))
            .filter((pixels) => pixels > 1),
        ),
        // What comes after a picture: the text under it, the next figure's beginning, or the element's end.
        over: roots.map((root) =>
          Array.from(root.querySelectorAll('figure'), (figure, i) => {
            const caption = figure.querySelector('figcaption')!.getBoundingClientRect();
            const end =
              root.querySelectorAll('figure')[i + 1]?.getBoundingClientRect().top ??
              root.host.getBoundingClientRect().bottom;
            return Math.round(
              Math.max(...drawn(figure).map(({ bottom }) => bottom - caption.top), caption.bottom - end),
            );
          }).filter((pixels) => pixels > 1),
        ),
      };
    }, width);
    expect(beyond).toEqual([[], [], []]);
    expect(over).toEqual([[], [], []]);
  });
}
