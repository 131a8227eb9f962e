import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { allInside, enter, inside, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdFocalLoss } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-focal-loss', { loading: 'eager', ...attributes }) as AnyElement & GdFocalLoss;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('the point is moved along the curve by keys, and never to p = 0', async () => {
  const element = place({ views: 'loss', p: '0.01' });
  await element.settled;
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  await element.settled;
  expect(element.p).toBe(0.001);
  await userEvent.keyboard('{ArrowRight}');
  const { crossEntropy } = await element.settled;
  expect(element.p).toBe(0.005);
  expect(crossEntropy).toBeCloseTo(-Math.log(0.005), 12);
});

test('a γ that is chosen moves all pictures, also one that is not in the list', async () => {
  const element = place();
  await element.settled;
  const shares = () => allInside(element, '[data-view=examples] .gd-number').map(({ textContent }) => textContent);
  expect(shares()).toEqual(['82.1\u202f%', '17.9\u202f%', '5.3\u202f%', '94.7\u202f%']);
  allInside(element, '[data-view=loss] button')
    .find(({ textContent }) => textContent === '5')!
    .click();
  expect((await element.settled).factor).toBeCloseTo(1e-10, 20);
  expect(shares()[3]).toBe('>\u202f99.9\u202f%');
  await enter(element, 'gamma', '3.3');
  await element.settled;
  expect(inside(element, '[data-view=gradient] .gd-key').textContent).toContain('γ = 3.3');
});

test('every example is a tile of the squares, whatever their number', async () => {
  const element = place({ views: 'examples', 'easy-examples': '7' });
  await element.settled;
  expect(allInside(element, '.gd-tiles rect').length).toBe(2 * 8);
});

test('a probability of 1e-300 is drawn at the edge, and nothing is infinite or no number', async () => {
  const element = place({ p: '1e-300', hard: '1e-300' });
  expect((await element.settled).crossEntropy).toBeCloseTo(690.775527898, 8);
  expect(element.shadowRoot!.innerHTML).not.toMatch(/NaN|Infinity/);
});

test('at p = 1 both losses are 0, and the share stands where its curve goes to', async () => {
  const element = place({ views: 'loss gradient', p: '1' });
  await element.settled;
  expect(element.shadowRoot!.innerHTML).not.toContain('NaN');
  element.gamma = 0;
  await element.settled;
  expect(element.shadowRoot!.innerHTML).not.toContain('NaN');
});
