import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import {
  alertIn,
  allInside,
  enter,
  fieldOf,
  inside,
  place as placeAny,
  type AnyElement,
} from '../../elements/elements.fixtures';
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
  await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}');
  await element.settled;
  expect(element.p).toBe(0.0001);
  await userEvent.keyboard('{ArrowRight}');
  const { crossEntropy } = await element.settled;
  expect(element.p).toBe(0.0002);
  expect(crossEntropy).toBeCloseTo(-Math.log(0.0002), 12);
  for (const [key, p] of [
    ['End', 1],
    ['PageDown', 0.999],
    ['PageUp', 1],
    ['Home', 0.0001],
  ] as const) {
    await userEvent.keyboard(`{${key}}`);
    await element.settled;
    expect(element.p, key).toBe(p);
  }
});

test('near 1 handles and sliders go by finer steps, so that 0.999 is reached', async () => {
  const element = place({ views: 'loss examples', p: '0.9985', easy: '0.9985' });
  await element.settled;
  for (const [parameter, selector] of [
    ['p', '.gd-handle'],
    ['easy', '[aria-label="easy p, slider"]'],
  ] as const) {
    const control = inside(element, selector);
    control.focus();
    await userEvent.keyboard('{ArrowRight}');
    await element.settled;
    expect(element[parameter]).toBe(0.999);
    await userEvent.keyboard('{ArrowRight}');
    await element.settled;
    expect(element[parameter]).toBe(0.9991);
  }
});

test('a number is followed while it is typed, once for each value, and half of one is left in peace', async () => {
  const element = place({ views: 'loss', gamma: '1' });
  await element.settled;
  const told: unknown[] = [];
  element.addEventListener('gd-change', ({ detail }) => told.push(detail.value));
  const field = fieldOf(element, 'gamma');
  const type = async (keys: string) => {
    await userEvent.keyboard(keys);
    await new Promise(requestAnimationFrame);
    return [field.value, element.gamma, element.state, alertIn(element)];
  };
  field.select();
  expect(await type('-')).toEqual(['-', 1, 'done', '']);
  field.select();
  expect(await type('2')).toEqual(['2', 2, 'done', '']);
  expect(element.result?.parameters.gamma).toBe(2);
  expect(inside(element, '.gd-key').textContent).not.toContain('γ = 2.5');
  expect(await type('.')).toEqual(['2.', 2, 'done', '']);
  expect(await type('5')).toEqual(['2.5', 2.5, 'done', '']);
  expect(inside(element, '.gd-key').textContent).toContain('γ = 2.5');
  expect(await type('e')).toEqual(['2.5e', 2.5, 'done', '']);
  expect(await type('{Backspace}0{Enter}')).toEqual(['2.5', 2.5, 'done', '']);
  expect(told).toEqual([2, 2.5]);
  expect(await type('e{Enter}')).toEqual(['2.5e', '2.5e', 'failed', expect.stringContaining('2.5e')]);
  element.gamma = 3;
  await element.settled;
  expect(field.value).toBe('3');
});

test('where what was typed is refused in the end, the pictures show what they showed before it', async () => {
  const element = place({ views: 'loss', gamma: '2' });
  await element.settled;
  const field = fieldOf(element, 'gamma');
  field.select();
  await userEvent.keyboard('3{Enter}');
  field.select();
  await userEvent.keyboard('1000');
  expect([field.value, element.gamma]).toEqual(['1000', 10]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => element.state).toBe('failed');
  expect([field.value, element.gamma, element.result?.parameters.gamma]).toEqual(['1000', '1000', 3]);
  expect(inside(element, '.gd-key').textContent).toContain('γ = 3');
  expect(alertIn(element)).toContain('1000');
});

test('in the field of a slider a number is followed, too', async () => {
  const element = place({ views: 'examples' });
  await element.settled;
  const field = inside<HTMLInputElement>(element, '.slider input[type=text]');
  field.focus();
  field.select();
  await userEvent.keyboard('0.');
  expect([field.value, element.easy, element.state]).toEqual(['0.', 0.9, 'done']);
  await userEvent.keyboard('99');
  await new Promise(requestAnimationFrame);
  expect([field.value, element.easy, element.result?.parameters.easy]).toEqual(['0.99', 0.99, 0.99]);
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

test('where all examples are certain, there is no loss to be shared', async () => {
  const element = place({ views: 'examples', easy: '1', hard: '1' });
  await element.settled;
  expect(inside(element, '.summary').textContent).toContain('there is no loss');
  expect(allInside(element, '.gd-number').map(({ textContent }) => textContent)).toEqual(Array(4).fill('no loss'));
});

test('at p = 1 both losses are 0, and the share stands where its curve goes to', async () => {
  const element = place({ views: 'loss gradient', p: '1' });
  await element.settled;
  expect(element.shadowRoot!.innerHTML).not.toContain('NaN');
  element.gamma = 0;
  await element.settled;
  expect(element.shadowRoot!.innerHTML).not.toContain('NaN');
});
