import { afterEach, expect, test, vi } from 'vitest';
import { allInside, inside, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdWideMinima } from '../../generated/elements';
import { landscape } from './landscape';

const place = async (attributes: Record<string, string> = {}) => {
  const quick = { engine: 'cpu', loading: 'eager', starts: '400', iterations: '100', views: 'landscape histogram' };
  const element = placeAny('gd-wide-minima', { ...quick, ...attributes }) as AnyElement & GdWideMinima;
  await element.settled;
  return element;
};

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

const slider = (element: HTMLElement) => inside<HTMLInputElement>(element, '.rate-track input');

/** Moves the slider to a share of its way, as one of a pointer's many moves. */
function drag(element: HTMLElement, share: number): void {
  slider(element).value = String(Math.round(1000 * share));
  slider(element).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const noteOf = (element: HTMLElement) => inside(element, '[data-view=landscape] .gd-axes .gd-note').textContent;
const totalOf = (element: HTMLElement) => inside(element, '.gd-ends-total').textContent;
const rowsOf = (element: HTMLElement) =>
  allInside(element, '.gd-panel-pick').map(({ textContent }) => textContent!.trim().replace('learning rate ', ''));

test('the landscape follows the rate in the very update, and everything is counted once the rate rests', async () => {
  const element = await place({ starts: '30000' });
  const events: string[] = [];
  for (const type of ['gd-start', 'gd-result']) element.addEventListener(type, () => events.push(type));
  for (const share of [0.2, 0.4, 0.6]) {
    drag(element, share);
    await element.updateComplete;
    expect(noteOf(element)).toContain(`learning rate ${element.selectedRate}`);
  }
  expect(element.selectedRate).toBe(0.166);
  await element.settled;
  expect(totalOf(element)).toBe('30\u202f000 runs');
  expect(rowsOf(element)).toEqual(['0.166', '0.01', '0.3', '4']);
  expect(events).toEqual(['gd-start', 'gd-result']);
  // The list of rates, and what was computed of it, stand as they were.
  expect(element.result!.runs.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.3, 4]);
});

test('the landscape stands before there is a result, and can be played', async () => {
  const element = placeAny('gd-wide-minima', { engine: 'cpu', loading: 'eager', views: 'landscape' });
  await element.updateComplete;
  expect(element.result).toBeUndefined();
  expect(inside(element, '.gd-curve path').getAttribute('d')).toContain('L');
  expect(inside(element, '.summary').textContent).toContain('wide minimum at θ = 10 (2/f″ = 2)');
  expect(inside(element, '.play')).not.toBeNull();
});

test('a typed rate is followed in the very update while it plays', async () => {
  const element = await place({ views: 'landscape' });
  inside(element, '.play').click();
  const field = inside<HTMLInputElement>(element, '.rate-head input');
  field.value = '0.25';
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
  expect(element.state).toBe('running');
  expect(noteOf(element)).toContain('learning rate 0.25');
  await element.settled;
  expect(inside(element, '.transport').hasAttribute('data-playing')).toBe(true);
});

test('rates that differ in the fifth digit have buttons that differ', async () => {
  const element = await place({ views: 'landscape', 'learning-rates': '1 1.0001 1.001' });
  expect(allInside(element, '.rates button').map(({ textContent }) => textContent)).toEqual(['1', '1.0001', '1.001']);
});

test('a rate that was typed never stands over the counts of another one', async () => {
  const element = await place({ views: 'landscape', starts: '3000' });
  const counted = () => inside(element, '.gd-ends-total').textContent;
  const before = counted();
  expect(before).toBe('3000 runs');
  element.selectedRate = 0.25;
  await element.updateComplete;
  expect(element.state).toBe('running');
  expect(counted()).toBe('600 of 3000 runs');
  await element.settled;
  expect(counted()).toBe('3000 runs');
});

