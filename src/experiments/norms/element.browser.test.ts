import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { formatNumber } from '../../charts/kit';
import { allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdNorms } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-norms', { loading: 'eager', ...attributes }) as unknown as GdNorms;
const handlesOf = (element: GdNorms, view: string) => allInside(element, `[data-view=${view}] .gd-handle`);
const numbersIn = (element: GdNorms, view: string) =>
  allInside(element, `[data-view=${view}] .gd-number`).map((number) => number.textContent);

/** A picture as it stands, without the ids that differ from element to element. */
const pictureOf = (element: GdNorms, view: string) =>
  inside(element, `[data-view=${view}] .chart`).innerHTML.replace(/gd-\d+(-\d+)?/g, '');

const key = async (handle: HTMLElement, keys: string) => {
  handle.focus();
  await userEvent.keyboard(keys);
};

/** Drags as a pointer does, from the middle of an element. */
function drag(handle: HTMLElement, dx: number, dy: number, isDropped = true): void {
  const box = handle.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const at = (px: number, py: number) => ({ clientX: px, clientY: py, bubbles: true, view: window });
  handle.dispatchEvent(new MouseEvent('mousedown', at(x, y)));
  window.dispatchEvent(new MouseEvent('mousemove', at(x + dx, y + dy)));
  if (isDropped) window.dispatchEvent(new MouseEvent('mouseup', at(x + dx, y + dy)));
}

const frame = () => new Promise(requestAnimationFrame);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a vector that is typed gives its norms, in the result and beside the bars', async () => {
  const element = place();
  await element.settled;
  const field = inside(element, '#control-vector') as HTMLInputElement;
  field.value = '3 -4';
  field.dispatchEvent(new Event('change'));
  const { l0, l1, l2, infinity, p } = await element.settled;
  expect([l0, l1, l2, infinity]).toEqual([2, 7, 5, 4]);
  expect(p).toBeCloseTo(91 ** (1 / 3), 12);
  expect(numbersIn(element, 'bars')).toEqual(['2', '7', '5', '4', '4.498']);
  expect(handlesOf(element, 'bars').length).toBe(2);
});

