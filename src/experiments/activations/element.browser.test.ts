import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdActivations } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-activations', { loading: 'eager', ...attributes }) as unknown as GdActivations;
const textsIn = (element: GdActivations, selector: string) =>
  allInside(element, selector).map(({ textContent }) => textContent);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

/** Points at a place of a picture, in shares of its area. */
function pointAt(element: GdActivations, view: string, x: number, y: number): void {
  const hit = inside(element, `[data-view=${view}] .gd-hit:last-of-type`);
  const box = hit.getBoundingClientRect();
  const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
  hit.dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true, pointerType: 'mouse' }));
}

test('a tangent follows the pointer, with its slope in words', async () => {
  const element = place({ views: 'curve' });
  await element.settled;
  pointAt(element, 'curve', 0.5, 0.5);
  expect(textsIn(element, '.gd-readout p')).toEqual(['x = 0', 'value 0.5, slope 0.25']);
  const [x1, x2] = ['x1', 'x2'].map((name) => Number(inside(element, '.gd-crosshair .gd-selected').getAttribute(name)));
  expect(x2 - x1).toBeGreaterThan(50);
});

test('the point is moved along the curve by keys', async () => {
  const element = place({ views: 'curve', x: '0' });
  await element.settled;
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{ArrowRight}');
  const { value } = await element.settled;
  expect(element.x).toBeGreaterThan(0);
  expect(value).toBeGreaterThan(0.5);
});

test('a logit that is dragged moves all probabilities and the matrix with it', async () => {
  const element = place({ views: 'jacobian', logits: '0 0' });
  await element.settled;
  expect(textsIn(element, '.gd-matrix text').slice(0, 4)).toEqual(['0.25', '−0.25', '−0.25', '0.25']);
  allInside(element, '.gd-handle')[0].focus();
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
  const { probabilities } = await element.settled;
  expect(probabilities[0]).toBeGreaterThan(0.6);
  expect(textsIn(element, '.gd-matrix text')[0]).not.toBe('0.25');
});

test('1000 added to every logit leaves probabilities and matrix as they are', async () => {
  const element = place({ views: 'jacobian' });
  const before = await element.settled;
  const cells = textsIn(element, '.gd-matrix text');
  allInside(element, 'button')
    .find(({ textContent }) => textContent === 'Add 1000 to every logit')!
    .click();
  const after = await element.settled;
  expect(element.logits).toEqual([1001, 1002, 1003]);
  expect(after.probabilities).toEqual(before.probabilities);
  expect(textsIn(element, '.gd-matrix text')).toEqual(cells);
});

test('a cell says what it is, and that of the sheet what its row adds up to', async () => {
  const element = place({ views: 'jacobian' });
  await element.settled;
  const hit = inside(element, '.gd-aside .gd-hit');
  hit.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(textsIn(element, '.gd-aside .gd-readout p').slice(0, 2)).toEqual([
    '∂f₁/∂x₂ = −f₁ f₂ = −0.09003 · 0.2447 = −0.02203',
    'More of logit 2 lowers probability 1.',
  ]);
  await userEvent.keyboard('{ArrowLeft}{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(textsIn(element, '.gd-aside .gd-readout p')[1]).toBe(
    'With f (1 + f) row 1 adds up to 2 f² = 0.01621, and not to 0.',
  );
  // The cell and the names of the columns stay in sight.
  const [cell, tip] = ['.gd-crosshair rect', '.gd-readout'].map((part) => inside(element, `.gd-aside ${part}`));
  expect(tip.getBoundingClientRect().top).toBeGreaterThan(cell.getBoundingClientRect().bottom);
});

test('the stems of the logits begin at 0', async () => {
  const element = place({ function: 'softmax', views: 'jacobian', logits: '1000 0 -1000' });
  await element.settled;
  const ends = allInside(element, '.gd-stem path').map((path) =>
    [...path.getAttribute('d')!.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y)),
  );
  const zero = ends[1][0];
  expect(ends.map(([from]) => from)).toEqual([zero, zero, zero]);
  expect(ends[0][1]).toBeLessThan(zero);
  expect(ends[2][1]).toBeGreaterThan(zero);
});

test('logits are told as they were given, and no number of the matrix reaches out of its cell', async () => {
  const element = place({ views: 'jacobian', logits: '1000 1001 1002 995 1001.5' });
  expect(await element.settled).toBeDefined();
  expect(inside(element, '.summary').textContent).toMatch(/^Logits 1000, 1001, 1002, 995, 1001\.5 have/);
  for (const width of ['1280px', '900px', '700px', '390px', '320px']) {
    element.style.width = width;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
    const { right: edge } = inside(element, '.gd-aside').getBoundingClientRect();
    for (const text of allInside(element, '.gd-aside .gd-heads text'))
      expect(text.getBoundingClientRect().right, width).toBeLessThanOrEqual(edge + 1);
    for (const table of allInside(element, '.gd-matrix')) {
      const texts = [...table.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
      const cells = [...table.querySelectorAll('rect')].map((cell) => cell.getBoundingClientRect());
      const isWithin = (text: DOMRect) => cells.some(({ left, right }) => text.left >= left && text.right <= right);
      expect(
        texts.filter((text) => !isWithin(text)),
        width,
      ).toEqual([]);
      if (width === '1280px') expect(texts).toHaveLength(25);
    }
  }
});
