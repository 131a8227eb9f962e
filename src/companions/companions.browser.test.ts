import { userEvent } from 'vitest/browser';
import { afterEach, expect, test, vi } from 'vitest';
import '../define';
import type { GdBoxConstraint } from '../generated/elements';
import type {} from '.';
import { place, type AnyElement } from '../elements/elements.fixtures';

afterEach(() => document.body.replaceChildren());

async function target(): Promise<AnyElement & GdBoxConstraint> {
  const element = place('gd-box-constraint', { id: 'box', views: 'map' }) as AnyElement & GdBoxConstraint;
  await element.settled;
  return element;
}

/** Adds an element to the page, which has its code fetched. */
async function add<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string>, text = '') {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ for: 'box', ...attributes })) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  await customElements.whenDefined(tag);
  return element;
}

const textOf = ({ shadowRoot }: Element) => shadowRoot!.textContent!.trim();
const expectText = (element: Element, text: string) => expect.poll(() => textOf(element)).toBe(text);

test('a value in a sentence shows a parameter or a field of the result, and follows it', async () => {
  const element = await target();
  const rate = await add('gd-value', { of: 'learning-rate' });
  const theta = await add('gd-value', { of: 'theta.0', digits: '3' });
  const missing = await add('gd-value', { of: 'nothing.there' });
  await expectText(rate, '1');
  await expectText(theta, '0');
  await expectText(missing, 'There is no “nothing.there” in “box”.');
  element.learningRate = 0.25;
  await expectText(rate, '0.25');
});

test('what a value or a slider belongs to may come later than it, and go', async () => {
  const rate = await add('gd-value', { of: 'learning-rate' });
  await rate.updateComplete;
  expect(textOf(rate)).toBe('There is no element with the id “box”.');
  const slider = await add('gd-slider', { parameter: 'learning-rate', low: '0.01', high: '100' });
  const element = await target();
  await expectText(rate, '1');
  await expectText(slider, '1');
  element.remove();
  await expectText(rate, 'There is no element with the id “box”.');
  await expectText(slider, 'There is no element with the id “box”.');
});

test('a slider in a sentence moves another element, tells the page, and follows what moves it', async () => {
  const element = await target();
  const slider = await add('gd-slider', { parameter: 'learning-rate', low: '0.01', high: '100', scale: 'log' });
  const field = () => slider.shadowRoot!.querySelector('input')!;
  await expect.poll(() => field() && Number(field().value) / Number(field().max)).toBe(0.5);
  const told: unknown[] = [];
  element.addEventListener('gd-change', ({ detail }) => told.push(detail.value));
  field().value = field().max;
  field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await expectText(slider, '100');
  expect([element.learningRate, told]).toEqual([100, [100]]);
  element.learningRate = 0.01;
  await expectText(slider, '0.01');
  expect(field().value).toBe('0');
});

test('a slider moves a whole number by one from key to key, over what it takes alone', async () => {
  const element = place('gd-learning-rate', { id: 'box', views: 'descent' });
  await element.settled;
  const slider = await add('gd-slider', { parameter: 'iterations', low: '0', high: '30', scale: 'linear' });
  const field = () => slider.shadowRoot!.querySelector('input')!;
  await expect.poll(() => field()).not.toBeNull();
  const least = element.iterations as number;
  field().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expectText(slider, String(least + 1));
  await userEvent.keyboard('{Home}');
  await expectText(slider, '1');
});

test('a slider takes an attribute’s or a property’s name, and says what it lacks', async () => {
  await target();
  const slider = await add('gd-slider', { parameter: 'learningRate', low: '0.01', high: '100' });
  await expect.poll(() => slider.shadowRoot!.querySelector('input')?.ariaLabel).toBe('Learning rate');
  slider.parameter = 'lower';
  slider.high = undefined;
  await expectText(slider, '“lower” of “box” has no range of its own: give low and high.');
  slider.parameter = 'objective';
  await expectText(slider, '“objective” of “box” is not a number that a slider can move.');
  slider.parameter = 'lerning-rate';
  await expectText(slider, 'There is no “lerning-rate” in “box”. Nearest: learning-rate.');
  slider.htmlFor = 'bxo';
  await expectText(slider, 'There is no element with the id “bxo”.');
});

