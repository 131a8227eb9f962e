import { expect, test, type Locator } from '@playwright/test';
import { settle } from '../src/testing/settle';
import { loadExperiments } from '../build/experiments.ts';
import { openCoursePage } from './course-page';
import { htmlOf, subjects } from './elements';

/** The views of each experiment that show the same picture every time: none that states measured times. */
const views = new Map<string, string>();

test.beforeAll(async () => {
  for (const { name, views: all } of await loadExperiments())
    views.set(
      name,
      Object.keys(all)
        .filter((view) => !all[view].measures)
        .join(' '),
    );
});

for (const { name, tag, quick } of subjects) {
  test(`the picture of <${tag}> depends on nothing but its attributes, size, scheme, fonts and engine`, async ({
    page,
  }) => {
    const html = htmlOf(tag, { views: views.get(name)!, ...quick, controls: 'none', style: 'width: 640px' });
    const element = page.locator(tag).last();
    const picture = pictureOf(element);

    await openCoursePage(page, html);
    await settle(page);
    const alone = await picture();
    expect(alone.length).toBeGreaterThan(10_000);

    // Years later, on a machine with more cores; among others, far down, at another place across, in a box of another
    // layout; on whole pixels, as between them every line is drawn softer.
    await page.addInitScript(() => {
      const { now } = Date;
      const later = () => now() + 3e11;
      window.Date = new Proxy(Date, {
        construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [later()]) as Date,
        get: (target, name) => (name === 'now' ? later : Reflect.get(target, name)),
      });
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: navigator.hardwareConcurrency + 2 });
    });
    const other = htmlOf(tag, { ...quick, style: 'width: 400px' });
    await openCoursePage(
      page,
      `<h1>A page</h1><div class="first">${other}</div><p>${'Words before it. '.repeat(40)}</p>
       <div style="display: grid; grid-template-columns: 37px 700px"><span></span>${html}</div>`,
      '<style>h1, p { line-height: 23px; margin: 11px } .first { height: 1501px; overflow: hidden }</style>',
    );
    await settle(page);
    expect(alone.equals(await picture()), 'elsewhere').toBe(true);

    // A pointer has been everywhere on it, and is gone.
    const box = (await element.boundingBox())!;
    for (let share = 0.05; share < 1; share += 0.1)
      await element.hover({ position: { x: share * box.width, y: share * box.height }, force: true });
    await page.mouse.move(0, 0);
    await settle(page);
    expect(alone.equals(await picture()), 'after a pointer').toBe(true);

    // Through another size and the other scheme, and back.
    await page.emulateMedia({ colorScheme: 'dark' });
    await element.evaluate((host) => (host.style.width = '333px'));
    await settle(page);
    expect(alone.equals(await picture()), 'dark and narrow').toBe(false);
    await page.emulateMedia({ colorScheme: 'light' });
    await element.evaluate((host) => (host.style.width = '640px'));
    await settle(page);
    expect(alone.equals(await picture()), 'after another size and scheme').toBe(true);
  });
}

const pictureOf = (element: Locator) => () => element.screenshot({ animations: 'disabled' });
