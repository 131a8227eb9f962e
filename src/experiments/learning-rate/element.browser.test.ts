import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';

type Element = HTMLElementTagNameMap['gd-learning-rate'];

async function place(attributes: Record<string, string> = {}): Promise<Element> {
  const element = placeAny('gd-learning-rate', { loading: 'eager', ...attributes }) as unknown as Element;
  await element.settled;
  return element;
}

const VIEWS = ['descent', 'cobweb', 'iterates', 'rates', 'table'];
const pictures = (element: Element) => Promise.all(VIEWS.map((view) => element.exportSVG(view)));
const inView = (element: Element, view: string, selector: string) =>
  inside<SVGElement & HTMLElement>(element, `[data-view=${view}] ${selector}`);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('it computes at once: every picture stands, and there is no engine and nothing to start or to cancel', async () => {
  const seen: string[] = [];
  for (const type of ['gd-start', 'gd-progress', 'gd-result', 'gd-error'])
    document.body.addEventListener(type, () => seen.push(type), { once: true });
  const element = await place();
  await expect.poll(() => seen).toEqual(['gd-result']);
  expect(element.state).toBe('done');
  expect('engine' in element).toBe(false);
  element.cancel();
  expect(element.state).toBe('done');
  for (const view of VIEWS) expect(inView(element, view, 'figcaption').textContent!.length).toBeGreaterThan(40);
});

test('keys move the rate in the picture of rates, all pictures follow, and moved back they are the same', async () => {
  const element = await place();
  const before = await pictures(element);
  const handle = () => inView(element, 'rates', '.gd-rate circle');
  handle().focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  await element.updateComplete;
  expect(element.selectedRate).toBe(0.62);
  expect(handle().getAttribute('aria-valuetext')).toBe('0.62');
  const moved = await pictures(element);
  VIEWS.forEach((view, i) => expect(moved[i], view).not.toBe(before[i]));
  expect(inView(element, 'descent', 'figcaption').textContent).toContain('0.38');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}');
  await element.updateComplete;
  expect(element.selectedRate).toBe(0.5);
  handle().blur();
  expect(await pictures(element)).toEqual(before);
});

test('keys move the start along the curve, and what is computed follows', async () => {
  const element = await place();
  inView(element, 'descent', '.gd-start circle').focus();
  await userEvent.keyboard('{ArrowRight}');
  const result = await element.settled;
  expect(element.start).toBeGreaterThan(0);
  expect(result.runs[0].iterates[0]).toBe(element.start);
  expect(inView(element, 'descent', '.gd-start circle').matches(':focus')).toBe(true);
});

test('keys that move the start keep the learning rate in hand, in the slider’s field too', async () => {
  const element = await place({ views: 'descent', objective: 'sin(x)*x', start: '4' });
  const rate = element.result!.runs[0].learningRate;
  const field = inside<HTMLInputElement>(element, '.rate-head input');
  const shown = field.value;
  inView(element, 'descent', '.gd-start circle').focus();
  await userEvent.keyboard('{End}');
  const { runs } = await element.settled;
  expect(element.start).toBeGreaterThan(4);
  expect(element.selectedRate).toBe(rate);
  expect(runs[0].learningRate).not.toBe(rate);
  expect(field.value).toBe(shown);
});

test('while the start is dragged the axis stands still, and once it is dropped the picture is drawn around it', async () => {
  const element = await place({ views: 'descent' });
  const ticks = () => inView(element, 'descent', '.gd-x').textContent;
  const before = ticks();
  const handle = inView(element, 'descent', '.gd-start circle');
  const { x, y } = handle.getBoundingClientRect();
  const event = (type: string, target: EventTarget, clientX: number) =>
    target.dispatchEvent(
      new MouseEvent(type, { clientX, clientY: y + 5, bubbles: true, cancelable: true, view: window }),
    );
  event('mousedown', handle, x + 5);
  event('mousemove', window, x - 60);
  await element.settled;
  expect(element.start).toBeLessThan(-10);
  expect(ticks()).toBe(before);
  event('mouseup', window, x - 60);
  await element.settled;
  expect(ticks()).not.toBe(before);
});

test('the slider moves the rate, and its field takes exact ones', async () => {
  const element = await place({ views: 'descent' });
  const changes: unknown[] = [];
  element.addEventListener('gd-change', (event) => changes.push((event as CustomEvent).detail.value));
  const field = inside<HTMLInputElement>(element, '.rate-head input');
  const slider = inside<HTMLInputElement>(element, '.rate-track input');
  expect(allInside(element, '.rate-tick').map(({ textContent }) => textContent)).toEqual(['0', '1', '2', '3', '4']);
  slider.focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => changes).toEqual([0.506]);
  await userEvent.fill(field, '1.999');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => changes).toEqual([0.506, 1.999]);
  await element.updateComplete;
  expect(inView(element, 'descent', 'figcaption').textContent).toContain('−0.999');
});

