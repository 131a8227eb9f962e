import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { alertIn, allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdSoftmaxUpdate } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-softmax-update', { loading: 'eager', ...attributes }) as unknown as GdSoftmaxUpdate;
const inputsOf = (element: GdSoftmaxUpdate) => allInside<HTMLInputElement>(element, '.gd-number-input');
const buttonCalled = (element: GdSoftmaxUpdate, text: string) =>
  allInside<HTMLButtonElement>(element, 'button').find(({ textContent }) => textContent.trim() === text)!;
const frame = () => new Promise(requestAnimationFrame);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a weight in its cell is typed, and all that follows from it is there within a frame', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  const cell = inputsOf(element)[1];
  expect(cell.value).toBe('0.1');
  await userEvent.fill(cell, '3');
  await userEvent.keyboard('{Enter}');
  await frame();
  expect(element.weights).toEqual([
    [3, -0.2, 0.3],
    [0.4, 0, -0.1],
  ]);
  expect(inside(element, '.summary').textContent).toContain('Logits (3.8,');
  expect((await element.settled).logits[0]).toBeCloseTo(3.8, 12);
});

test('the numbers of a table have one minus sign, in fields too, and it takes no digit from them', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  const numbers = allInside(element, '.gd-cell-number').map(({ textContent }) => textContent);
  const fields = inputsOf(element).map(({ value }) => value);
  expect(fields).toEqual(['1', '0.1', '−0.2', '0.3', '2', '0.4', '0', '−0.1']);
  // The error of class 1, and the probability of class 0: 0.18677… − 1 and 0.56110….
  expect(numbers).toEqual(expect.arrayContaining(['−0.8132', '0.5611']));
  expect([...numbers, ...fields].filter((text) => text.startsWith('-'))).toEqual([]);
  await userEvent.fill(inputsOf(element)[2], '−0.25');
  await frame();
  expect(element.weights[0]).toEqual([0.1, -0.25, 0.3]);
});

test('a number is moved by the arrow keys, and dragged', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  const cell = inputsOf(element)[0];
  cell.focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
  expect((await element.settled).parameters.input).toEqual([2.2, 2]);
  cell.blur();
  const box = cell.getBoundingClientRect();
  const at = (dx: number) => ({
    clientX: box.x + 10 + dx,
    clientY: box.y + 10,
    pointerId: 1,
    button: 0,
    bubbles: true,
  });
  cell.setPointerCapture = () => {};
  cell.dispatchEvent(new PointerEvent('pointerdown', at(0)));
  cell.dispatchEvent(new PointerEvent('pointermove', at(-40)));
  await frame();
  cell.dispatchEvent(new PointerEvent('pointerup', at(-40)));
  expect(element.input).toEqual([1.2, 2]);
  expect(inputsOf(element)[0].value).toBe('1.2');
});

test('what is no number in a cell is marked there and answered under the field of the matrix; the picture stays', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  await userEvent.fill(inputsOf(element)[2], 'abc');
  await userEvent.keyboard('{Enter}');
  await element.updateComplete;
  expect(alertIn(element)).toContain('weights="0.1 abc 0.3; 0.4 0 -0.1"');
  expect(alertIn(element)).toContain('row 1, column 2 is “abc”');
  expect(element.result?.logits).toHaveLength(3);
  const marked = () => inputsOf(element).map((cell) => cell.getAttribute('aria-invalid') === 'true');
  expect(marked()).toEqual([false, false, true, false, false, false, false, false]);
  // The mark goes as soon as there is a number again, and the picture follows.
  await userEvent.fill(inputsOf(element)[2], '0.5');
  await new Promise(requestAnimationFrame);
  expect(element.weights[0]).toEqual([0.1, 0.5, 0.3]);
  expect(element.result?.logits[1]).toBe(0.5);
  expect(marked()).not.toContain(true);
  await userEvent.clear(inputsOf(element)[3]);
  await userEvent.keyboard('{Enter}');
  await element.updateComplete;
  expect(alertIn(element)).toContain('row 1, column 3 is empty');
});

test('a button pressed right after a refused text is clicked: steps go on from the last good values, and the text stays', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  const field = inside<HTMLInputElement>(element, '#control-input');
  await userEvent.fill(field, '7 x');
  await userEvent.click(buttonCalled(element, 'Next step'));
  await expect.poll(() => alertIn(element)).toContain('value 2 is “x”');
  expect(field.value).toBe('7 x');
  expect(inside(element, '.summary').textContent).toMatch(/^Update 2/);
  const { parameters, probabilities } = element.result!;
  expect([parameters.step, ...parameters.input]).toEqual([2, 1, 2]);
  expect(inside(element, '.summary').textContent).toContain(
    `true class 1, loss ${(-Math.log(probabilities[1])).toFixed(4)}`,
  );
  await userEvent.fill(field, '3 4');
  expect(alertIn(element)).toBe('');
  // Its message would move the button away from under the pointer.
  await userEvent.fill(field, '7 y');
  await userEvent.click(buttonCalled(element, 'Reset'));
  expect((await element.settled).parameters.step).toBe(1);
  expect([field.value, alertIn(element)]).toEqual(['1 2', '']);
});

