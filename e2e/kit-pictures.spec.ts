import { expect, test, type Locator, type Page } from '@playwright/test';
import { settle } from '../src/testing/settle';
import { openCoursePage } from './course-page';

/** Of each element all views but the one that states times which were measured, small enough to be quick; and an attribute with another value, to be set and set back. */
const elements = [
  {
    tag: 'gd-wide-minima',
    attributes: 'sampling="grid" starts="500" iterations="200" selected-start="-4.6" iteration="3"',
    other: ['learning-rates', '0.02 0.5'],
  },
  { tag: 'gd-conv1d', attributes: 'length="300" views="signal loss rates filter"', other: ['loss', 'square'] },
  { tag: 'gd-matrix-factorization', attributes: 'step="2" ratio="1.5"', other: ['step', '5'] },
  {
    tag: 'gd-matrix-factorization',
    attributes: 'ratings="synthetic" users="60" items="40" observed="900" rank="2" epochs="20"',
    other: ['seed', '2'],
  },
];

for (const {
  tag,
  attributes,
  other: [name, value],
} of elements) {
  test(`the picture of <${tag} ${attributes}> depends on nothing but its attributes, size, scheme, fonts and engine`, async ({
    page,
  }) => {
    const element = `<${tag} engine="cpu" controls="none" style="width: 640px" ${attributes}></${tag}>`;
    const picture = pictureOf(page.locator(tag).last());

    await openCoursePage(page, element);
    await settle(page);
    const alone = await picture();
    expect(await coloursOf(page, alone)).toBeGreaterThan(20);

    // Years later, on a machine with more cores; among others, far down, at another place across, in a box of another layout; on whole pixels, as between them
    // every line is drawn softer.
    await page.addInitScript(() => {
      const { now } = Date;
      const later = () => now() + 3e11;
      window.Date = new Proxy(Date, {
        construct: (target, given) => Reflect.construct(target, given.length > 0 ? given : [later()]) as Date,
        get: (target, name) => (name === 'now' ? later : Reflect.get(target, name)),
      });
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { value: navigator.hardwareConcurrency + 2 });
    });
    await openCoursePage(
      page,
      `<h1>A page</h1><div class="first"><${tag} engine="cpu" seed="3" style="width: 400px"></${tag}></div><p>${'Words before it. '.repeat(40)}</p>
       <div id="first" style="display: grid; grid-template-columns: 37px 700px"><span></span>${element}</div>
       <div id="second" style="height: 3000px; padding-top: 1000px"></div>`,
      '<style>h1, p { line-height: 23px; margin: 11px } .first { height: 1501px; overflow: hidden }</style>',
    );
    await settle(page, { timeout: 60_000 });
    expect(alone.equals(await picture()), 'elsewhere').toBe(true);

    // A pointer has been everywhere on it, and is gone.
    const box = (await page.locator(tag).last().boundingBox())!;
    for (let share = 0.05; share < 1; share += 0.1)
      await page
        .locator(tag)
        .last()
        .hover({ position: { x: share * box.width, y: share * box.height }, force: true });
    await page.mouse.move(0, 0);
    await settle(page);
    expect(alone.equals(await picture()), 'after a pointer').toBe(true);

    await page
      .locator(tag)
      .last()
      .evaluate((host, [attribute, text]) => host.setAttribute(attribute, text), [name, value]);
    await settle(page);
    expect(alone.equals(await picture()), 'with another value').toBe(false);
    const was = new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1];
    await page
      .locator(tag)
      .last()
      .evaluate(
        (host, [attribute, text]) =>
          text === undefined ? host.removeAttribute(attribute!) : host.setAttribute(attribute!, text),
        [name, was],
      );
    await settle(page);
    expect(alone.equals(await picture()), 'after another value').toBe(true);

    // Moved, and moved again after so long that it has let go of what it computed.
    await page
      .locator(tag)
      .last()
      .evaluate((host) => document.querySelector('#second')!.append(host));
    await settle(page);
    expect(alone.equals(await picture()), 'moved').toBe(true);
    await page
      .locator(tag)
      .last()
      .evaluate(async (host) => {
        host.remove();
        await new Promise((resolve) => setTimeout(resolve, 1500));
        document.querySelector('#first')!.append(host);
      });
    await settle(page);
    expect(alone.equals(await picture()), 'brought back').toBe(true);

    // Through other sizes and the other scheme, and back.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page
      .locator(tag)
      .last()
      .evaluate((host) => (host.style.width = '333px'));
    await settle(page);
    expect(alone.equals(await picture()), 'dark and narrow').toBe(false);
    await page.emulateMedia({ colorScheme: 'light' });
    await page
      .locator(tag)
      .last()
      .evaluate((host) => (host.style.width = '690px'));
    await settle(page);
    await page
      .locator(tag)
      .last()
      .evaluate((host) => (host.style.width = '640px'));
    await settle(page);
    expect(alone.equals(await picture()), 'after another size and scheme').toBe(true);
  });
}

const pictureOf = (element: Locator) => () => element.screenshot({ animations: 'disabled' });

/** How many different colours a picture has: a blank one has one. */
function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, png.toString('base64'));
}