test('a rate that is refused is so beside its field, by its label', async () => {
  const element = await place({ views: 'landscape' });
  const field = () => inside<HTMLInputElement>(element, '.rate-head input');
  const type = async (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  };
  await type('-1');
  expect(allInside(element, '[role=alert]').map((one) => one.closest('.rate'))).toEqual([inside(element, '.rate')]);
  expect(inside(element, '[role=alert]').textContent).toMatch(
    /^“-1” cannot be used\. Learning rate takes a number above 0/,
  );
  expect([field().value, field().getAttribute('aria-invalid')]).toEqual(['-1', 'true']);
  await type('0.123456789');
  await element.settled;
  expect(allInside(element, '[role=alert]')).toEqual([]);
  expect(field().scrollWidth).toBeLessThanOrEqual(field().clientWidth);
});

test('a rate that is moved to a listed one and away has its own histogram only where it is not listed', async () => {
  const element = await place();
  expect(rowsOf(element)).toEqual(['0.01', '0.3', '4']);
  element.selectedRate = 0.2;
  await element.settled;
  expect(rowsOf(element)).toEqual(['0.2', '0.01', '0.3', '4']);
  element.selectedRate = 0.3;
  await element.settled;
  expect(rowsOf(element)).toEqual(['0.01', '0.3', '4']);
  element.selectedRate = null;
  await element.settled;
  expect(noteOf(element)).toContain('learning rate 0.01');
});

test('between the marks at 2/f″ the slider says which minima hold', async () => {
  const element = await place();
  expect(allInside(element, '.rate-mark').map(({ title }) => title)).toEqual([
    'sharp minimum: 2/f″ = 0.09949',
    'wide minimum: 2/f″ = 2',
  ]);
  const said: (string | null)[] = [];
  for (const share of [0.3, 0.7, 0.95]) {
    drag(element, share);
    await element.updateComplete;
    said.push(slider(element).getAttribute('aria-valuetext'));
  }
  expect(said).toEqual(['0.0129, both minima hold', '0.388, only the wide minimum', '3.27, none']);
  await element.settled;
});

test('the rate is dragged in the outcomes and at the basins as well', async () => {
  const element = await place({ views: 'outcomes basins', starts: '100', iterations: '20' });
  const hit = inside<SVGRectElement>(element, '[data-view=outcomes] [role=slider]');
  const box = hit.getBoundingClientRect();
  const at = (share: number) => ({
    clientX: box.left + share * box.width,
    clientY: box.top + 20,
    pointerId: 1,
    isPrimary: true,
    bubbles: true,
  });
  hit.setPointerCapture = () => {};
  hit.hasPointerCapture = () => true;
  hit.dispatchEvent(new PointerEvent('pointerdown', at(0.2)));
  hit.dispatchEvent(new PointerEvent('pointermove', at(0.5)));
  await element.updateComplete;
  expect(element.selectedRate).toBeGreaterThan(0.05);
  expect(element.selectedRate).toBeLessThan(0.1);
  const before = element.selectedRate!;
  const handle = inside<SVGCircleElement>(element, '[data-view=basins] .gd-handle');
  handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  await element.updateComplete;
  expect(element.selectedRate).toBeGreaterThan(before);
  await element.settled;
});

test('the followed run says by which factor a step multiplies its distance: smooth, zigzag, out', async () => {
  const element = await place({ views: 'landscape', iteration: '1', 'selected-start': '-1' });
  const said = async (rate: number) => {
    element.selectedRate = rate;
    await element.settled;
    return allInside(element, '.gd-step-labels text').at(-1)!.textContent;
  };
  // The curvature at the sharp minimum is 20.1.
  expect(await said(0.01)).toBe('1 − η f″(−0.00178) = 0.799: smooth');
  expect(await said(0.09)).toBe('1 − η f″(−0.00178) = −0.809: zigzag');
  expect(await said(0.105)).toBe('1 − η f″(−0.00178) = −1.11: out');
});

test('playing ends when nothing is seen to move, and goes on from there to nowhere', async () => {
  const element = await place({ views: 'landscape', 'selected-rate': '0.3', iterations: '5000' });
  inside(element, '.play').click();
  await expect.poll(() => element.iteration).toBeGreaterThan(0);
  await expect.poll(() => inside(element, '.transport').hasAttribute('data-playing'), { timeout: 20_000 }).toBe(false);
  expect(element.iteration).toBeGreaterThan(10);
  expect(element.iteration).toBeLessThan(200);
  expect(inside(element, '.transport output').textContent).toBe(`nothing moves after iteration ${element.iteration}`);
});