test('while what is typed cannot be read, the picture says what it still shows', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  const field = inside<HTMLInputElement>(element, '#control-learning-rate');
  const said = () => inside(element, '.outdated')?.textContent;
  await userEvent.fill(field, '0');
  await userEvent.keyboard(',');
  await expect.poll(said).toBe('still with 0.5');
  await userEvent.keyboard('{Backspace}.25');
  await expect.poll(said).toBeUndefined();
  expect(element.learningRate).toBe(0.25);
});

test('the head of a class makes it the true one, and the next step goes on from the last', async () => {
  const element = place({ views: 'step' });
  await element.settled;
  buttonCalled(element, 'class 2').click();
  expect((await element.settled).parameters.label).toBe(2);
  buttonCalled(element, 'Next step').click();
  await element.updateComplete;
  expect(element.step).toBe(2);
  expect(inside(element, '.summary').textContent).toMatch(/^Update 2/);
  expect((await element.settled).parameters.step).toBe(2);
});

test('the derivation has the numbers of the present values, or none', async () => {
  const element = place({ views: 'derivation' });
  await element.settled;
  expect(allInside(element, '.gd-derivation > li')).toHaveLength(9);
  expect(inside(element, '.gd-derivation').textContent).toContain('−0.8132');
  buttonCalled(element, 'symbols').click();
  await element.updateComplete;
  expect(inside(element, '.gd-derivation').textContent).not.toContain('−0.8132');
});

test('a point is placed by a key or a double click, moved by keys, removed by both, and training follows', async () => {
  const element = place({ views: 'regions', 'next-class': '3' });
  await element.settled;
  inside(element, '.gd-hit[role=application]').focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await element.updateComplete;
  expect(element.points.at(-1)).toEqual([0.05, 0, 3]);
  expect(inside(element, '.summary').textContent).toContain('4 classes');
  const handle = allInside(element, '.gd-handle').at(-1)!;
  handle.focus();
  await userEvent.keyboard('{ArrowUp}');
  await element.updateComplete;
  expect(element.points.at(-1)).toEqual([0.05, 0.05, 3]);
  await userEvent.keyboard('{Delete}');
  await element.updateComplete;
  expect(element.points).toHaveLength(18);
  expect(element.shadowRoot!.activeElement).toBe(allInside(element, '.gd-handle').at(-1));
  const hit = inside(element, '.gd-hit[role=application]');
  const box = hit.getBoundingClientRect();
  const middle = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true };
  hit.dispatchEvent(new MouseEvent('click', middle));
  expect(element.points).toHaveLength(18);
  hit.dispatchEvent(new MouseEvent('dblclick', middle));
  await element.updateComplete;
  expect(element.points.at(-1)).toEqual([0, 0, 3]);
  allInside(element, '.gd-handle')
    .at(-1)!
    .dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await element.updateComplete;
  expect(element.points).toHaveLength(18);
  element.points = element.points.slice(0, 2);
  await element.settled;
  buttonCalled(element, 'Remove the last point').click();
  await element.updateComplete;
  expect(element.points).toHaveLength(1);
  expect(buttonCalled(element, 'Remove the last point').disabled).toBe(true);
});

test('a hidden layer without an activation leaves the borders straight, one with tanh bends them', async () => {
  const element = place({
    views: 'regions',
    points: '-0.7 -0.7 0; 0.7 0.7 0; -0.7 0.7 1; 0.7 -0.7 1',
    iterations: '300',
    'hidden-layer': 'linear',
  });
  await element.settled;
  const right = () => allInside(element, '.gd-number').map(({ textContent }) => textContent);
  expect(right()).not.toEqual(['2 of 2 right', '2 of 2 right']);
  buttonCalled(element, 'tanh').click();
  await element.updateComplete;
  expect(right()).toEqual(['2 of 2 right', '2 of 2 right']);
});

test('what stands in fields is in the saved picture too', async () => {
  const element = place({ views: 'step', weights: '0.1 -0.2 0.3; 0.4 0 -0.123' });
  await element.settled;
  const svg = new DOMParser().parseFromString(await element.exportSVG('step'), 'image/svg+xml');
  expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain('−0.123');
});

test('on a narrow page nothing is cut off: formulas go on in the next line, and the names of classes stand apart', async () => {
  const element = place({ views: 'step derivation', derivation: 'numbers' });
  element.style.width = '366px';
  await element.settled;
  await expect.poll(() => inside(element, '.gd-derivation-box').clientWidth).toBeLessThan(367);
  const box = inside(element, '.gd-derivation-box');
  expect(box.scrollWidth).toBe(box.clientWidth);
  const heads = allInside(element, '.gd-forward .gd-cell-column').map((head) => head.getBoundingClientRect());
  for (const [i, head] of heads.slice(1).entries()) expect(head.left).toBeGreaterThan(heads[i].right);
  // What goes through the steps stays at the lower edge of the window.
  expect(getComputedStyle(inside(element, '.stepper').parentElement!).position).toBe('sticky');
});

test('a loss whose probability reads as 0 or 1 is worked out from the logits', async () => {
  const element = place({ views: 'step', weights: '1000 0', input: '1', label: '1' });
  await element.settled;
  const working = () => allInside(element, '.gd-forward tr:last-child .gd-cell-working').map((one) => one.textContent);
  expect(working()).toEqual(['1000 + ln 1 − 0']);
  element.weights = [[0, 20]];
  await element.settled;
  expect(working()).toEqual(['ln (1 + 2.061×10⁻⁹)']);
});
