import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { alertIn, allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdLinearLayers } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-linear-layers', { loading: 'eager', ...attributes }) as unknown as GdLinearLayers;
const buttonCalled = (element: GdLinearLayers, text: string) =>
  allInside<HTMLButtonElement>(element, 'button').find(({ textContent }) => textContent.trim() === text)!;
const cellCalled = (element: GdLinearLayers, label: string) =>
  inside<HTMLInputElement>(element, `input[aria-label="${label}"]`);
/** The fields of W₁. */
const cellsIn = (element: GdLinearLayers) => allInside<HTMLInputElement>(element, '.gd-number-input').slice(0, 6);
/** Types over what stands in a cell. */
async function typeOver(cell: HTMLInputElement, keys: string): Promise<void> {
  cell.focus();
  cell.select();
  await userEvent.keyboard(keys);
  await new Promise(requestAnimationFrame);
}
const wordsOf = (element: GdLinearLayers) => inside(element, '.summary').textContent;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a number in a matrix is moved by a key, and everything follows within a frame', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  cellCalled(element, 'row 3, column 2 of W₁').focus();
  await userEvent.keyboard('{ArrowUp}');
  await new Promise(requestAnimationFrame);
  expect(element.w1[2]).toEqual([3, 0.6]);
  expect(element.result?.product[0]).toEqual([5, 4.6]);
  expect(wordsOf(element)).toContain('the output (−1.2, 3.65)');
  expect(wordsOf(element)).toContain('Both ways give the same.');
});

test('a cell is followed while it is typed, and half a number is left in peace', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  const cell = cellCalled(element, 'number 1 of b₂');
  await typeOver(cell, '-');
  expect([cell.value, element.state, element.b2]).toEqual(['-', 'done', [0.5, -0.5]]);
  await userEvent.keyboard('1.');
  await new Promise(requestAnimationFrame);
  expect([cell.value, element.state, element.b2]).toEqual(['-1.', 'done', [-1, -0.5]]);
  expect(wordsOf(element)).toContain('the output (−2.5, 3.75)');
  await userEvent.keyboard('{Enter}');
  expect(cell.value).toBe('−1');
});

test('a refused entry stands marked in its cell with the reason at the picture, all others are kept, and Reset forgets it', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  const type = async (label: string, text: string) => {
    const cell = cellCalled(element, label);
    await typeOver(cell, `${text}{Enter}`);
    await element.settled.catch(() => {});
    await new Promise(requestAnimationFrame);
    return cell;
  };
  await type('row 1, column 2 of W₁', '8');
  await type('row 1, column 1 of W₁', '4');
  const refused = await type('row 2, column 2 of W₁', '8,5');
  const shown = () => cellsIn(element).map(({ value }) => value);
  const marked = () =>
    allInside(element, '.gd-number-input').flatMap((cell) => (cell.ariaInvalid ? [cell.ariaLabel] : []));
  expect(shown()).toEqual(['4', '8', '0', '8,5', '3', '0.5']);
  await type('row 2, column 1 of W₁', '7');
  expect(shown()).toEqual(['4', '8', '7', '8,5', '3', '0.5']);
  // −1 counts: 7 · 1.5 + (−1) · (−2).
  expect(element.result?.hidden[1]).toBe(12.5);
  expect(refused.value).toBe('8,5');
  await type('number 2 of x', '1e7');
  expect(marked()).toEqual(['row 2, column 2 of W₁', 'number 2 of x']);
  expect(allInside(element, 'figure > .refused').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('row 2, column 2 is “8,5”'),
    expect.stringContaining('value 2 is “10000000”'),
  ]);
  expect(allInside(element, '[aria-invalid=true].control input, .control [role=alert]')).toHaveLength(2);
  buttonCalled(element, 'Reset').click();
  await element.settled;
  await new Promise(requestAnimationFrame);
  expect([shown(), marked()]).toEqual([['1', '2', '0', '−1', '3', '0.5'], []]);
});