test('the slider speaks of the run in hand, and not of a minimum that it was thrown out of', async () => {
  const element = await place({ views: 'descent', objective: 'x^4', start: '1', 'learning-rates': '0.1 1' });
  const spoken = () => inside<HTMLInputElement>(element, '.rate-track input').getAttribute('aria-valuetext');
  expect(spoken()).toBe('0.1, still moving');
  element.selectedRate = 1;
  await element.settled;
  await expect.poll(spoken).toBe('1, diverged');
});

test('Play shows the steps one by one', async () => {
  const element = await place({ views: 'descent', iterations: '3' });
  inside<HTMLElement>(element, '.play').click();
  await expect.poll(() => element.iteration).toBeGreaterThan(0);
  await element.updateComplete;
  expect(inView(element, 'descent', '.gd-notes').textContent).toMatch(/w ← .* − 0\.5 · \(.*\) = /);
  await expect.poll(() => element.iteration, { timeout: 5000 }).toBe(3);
});

test('the iterates that the sheet prints wrong are marked, and no others', async () => {
  const element = await place({ views: 'table' });
  const wrong = [...element.shadowRoot!.querySelectorAll('.gd-wrong')];
  expect(wrong.map(({ textContent }) => textContent)).toEqual(['100', '687.5', '100', '−781.25']);
});

test('a function without a minimum works and says so', async () => {
  const element = await place({ objective: 'x' });
  expect(element.result!.minimum).toBeNull();
  expect(element.result!.runs.map(({ outcome }) => outcome)).toEqual(['moving', 'moving', 'moving']);
  expect(inView(element, 'descent', 'figcaption').textContent).toMatch(/downhill.*no minimum/);
  expect(inView(element, 'rates', 'figcaption').textContent).toMatch(/no limit 2\/f″/);
});

test.each(['ln(x)', 'x^4', 'abs(x)', '1/x', '5', 'x^2/20+2cos(2x)', '-x^2', 'exp(x)'])(
  '%s is drawn',
  async (objective) => {
    const element = await place({ objective, start: '1', 'learning-rates': '-1 0 0.3 5' });
    expect(element.state).toBe('done');
    for (const svg of await pictures(element)) expect(svg).not.toContain('NaN');
  },
);

test('every picture follows the optimizer and the schedule, with a limit or without one, and back', async () => {
  const element = await place();
  const before = await pictures(element);
  for (const [optimizer, schedule] of [
    ['momentum 0.9', 'constant'],
    ['rmsprop', 'constant'],
    ['gd', 'warmup 5, cosine'],
  ]) {
    Object.assign(element, { optimizer, schedule });
    await element.settled;
    const drawn = await pictures(element);
    VIEWS.forEach((view, i) => expect(drawn[i], `${view} ${optimizer} ${schedule}`).not.toBe(before[i]));
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|undefined/);
    expect(allInside(element, '[data-view=table] .gd-wrong').length).toBe(0);
    expect(allInside(element, '.gd-map').some((map) => map.getAttribute('d'))).toBe(false);
  }
  Object.assign(element, { optimizer: 'gd', schedule: 'constant' });
  await element.settled;
  expect(await pictures(element)).toEqual(before);
});

test('ten thousand iterations stay in hand', async () => {
  const element = await place({
    iterations: '10000',
    objective: '(x^2-1)^2',
    start: '0.5',
    'learning-rates': '0.2 0.4',
  });
  expect(element.result!.runs.map(({ outcome }) => outcome)).toEqual(['converged', 'wandering']);
  expect(inView(element, 'iterates', 'path').getAttribute('d')!.length).toBeLessThan(100_000);
});

test.each([
  ['start', 'here'],
  ['iterations', '10001'],
  ['learning-rates', ''],
  ['selected-rate', 'fast'],
  ['iteration', '21'],
  ['objective', 'x^^2'],
])('%s="%s" is answered in the element, and a good value afterwards works', async (attribute, text) => {
  const element = await place();
  element.setAttribute(attribute, text);
  await expect(element.settled).rejects.toThrow(attribute);
  expect(element.state).toBe('failed');
  element.removeAttribute(attribute);
  await element.settled;
  expect(element.state).toBe('done');
});

test.each([390, 900])(
  'each minimum in the picture of the steps is named beside its line, at %i pixels',
  async (width) => {
    document.body.style.width = `${width}px`;
    for (const [attributes, expected] of [
      [{}, 1],
      // Of several minima there is room for their places, on a telephone for the numbers of most.
      [{ objective: 'cos(3x)+x^2/50', start: '3.9', 'learning-rates': '0.3' }, 3],
      [{ objective: 'cos(3x)', start: '0.2' }, 4],
    ] as const) {
      const element = await place({ views: 'descent', ...attributes });
      const lines = allInside(element, '[data-view=descent] .gd-minimum line').map((line) =>
        line.getBoundingClientRect(),
      );
      const names = allInside(element, '[data-view=descent] .gd-names text');
      expect(names.length).toBeGreaterThanOrEqual(expected);
      expect(names.length).toBeLessThanOrEqual(lines.length);
      for (const name of names) {
        const { left, right } = name.getBoundingClientRect();
        expect(
          lines.filter((line) => left < line.left && line.left < right),
          name.textContent!,
        ).toEqual([]);
      }
      element.remove();
    }
    document.body.style.width = '';
  },
);
