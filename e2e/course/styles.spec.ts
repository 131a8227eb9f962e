import { expect, type Page } from '@playwright/test';
import { openCoursePage } from '../course-page';
import { elementAt, openCourse, settle, test } from './course';

/** A picture of an element where no neighbour reaches, at a given width: of all that is its own. Its text has the page's colour. */
async function pictureOf(page: Page, selector: string): Promise<Buffer> {
  const element = page.locator(selector);
  await element.evaluate((it: HTMLElement) => {
    Object.assign(it.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: '640px',
      zIndex: '99',
      background: 'white',
      color: 'black',
    });
    it.setAttribute('engine', 'cpu');
  });
  // The new width has been seen by the element before it is waited for.
  await element.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await element.evaluate((it) => (it as HTMLElement & { settled: Promise<unknown> }).settled);
  await page.mouse.move(1200, 850);
  return element.locator('.base').screenshot();
}

for (const [id, html] of Object.entries({
  signal: '<gd-conv1d controls="none" views="signal loss"></gd-conv1d>',
  ratings: '<gd-matrix-factorization views="step errors"></gd-matrix-factorization>',
})) {
  test(`no style of the page comes in: ${id} looks the same, pixel for pixel, as on a page without any`, async ({
    page,
    course,
  }) => {
    await openCourse(page, course);
    const hostile = await pictureOf(page, `#${id}`);
    await openCoursePage(page, html);
    const plain = await pictureOf(page, html.match(/gd-[\w-]+/)![0]);
    expect(plain.length).toBeGreaterThan(10_000);
    expect(hostile.equals(plain)).toBe(true);
  });
}

test('no style goes out: the page looks the same with the elements and without them', async ({
  page,
  course,
  context,
}) => {
  const looks = (on: Page) =>
    on.evaluate(() =>
      [
        'html',
        'body',
        'h1',
        'h2',
        'h3',
        'p',
        'a',
        '#own-button',
        '#own-drawing',
        '#own-drawing circle',
        'details',
        'summary',
        '.columns',
      ].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector)!);
        // Sizes follow from what stands in the page; everything else does not. The body's margins are `auto`, which the browser
        // now and then states as 0 while something within is laid out anew; its width is compared.
        const follows = new RegExp(
          `^(height|block-size|perspective-origin|transform-origin|--|${selector === 'body' ? 'margin-(inline|left|right)' : 'grid-template-rows'})`,
        );
        return [
          selector,
          ...Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).filter(
            (line) => !follows.test(line),
          ),
        ];
      }),
    );
  await openCourse(page, course);
  await settle(page, 'signal');
  const other = await context.newPage();
  await other.route('**/descent-lab.js', (route) => route.abort());
  await other.goto(course.origin);
  expect(await other.evaluate(() => customElements.get('gd-conv1d'))).toBeUndefined();
  expect(await looks(page)).toEqual(await looks(other));
});

test('the colour scheme and the theme of the page are those of its elements', async ({ page, course }) => {
  await openCourse(page, course);
  await settle(page, 'wide');
  const colors = () =>
    elementAt(page, 'wide').evaluate((element) => {
      const style = (selector: string) => getComputedStyle(element.shadowRoot!.querySelector(selector)!);
      return {
        field: style('.control input').backgroundColor,
        slider: style("input[type='range']").accentColor,
        sharp: style('.gd-swatch').backgroundColor,
        text: style('.summary').color,
      };
    });
  const light = await colors();
  expect(light).toEqual({
    field: 'rgb(255, 255, 255)',
    slider: 'rgb(11, 91, 211)',
    sharp: 'rgb(192, 79, 8)',
    text: 'rgb(0, 0, 0)',
  });
  // What is in sight is drawn anew by its own, canvases too.
  await page.evaluate(() => (document.documentElement.style.colorScheme = 'dark'));
  await expect.poll(colors).toEqual({
    field: 'rgb(20, 23, 28)',
    slider: 'rgb(138, 180, 255)',
    sharp: 'rgb(245, 135, 61)',
    text: 'rgb(255, 255, 255)',
  });
  await page.evaluate(() => {
    const { style } = document.documentElement;
    style.colorScheme = 'light';
    for (const [name, value] of Object.entries({
      '--gd-accent': 'rgb(1, 2, 3)',
      '--gd-minimum-1': 'rgb(4, 5, 6)',
      '--gd-text': 'rgb(7, 8, 9)',
      '--gd-surface': 'rgb(250, 251, 252)',
    }))
      style.setProperty(name, value);
  });
  await expect
    .poll(colors)
    .toEqual({ field: 'rgb(250, 251, 252)', slider: 'rgb(1, 2, 3)', sharp: 'rgb(4, 5, 6)', text: 'rgb(7, 8, 9)' });
});
