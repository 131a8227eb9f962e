import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { alertIn, allInside, enter, fieldOf, inside, place as placeAny, placeFarDown } from '../elements.fixtures';
import { takeEscapedErrors } from '../escaped-errors';

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

/** An element that computes nothing here: its field answers at once. */
async function place(tag: string, attributes: Record<string, string> = {}) {
  placeFarDown();
  const element = placeAny(tag, { loading: 'lazy', ...attributes });
  await element.updateComplete;
  const type = async (text: string) => {
    const field = fieldOf(element, 'objective');
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
  };
  return {
    element,
    type,
    reading: () =>
      allInside(element, '.formula-reading > :not(.preview)')
        .map(({ textContent }) => textContent)
        .join(' '),
  };
}

describe.each(['gd-wide-minima', 'gd-learning-rate'])('the function of <%s>', (tag) => {
  test('is shown typeset while it is typed, before it is taken', async () => {
    const { element, type } = await place(tag);
    const before = element.objective;
    await type('|x|/2 + √x');
    expect(inside(element, '.preview math').getAttribute('alttext')).toBe('f(x) = abs(x)/2 + sqrt(x)');
    expect(element.objective).toBe(before);
    await type(before as string);
    expect(inside(element, '.preview math').getAttribute('alttext')).not.toContain('abs');
  });

  test('goes on in another line before a summand where it is too wide, and its brackets are as tall as what they hold', async () => {
    const { element, type } = await place(tag);
    await type('(x - 1)^2/10 + 3cos(2x + 1) - exp(-x^2)*sin(5x) + sqrt(x^2 + 1)');
    const preview = inside(element, '.preview');
    preview.style.width = '220px';
    expect(preview.scrollWidth).toBe(preview.clientWidth);
    const boxes = [...preview.querySelectorAll('math > mrow > mrow')].map((row) => row.getBoundingClientRect());
    expect(boxes[0].left - preview.getBoundingClientRect().left).toBeLessThan(8);
    expect(boxes.at(-1)!.top).toBeGreaterThan(boxes[0].bottom);
    const base = preview.querySelector('msup > mrow')!;
    const { height } = base.querySelector('mi')!.getBoundingClientRect();
    expect(base.getBoundingClientRect().height).toBeLessThan(2.2 * height);
  });

  test('has the place marked that cannot be read, in a sentence under its field, and raises no alarm before it is taken', async () => {
    const { element, type, reading } = await place(tag);
    await type('x^4 - 3# + x');
    expect(reading()).toContain('I cannot read “#” at character 8.');
    expect(inside(element, '.marked mark').textContent).toBe('#');
    expect(alertIn(element)).toBe('');
    await enter(element, 'objective', 'x^4 - 3# + x');
    expect(alertIn(element)).toMatch(/^I cannot read “#” at character 8\.\s+x\^4 - 3# \+ x$/);
    expect(inside(element, '.control.objective .marked mark').textContent).toBe('#');
  });

  test('says how it is read where it could be read otherwise', async () => {
    const { reading, type } = await place(tag);
    expect(reading()).toBe('');
    await type('1/2x');
    expect(reading()).toContain('“1/2x” is read as (1/2)*x, not as 1/(2*x).');
  });

  test('can be taken from a gallery of pictures, by hand or by keyboard', async () => {
    const { element } = await place(tag);
    inside<HTMLDetailsElement>(element, 'details.gallery').open = true;
    await expect.poll(() => allInside(element, 'button.example').length).toBeGreaterThanOrEqual(10);
    const examples = allInside<HTMLButtonElement>(element, 'button.example');
    for (const example of examples) expect(example.querySelector('path')!.getTotalLength()).toBeGreaterThan(0.5);
    const kink = examples.find(({ title }) => title === 'abs(x)')!;
    kink.focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(element.objective).toBe('abs(x)');
    expect(fieldOf(element, 'objective').value).toBe('abs(x)');
    expect(kink.getAttribute('aria-pressed')).toBe('true');
  });

  test('is copied as a text that is read as the same function', async () => {
    const { element } = await place(tag, { objective: 'sin²x + |x|/2' });
    const clipboardData = new DataTransfer();
    const copy = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    inside(element, '.preview').dispatchEvent(copy);
    expect(copy.defaultPrevented).toBe(true);
    const text = clipboardData.getData('text/plain');
    const markup = inside(element, '.preview').innerHTML;
    element.objective = text;
    await element.updateComplete;
    expect(inside(element, '.preview').innerHTML).toBe(markup);
  });
});

test('what fits the function by itself is shown as such, is kept when it is edited, and again when nothing is left', async () => {
  const { element } = await place('gd-wide-minima', { objective: 'x^4 - 3x^2 + x' });
  const shown = (attribute: string) => fieldOf(element, attribute).value;
  expect(['low', 'high', 'learning-rates'].map(shown)).toEqual([
    'auto: -3',
    'auto: 3',
    'auto: 0.014 0.13 0.15 0.19 0.24',
  ]);
  await enter(element, 'learning-rates', 'auto: 0.014 0.13');
  expect([element.learningRates, shown('learning-rates')]).toEqual([[0.014, 0.13], '0.014 0.13']);
  await enter(element, 'low', '-4');
  expect([element.low, shown('low')]).toEqual([-4, '-4']);
  await enter(element, 'low', '');
  expect([element.low, shown('low')]).toEqual(['auto', 'auto: -3']);
});