test('plays once by itself where motion is welcome, tells the page nothing of it, and stops for a person', async () => {
  const { matchMedia } = window;
  vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
    query.includes('reduced-motion') ? ({ matches: false } as MediaQueryList) : matchMedia.call(window, query),
  );
  const element = await place({ views: 'landscape' });
  const changes: unknown[] = [];
  element.addEventListener('gd-change', (event) => changes.push((event as CustomEvent).detail.name));
  await expect.poll(() => element.iteration).toBeGreaterThan(0);
  expect(changes).toEqual([]);
  inside(element, '.play').click();
  const stopped = element.iteration;
  await element.updateComplete;
  expect(inside(element, '.transport').hasAttribute('data-playing')).toBe(false);
  expect(element.iteration).toBe(stopped);
  for (const attributes of [{ controls: 'none' }, { iteration: '3' }] as Record<string, string>[]) {
    const still = await place({ views: 'landscape', ...attributes });
    const { iteration } = still;
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    expect(still.iteration).toBe(iteration);
  }
});

test('every picture alone has the rate in hand', async () => {
  for (const views of ['histogram', 'outcomes', 'basins', 'bifurcation']) {
    const element = await place({ views, iterations: '20' });
    drag(element, 0.6);
    await element.settled;
    expect([views, element.selectedRate]).toEqual([views, 0.166]);
    element.remove();
  }
});

test('nothing plays on where the picture that plays is no longer shown', async () => {
  const element = await place();
  inside(element, '.play').click();
  await expect.poll(() => element.iteration).toBeGreaterThan(0);
  element.views = ['histogram'];
  await element.updateComplete;
  const { iteration } = element;
  for (let frame = 0; frame < 20; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(element.iteration).toBe(iteration);
});

test('a picture out of sight waits while the rate is dragged, and follows once it is seen', async () => {
  const element = await place({ views: 'landscape bifurcation', iterations: '20' });
  const picture = inside(element, '[data-view=bifurcation] .chart');
  const drawn = () => picture.innerHTML;
  element.style.marginTop = '2000px';
  scrollTo(0, inside(element, '[data-view=landscape]').getBoundingClientRect().top - innerHeight + 300);
  const isSeen = () => picture.getBoundingClientRect().top < innerHeight;
  expect(isSeen()).toBe(false);
  // The browser tells what is in sight with a frame.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const before = drawn();
  // As long as it is dragged, however slow the machine is.
  const dragged = setInterval(() => drag(element, Math.random() / 2 + 0.4), 30);
  drag(element, 0.6);
  await element.updateComplete;
  expect(noteOf(element)).toContain(`learning rate ${element.selectedRate}`);
  expect(drawn()).toBe(before);
  // Who asks for it gets it as it is now.
  await element.exportSVG('bifurcation');
  const asked = drawn();
  expect(asked).not.toBe(before);
  picture.scrollIntoView();
  await expect.poll(drawn).not.toBe(asked);
  clearInterval(dragged);
  await element.settled;
});

test('a picture out of sight is drawn once the rate rests', async () => {
  const element = await place({ views: 'landscape bifurcation', iterations: '20' });
  const picture = inside(element, '[data-view=bifurcation] .chart');
  element.style.marginTop = '3000px';
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const before = picture.innerHTML;
  drag(element, 0.6);
  await element.settled;
  expect(picture.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
  expect(picture.innerHTML).not.toBe(before);
});

test('what is counted in a hurry is shown, also where the rate has rested for long meanwhile', async () => {
  const element = await place({ starts: '10000', iterations: '1000' });
  const { hurry } = landscape;
  let count!: () => void;
  const isAllowed = new Promise<void>((resolve) => (count = resolve));
  const hurrying = vi.spyOn(landscape, 'hurry').mockImplementation(async (...args) => {
    await isAllowed;
    return hurry!(...args);
  });
  drag(element, 0.6);
  await expect.poll(() => hurrying.mock.calls.length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  count();
  await expect.poll(() => totalOf(element)).toMatch(/of 10.000 runs/);
  await element.settled;
  expect(totalOf(element)).toMatch(/^10.000 runs/);
});
