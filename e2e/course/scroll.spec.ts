import { expect, type CDPSession, type Page } from '@playwright/test';
import { openCourse, settle, test } from './course';

const IDS = ['wide', 'signal', 'ratings', 'exercise-1'];

/** The middle of each chart and of each box of controls, brought into the middle of the viewport one by one. */
async function* places(page: Page): AsyncGenerator<{ name: string; x: number; y: number }> {
  for (const id of IDS) {
    for (const part of await page
      .locator(`#${id}`)
      .locator('.chart, .panel, .tools, .formula, input[type=range]')
      .filter({ visible: true })
      .all()) {
      const { x, y, name } = await part.evaluate((element) => {
        element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect();
        return {
          x: box.left + box.width / 2,
          y: Math.min(innerHeight - 50, Math.max(50, box.top + box.height / 2)),
          name: `${element.className || element.localName} in ${element.closest('figure')?.dataset.view ?? 'panel'}`,
        };
      });
      yield { name: `${id}: ${name}`, x, y };
    }
  }
}

/** Everything is computed beforehand: a picture that comes later moves what is below it. */
async function openSettled(page: Page, course: { origin: string; close: () => Promise<void> }): Promise<void> {
  await openCourse(page, course);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('gd-wide-minima'))
      Object.assign(element, { starts: 100, iterations: 100, loading: 'lazy' });
    for (const element of document.querySelectorAll('.thirty:not(#exercise-1, #exercise-2)')) element.remove();
  });
  for (const id of [...IDS, 'exercise-2']) await settle(page, id);
}

/** Milliseconds between two looks: there are many places, and most of the time would be waited. */
const OFTEN = [30];

const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** A finger goes up by 150 pixels, and rests before it is lifted, so that the page is not thrown on. */
async function swipe(devtools: CDPSession, x: number, y: number): Promise<void> {
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (const moved of [20, 60, 110, 150, 150, 150])
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - moved }] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test.use({ hasTouch: true });

test('the wheel scrolls past every picture and every control', async ({ page, course }) => {
  await openSettled(page, course);
  let count = 0;
  for await (const { name, x, y } of places(page)) {
    const before = await scrolled(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -120);
    await expect.poll(() => scrolled(page), { message: name, intervals: OFTEN }).toBe(before - 120);
    count++;
  }
  expect(count).toBeGreaterThan(15);
});

test('a finger scrolls past every picture and every control', async ({ page, course, context }) => {
  await openSettled(page, course);
  const devtools = await context.newCDPSession(page);
  for await (const { name, x, y } of places(page)) {
    const before = await scrolled(page);
    await swipe(devtools, x, y);
    // What keeps the finger to itself leaves the page where it is; how far the page follows is the browser's.
    await expect
      .poll(async () => (await scrolled(page)) - before, { message: name, timeout: 5000, intervals: OFTEN })
      .toBeGreaterThan(50);
  }
});