test('a cell takes back what is typed on Escape, and is dragged once Enter has ended typing', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  const cell = cellCalled(element, 'row 1, column 1 of W₁');
  await typeOver(cell, '57');
  expect(element.w1[0][0]).toBe(57);
  await userEvent.keyboard('{Escape}');
  await new Promise(requestAnimationFrame);
  expect([cell.value, element.w1[0][0]]).toEqual(['1', 1]);
  cell.select();
  await userEvent.keyboard('3{Enter}');
  cell.setPointerCapture = () => {};
  const at = (clientX: number) => ({ clientX, pointerId: 1, button: 0, bubbles: true });
  cell.dispatchEvent(new PointerEvent('pointerdown', at(0)));
  cell.dispatchEvent(new PointerEvent('pointermove', at(40)));
  cell.dispatchEvent(new PointerEvent('pointerup', at(40)));
  await new Promise(requestAnimationFrame);
  expect([cell.value, element.w1[0][0]]).toEqual(['4', 4]);
});

test('an activation parts the two ways', async () => {
  const element = place({ views: 'shapes maps' });
  await element.settled;
  buttonCalled(element, 'relu').click();
  expect((await element.settled).output).toEqual([2, 2.25]);
  expect(wordsOf(element)).toContain('The two ways give different outputs: (2, 2.25) and (−1, 3.75).');
});

test('shapes that do not fit are answered under the field that was moved, and mended by moving both', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  element.setAttribute('w2', '1 2');
  await element.updateComplete;
  expect(alertIn(element)).toContain('this one is 1 × 2, W₁ is 3 × 2');
  expect(inside(element, '[role=alert]').closest('.control')!.classList).toContain('w2');
  element.setAttribute('w1', '1 0; 0 1');
  element.setAttribute('b1', '0 0');
  element.setAttribute('b2', '0');
  expect((await element.settled).output).toEqual([-2.5]);
  expect(alertIn(element)).toBe('');
});

test('the input is moved in its plane by a key', async () => {
  const element = place({ views: 'maps' });
  await element.settled;
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await element.updateComplete;
  expect(element.input[0]).toBeGreaterThan(1.5);
  expect(element.input[1]).toBeGreaterThan(-2);
});

test('a middle of one lets the plane collapse to a line', async () => {
  const element = place({ views: 'bottleneck' });
  await element.settled;
  expect(wordsOf(element)).toContain('of rank 1. The whole plane lands on a line');
  buttonCalled(element, '3').click();
  await element.updateComplete;
  expect(wordsOf(element)).toContain('With 3 of 3 hidden units the product is (5, 4.5); (0.5, −2.75), of rank 2');
});

test('the rate decides which minima a run can stay at; the start is dragged by keys', async () => {
  const element = place({ engine: 'cpu', views: 'training', iterations: '100' });
  await element.settled;
  const limit = () => inside(element, '[data-view=training] .gd-sentence').textContent;
  expect(limit()).toContain('below 2/η = 5: part of the valley.');
  element.learningRate = 1.2;
  await element.settled;
  expect(limit()).toContain('nowhere, as the flattest minima');
  expect(limit()).toContain('below 2/η = 1.666: nowhere');
  expect(wordsOf(element)).not.toContain('ends where');
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{ArrowLeft}');
  await element.updateComplete;
  expect(element.start[0]).toBeLessThan(2.6);
});

test('in a picture that is wider than the square of starts the lines of equal loss go on to its edges', async () => {
  const element = place({ views: 'training' });
  element.style.width = '1700px';
  await element.settled;
  await new Promise(requestAnimationFrame);
  const frame = inside(element, '[data-view=training] .gd-clip-box');
  const left = Number(frame.getAttribute('x'));
  const places = allInside(element, '[data-view=training] .gd-contours path').flatMap((path) =>
    [...path.getAttribute('d')!.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x)),
  );
  expect(Math.min(...places)).toBeLessThan(left + 1);
  expect(Math.max(...places)).toBeGreaterThan(left + Number(frame.getAttribute('width')) - 1);
});

test('a run that has diverged beyond all numbers has no dot', async () => {
  const element = place({ engine: 'cpu', views: 'training', 'learning-rate': '3', start: '2.9 0.4', iteration: '30' });
  await element.settled;
  expect(inside(element, '.chart').innerHTML).not.toContain('NaN');
  expect(allInside(element, '.gd-products .gd-dots circle')).toHaveLength(0);
  element.setAttribute('iteration', '1');
  await element.settled;
  expect(allInside(element, '.gd-products .gd-dots circle')).toHaveLength(1);
});