test('an arrow key moves a bar to exactly 0, and the count of nonzero entries falls', async () => {
  const element = place({ vector: '0.2 1 2' });
  await element.settled;
  await key(handlesOf(element, 'bars')[0], '{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect((await element.settled).l0).toBe(2);
  expect(element.vector[0]).toBe(0);
});

test.each([
  ['390px', { p: '0.1' }],
  ['390px', { p: '10' }],
  ['1000px', {}],
  ['1000px', { p: '0.5', point: '0.5 0.5' }],
])('at a width of %s with %o the numbers of the balls lie on no line', async (width, given) => {
  const element = place({ views: 'balls', ...given });
  element.style.width = width;
  await element.settled;
  await frame();
  const within = (at: DOMPoint, box: DOMRect) =>
    at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height;
  const lines = allInside(element, '.gd-balls path') as unknown as SVGPathElement[];
  const points = lines.flatMap((path) =>
    Array.from({ length: Math.ceil(path.getTotalLength() / 4) }, (_, i) => path.getPointAtLength(4 * i)),
  );
  const texts = allInside(element, '.gd-names text') as unknown as SVGTextElement[];
  // One between two lines that are too close has none: the colours beside the picture name it.
  expect(texts.length).toBeGreaterThanOrEqual(4);
  for (const text of texts) {
    const box = text.getBBox();
    expect(points.filter((at) => within(at, box))).toEqual([]);
  }
});

test('the largest value is named where it covers no value of a bar, and values stay in the picture', async () => {
  const element = place({ views: 'bars', vector: '1e250 -3e249 1' });
  element.style.width = '390px';
  await element.settled;
  await frame();
  const boxes = (allInside(element, '.gd-values text, .gd-level text') as unknown as SVGTextElement[]).map((text) =>
    text.getBBox(),
  );
  expect(boxes).toHaveLength(4);
  const meet = (a: DOMRect, b: DOMRect) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  boxes.forEach((box, i) => expect(boxes.slice(i + 1).filter((other) => meet(box, other))).toEqual([]));
  const axis = (inside(element, '.gd-x') as unknown as SVGGElement).getBoundingClientRect();
  for (const text of allInside(element, '.gd-values text'))
    expect(text.getBoundingClientRect().bottom).toBeLessThanOrEqual(axis.top + 1);
});

test('while a bar is dragged the norms follow within a frame and the axis stands still; dropped, it fits again', async () => {
  const element = place({ vector: '1 2' });
  await element.settled;
  const ticks = () => allInside(element, '[data-view=bars] .gd-y text').map((text) => text.textContent);
  const before = ticks();
  drag(handlesOf(element, 'bars')[1], 0, -70, false);
  await frame();
  expect(element.vector[1]).toBeGreaterThan(2.6);
  expect(numbersIn(element, 'bars')[3]).toBe(String(element.vector[1]));
  expect(inside(element, '#control-vector')).toHaveProperty('value', element.vector.join(' '));
  expect(ticks()).toEqual(before);
  window.dispatchEvent(new MouseEvent('mouseup', { view: window }));
  expect(ticks()).not.toEqual(before);
  await element.settled;
  const fitting = place({ vector: element.vector.join(' ') });
  await fitting.settled;
  expect(pictureOf(element, 'bars')).toBe(pictureOf(fitting, 'bars'));
});

test.each(['3e-308 1e-308', '1e-310', '1e-320 5e-324', '-5e-324 0'])(
  'the least numbers there are, as %s, are drawn with round numbers at the axis, and told',
  async (vector) => {
    const element = place({ views: 'bars', vector: '3 -4' });
    await element.settled;
    element.setAttribute('vector', vector);
    const { infinity } = await element.settled;
    expect(infinity).toBeGreaterThan(0);
    expect(inside(element, '.chart').innerHTML).not.toContain('NaN');
    const labels = allInside(element, '.gd-y text').map(({ textContent }) => textContent);
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
    const texts = [inside(element, '.summary').textContent, numbersIn(element, 'bars').join(' ')];
    for (const text of texts) expect(text).toContain(formatNumber(infinity));
  },
);

test('the point, the target and the radius are moved by keys and by dragging', async () => {
  const element = place();
  await element.settled;
  await key(handlesOf(element, 'balls')[0], '{Shift>}{ArrowLeft}{/Shift}');
  await element.settled;
  expect(element.point[0]).toBeLessThan(0.9);
  expect(numbersIn(element, 'balls')[1]).toBe(String(Number((element.point[0] + element.point[1]).toPrecision(4))));
  const [radius, target] = handlesOf(element, 'sparsity');
  drag(target, -60, 30);
  await element.settled;
  expect(element.target[0]).toBeLessThan(1.8);
  expect(element.target[1]).toBeLessThan(0.9);
  await key(radius, '{ArrowLeft}');
  expect((await element.settled).parameters.radius).toBeGreaterThan(1);
});

test('changed and changed back, every picture is the same again', async () => {
  const element = place();
  await element.settled;
  const views = ['bars', 'balls', 'sparsity'];
  const before = views.map((view) => pictureOf(element, view));
  for (const [name, away, home] of [
    ['vector', '5 -7', '0 1 0 2 3'],
    ['p', '0.5', '3'],
    ['point', '4 -4', '0.9 0.6'],
    ['target', '-9 2', '1.8 0.9'],
    ['radius', '3', '1'],
    ['design', '1 0; 0 1', '2 1; 0 1'],
  ]) {
    element.setAttribute(name, away);
    await element.settled;
    expect(views.some((view, i) => pictureOf(element, view) !== before[i])).toBe(true);
    element.setAttribute(name, home);
    await element.settled;
    expect(views.map((view) => pictureOf(element, view))).toEqual(before);
  }
});

test('without an engine it goes from idle to done, with one result a frame and nothing to run or to cancel', async () => {
  const element = place();
  const events: string[] = [];
  for (const type of ['gd-start', 'gd-progress', 'gd-result', 'gd-error'])
    element.addEventListener(type, () => events.push(type));
  expect(element.state).toBe('idle');
  await element.settled;
  expect(element.state).toBe('done');
  await frame();
  expect(events).toEqual(['gd-result']);
  for (const p of [1, 2, 4]) {
    element.p = p;
    await element.settled;
  }
  element.cancel();
  expect(element.state).toBe('done');
  await frame();
  await frame();
  expect(events.length).toBeLessThanOrEqual(4);
  expect('engine' in element).toBe(false);
  expect(allInside(element, '.panel button').map((button) => button.textContent)).not.toContain('Recompute');
  expect(inside(element, '.status')).toBeNull();
});

test('pointing at a norm makes it stand out in all pictures', async () => {
  const element = place();
  await element.settled;
  expect(allInside(element, '[data-view=balls] .gd-faded').length).toBe(0);
  allInside(element, '[data-view=bars] button.gd-row')[1].click();
  await element.settled;
  await element.updateComplete;
  expect(allInside(element, '[data-view=balls] .gd-faded').length).toBeGreaterThan(3);
  expect(allInside(element, '[data-view=sparsity] .gd-faded').length).toBeGreaterThan(0);
});

test.each([
  ['vector', ''],
  ['vector', Array(65).fill(1).join(' ')],
  ['p', '0'],
  ['point', '1'],
  ['design', '1 2; 2 4'],
  ['radius', '0'],
])('%s="%s" is answered in the element, and the last good picture stays', async (name, text) => {
  const element = place();
  const before = await element.settled;
  element.setAttribute(name, text);
  await expect(element.settled).rejects.toThrow(name);
  expect(element.state).toBe('failed');
  expect(inside(element, '[role=alert]').textContent).toContain(`${name}="`);
  expect(element.result).toBe(before);
  element.removeAttribute(name);
  await element.settled;
  expect(element.state).toBe('done');
});

test('a bare figure has nothing to move', async () => {
  const element = place({ controls: 'none' });
  await element.settled;
  expect(allInside(element, '[tabindex], button, input').length).toBe(0);
  expect(numbersIn(element, 'bars')).toEqual(['3', '6', '3.742', '3', '3.302']);
});

test('entries of 1e200 and 1e-200 are shown as numbers', async () => {
  const element = place({ vector: '3e200 -4e200 1e-200' });
  expect((await element.settled).l2).toBeCloseTo(5e200, -190);
  expect(element.shadowRoot!.innerHTML).not.toMatch(/NaN|Infinity/);
});