test('a name that an element does not have is told in sight, with those that are near it', async () => {
  const element = place('gd-learning-rate', { id: 'box', views: 'descent' });
  await element.settled;
  const value = await add('gd-value', { of: 'learning-rate' });
  await expectText(value, 'There is no “learning-rate” in “box”. Nearest: learning-rates, selected-rate.');
  value.of = 'treshold';
  await expectText(value, 'There is no “treshold” in “box”. Nearest: threshold.');
  value.of = 'runs.0.iterate.1';
  await expectText(value, 'There is no “runs.0.iterate.1” in “box”. Nearest: runs.0.iterates.');
  const slider = await add('gd-slider', { parameter: 'learning-rate' });
  await expectText(slider, 'There is no “learning-rate” in “box”. Nearest: selected-rate.');
  slider.parameter = 'learning-rates';
  await expectText(slider, '“learning-rates” of “box” is not a number that a slider can move. Nearest: selected-rate.');
  const task = await add('gd-task', { of: 'treshold' });
  await expect
    .poll(() => task.shadowRoot!.querySelector('[role=status]')!.textContent)
    .toBe('There is no “treshold” in “box”. Nearest: threshold.');
});

test('what comes with its element into the page shows a parameter, though nothing is computed yet', async () => {
  await customElements.whenDefined('gd-value');
  document.body.innerHTML =
    '<gd-value for="box" of="learning-rate"></gd-value><div style="height: 90000px"></div><gd-box-constraint id="box"></gd-box-constraint>';
  await expectText(document.querySelector('gd-value')!, '1');
});

test('keys that a slider or a field in a sentence acts on do not reach the page, others do', async () => {
  await target();
  const slider = await add('gd-slider', { parameter: 'learning-rate', low: '0.01', high: '100' });
  const task = await add('gd-task', { of: 'optimum' });
  await expect.poll(() => slider.shadowRoot!.querySelector('input')).not.toBeNull();
  await task.updateComplete;
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent) => heard.push(key);
  document.addEventListener('keydown', hear);
  slider.shadowRoot!.querySelector('input')!.focus();
  await userEvent.keyboard('{ArrowRight}n');
  task.shadowRoot!.querySelector('input')!.focus();
  await userEvent.keyboard('fo{Escape}');
  document.removeEventListener('keydown', hear);
  expect(heard).toEqual(['n']);
});

test('a task takes a number within its tolerance, says so, and tells the page what was answered', async () => {
  await target();
  const task = await add('gd-task', { of: 'optimum', tolerance: '2%' }, 'Where is the optimum?');
  await task.updateComplete;
  const said: unknown[] = [];
  task.addEventListener('gd-answer', (event) => said.push((event as CustomEvent<unknown>).detail));
  const status = () => task.shadowRoot!.querySelector('[role=status]')!.textContent;
  const answer = async (text: string) => {
    const field = task.shadowRoot!.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new InputEvent('input'));
    task.shadowRoot!.querySelector('button')!.click();
    await expect.poll(status).not.toBe('');
  };
  await answer('');
  await expect.poll(status).toBe('Type a number.');
  await answer('a half');
  await expect.poll(status).toBe('“a half” is not a number.');
  await answer('0.6');
  await expect.poll(status).toBe('Not yet. Try again.');
  await answer('0,505');
  await expect.poll(status).toBe('Right.');
  expect(said).toEqual([
    { given: 0.6, expected: 0.5, isRight: false, attempts: 1 },
    { given: 0.505, expected: 0.5, isRight: true, attempts: 2 },
  ]);
});

test('a task takes one of some choices', async () => {
  await target();
  const task = await add('gd-task', { of: 'onBoundary', choices: 'true | false' }, 'Is it on the boundary?');
  await task.updateComplete;
  const [yes, no] = task.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]');
  const status = () => task.shadowRoot!.querySelector('[role=status]')!.textContent;
  yes.click();
  await task.check();
  await expect.poll(status).toBe('Not yet. Try again.');
  no.click();
  // What was said was said of the other one.
  await expect.poll(status).toBe('');
  await task.check();
  await expect.poll(status).toBe('Right.');
  yes.click();
  expect(task.isAnswered).toBe(true);
});

test('a task whose answer is none of its choices says so before it is asked, and gives nothing away', async () => {
  await target();
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const task = await add('gd-task', { of: 'onBoundary', choices: 'yes | no' }, 'Is it on the boundary?');
  const status = () => task.shadowRoot!.querySelector('[role=status]')!.textContent;
  await expect.poll(status).toBe('The answer is none of the choices.');
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

test('a task has no answer where its element has none, and takes numbers as they are written', async () => {
  const element = place('gd-learning-rate', { id: 'box', views: 'descent', objective: 'w' });
  const task = await add('gd-task', { of: 'threshold', tolerance: '0,5' });
  const check = async (given: string) => {
    task.given = given;
    await task.check();
    return task.said;
  };
  expect(await check('0')).toBe('There is no “threshold” in “box”.');
  element.objective = 'w^2/2';
  expect(await check('1,6')).toBe('Right.');
  task.answer = '0,25';
  task.tolerance = '1%';
  expect(await check('.25')).toBe('Right.');
  task.answer = 'a quarter';
  expect(await check('.25')).toBe('“a quarter” is not a number.');
  Object.assign(task, { answer: '', of: '' });
  expect(await check('.25')).toBe('There is no “” in “box”.');
});
