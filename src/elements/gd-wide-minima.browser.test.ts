import { afterEach, expect, test } from 'vitest';
import '../define';
import { takeEscapedErrors } from './escaped-errors';
import type { GdWideMinima } from './gd-wide-minima';

/** Small enough to be computed in a moment, on the engine that is the same on every machine. */
const QUICK = { engine: 'cpu', loading: 'eager', starts: '500', iterations: '200', views: 'histogram' };

function place(attributes: Record<string, string> = {}): GdWideMinima {
  const element = document.createElement('gd-wide-minima') as GdWideMinima;
  for (const [name, text] of Object.entries({ ...QUICK, ...attributes })) element.setAttribute(name, text);
  document.body.append(element);
  return element;
}

const messageIn = (element: GdWideMinima) => element.shadowRoot!.querySelector('[role=alert]')?.textContent ?? '';

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('attributes are typed properties', () => {
  const element = place({ 'learning-rates': '0.1 0.2', seed: '9', sampling: 'grid' });
  expect(element.learningRates).toEqual([0.1, 0.2]);
  expect(element.seed).toBe(9);
  expect(element.sampling).toBe('grid');
  element.removeAttribute('seed');
  expect(element.seed).toBe(1);
});

test('settled gives a result of plain data, and the picture stands', async () => {
  const element = place();
  const result = await element.settled;
  expect(result).toBe(element.result);
  expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(structuredClone(result))));
  expect(result.engine.kind).toBe('cpu');
  expect(Object.keys(result).sort()).toEqual(['engine', 'parameters', 'runs', 'stationary']);
  expect(result.stationary.map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'minimum']);
  for (const run of result.runs) {
    expect(Object.keys(run).sort()).toEqual([
      'bounded',
      'converged',
      'diverged',
      'learningRate',
      'medianIterations',
      'starts',
    ]);
    expect(run.converged.reduce((sum, count) => sum + count, 0) + run.bounded + run.diverged).toBe(500);
  }
  expect(element.state).toBe('done');
  expect(element.getAttribute('state')).toBe('done');
  expect(element.progress).toBe(1);
  expect(element.shadowRoot!.querySelector('[data-view=histogram] svg')).not.toBeNull();
});

test('the same seed gives the same result, another seed another one', async () => {
  const [a, b, c] = [place({ seed: '3' }), place({ seed: '3' }), place({ seed: '4' })];
  const [first, same, other] = await Promise.all([a.settled, b.settled, c.settled]);
  expect(same.runs).toEqual(first.runs);
  expect(other.runs).not.toEqual(first.runs);
});

test.each([
  ['starts', 'many'],
  ['starts', '0'],
  ['starts', '10000000000'],
  ['learning-rates', 'NaN'],
  ['learning-rates', 'Infinity'],
  ['low', '30'],
  ['objective', 'x^^2'],
  ['objective', 'x^2 + foo'],
  ['objective', 'log(-1 - x^2)'],
  ['engine', 'abacus'],
  ['views', 'pie'],
  ['iteration', '201'],
])('%s="%s" is answered in the element, and a good value afterwards works', async (attribute, text) => {
  const element = place();
  const before = await element.settled;
  element.setAttribute(attribute, text);
  await expect(element.settled).rejects.toThrow(attribute);
  expect(element.state).toBe('failed');
  expect(messageIn(element)).toContain(`${attribute}="${text}"`);
  expect(messageIn(element)).toContain('it takes');
  expect(element.error!.message).toContain(text);
  // The last good picture stays.
  expect(element.result).toBe(before);
  expect(element.shadowRoot!.querySelector('[data-view=histogram] svg')).not.toBeNull();
  if (attribute in QUICK) element.setAttribute(attribute, QUICK[attribute as keyof typeof QUICK]);
  else element.removeAttribute(attribute);
  const after = await element.settled;
  expect(after.runs).toEqual(before.runs);
  expect(messageIn(element)).toBe('');
});

test('a property of the wrong type never throws from the setter', async () => {
  const element = place();
  await element.settled;
  for (const value of [null, undefined, {}, Symbol('s'), 'x', -1, NaN]) {
    expect(() => Object.assign(element, { starts: value })).not.toThrow();
    await expect(element.settled).rejects.toThrow('starts');
  }
  element.starts = 100;
  expect((await element.settled).runs[0].starts).toBe(100);
});

test('a function without a minimum in the range runs, and the views say that there is none', async () => {
  const element = place({
    objective: 'x',
    views: 'landscape histogram outcomes basins bifurcation',
    starts: '50',
    iterations: '20',
  });
  const result = await element.settled;
  expect(result.stationary).toEqual([]);
  expect(result.runs[0].converged).toEqual([]);
  expect(element.shadowRoot!.textContent).toMatch(/no minimum/i);
});

test('markup in a value is shown as text', async () => {
  const element = place();
  await element.settled;
  element.setAttribute('objective', '<img src=x onerror=alert(1)>');
  await expect(element.settled).rejects.toThrow();
  expect(element.shadowRoot!.querySelector('img')).toBeNull();
  expect(messageIn(element)).toContain('<img');
});

test('events tell the page what happens, and carry it', async () => {
  const element = place({ 'learning-rates': '0.3' });
  const seen: string[] = [];
  const details: Record<string, unknown> = {};
  for (const type of ['gd-start', 'gd-progress', 'gd-result', 'gd-error', 'gd-change']) {
    document.body.addEventListener(type, (event) => {
      if (seen.at(-1) !== type) seen.push(type);
      details[type] = (event as CustomEvent).detail;
      expect(event.composed).toBe(true);
    });
  }
  const result = await element.settled;
  expect(seen[0]).toBe('gd-start');
  expect(seen.at(-1)).toBe('gd-result');
  expect(details['gd-result']).toEqual({ parameters: element.parameters, result, engine: result.engine });
  element.starts = -1;
  await expect(element.settled).rejects.toThrow();
  expect(details['gd-error']).toBe(element.error);
});

test('a control moves its parameter and says so', async () => {
  const element = place();
  await element.settled;
  const changes: unknown[] = [];
  element.addEventListener('gd-change', (event) => changes.push((event as CustomEvent).detail.name));
  const field = element.shadowRoot!.querySelector<HTMLInputElement>('.starts input[type=text]')!;
  field.value = '77';
  field.dispatchEvent(new Event('change'));
  expect(element.starts).toBe('77');
  const result = await element.settled;
  expect(result.runs[0].starts).toBe(77);
  expect(changes).toEqual(['starts']);
});

test('cancel stops, keeps the last picture, and run takes up again', async () => {
  const element = place();
  const before = await element.settled;
  element.starts = 400_000;
  element.iterations = 100_000;
  element.learningRates = [0.0001];
  const settled = element.settled;
  await expect.poll(() => element.state).toBe('running');
  element.cancel();
  await expect(settled).rejects.toThrow('cancelled');
  expect(element.state).toBe('idle');
  expect(element.result).toBe(before);
  element.starts = 100;
  element.iterations = 100;
  expect((await element.settled).runs[0].starts).toBe(100);
});

test('a newer parameter makes an older computation stale', async () => {
  const element = place({ starts: '200000', iterations: '5000', 'learning-rates': '0.001' });
  const settled = element.settled;
  await expect.poll(() => element.state).toBe('running');
  element.starts = 60;
  element.iterations = 50;
  expect((await settled).runs[0].starts).toBe(60);
  expect(element.result!.runs[0].starts).toBe(60);
});

test('a lazy element far below does not compute until it comes near', async () => {
  const spacer = document.createElement('div');
  spacer.style.height = '5000px';
  document.body.append(spacer);
  const element = place({ loading: 'lazy' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(element.state).toBe('idle');
  spacer.remove();
  await expect.poll(() => element.state).toBe('done');
});

test('controls="none" shows no control', async () => {
  const element = place({ controls: 'none', views: 'landscape basins bifurcation', iterations: '20' });
  await element.settled;
  expect(
    element.shadowRoot!.querySelectorAll('.panel, .transport, .menu, input, select, .gd-tool, [role=application]')
      .length,
  ).toBe(0);
  element.controls = 'shown';
  await element.updateComplete;
  expect(element.shadowRoot!.querySelectorAll('.gd-tool').length).toBe(6);
});

test('moving the window of one picture leaves the others and the result alone', async () => {
  const element = place({ views: 'histogram basins', iterations: '50' });
  const before = await element.settled;
  element.basinsWindow = [0, 5, 0.1, 1];
  await element.updateComplete;
  expect(element.state).toBe('running');
  expect(await element.settled).toBe(before);
});

test('an element that leaves the page stops, and computes again when it comes back', async () => {
  const element = place({ starts: '100000', iterations: '3000', 'learning-rates': '0.001' });
  await expect.poll(() => element.state).toBe('running');
  element.remove();
  expect(element.state).toBe('idle');
  element.starts = 30;
  document.body.append(element);
  expect((await element.settled).runs[0].starts).toBe(30);
});

test('an element that has left for good lets go of what it computed, and computes it anew when it comes back', async () => {
  const element = place();
  const picture = () => element.shadowRoot!.querySelector('[data-view=histogram] svg');
  const before = await element.settled;
  element.remove();
  await expect.poll(() => element.result, { timeout: 20_000 }).toBe(undefined);
  expect(picture()).toBeNull();
  expect(element.state).toBe('idle');
  document.body.append(element);
  const after = await element.settled;
  expect(after).not.toBe(before);
  expect(after.runs).toEqual(before.runs);
  expect(picture()).not.toBeNull();
});

test('an outcome that is pointed at in one picture stands out in all, and a pick makes it stay', async () => {
  const element = place({ views: 'landscape histogram outcomes', iterations: '50' });
  await element.settled;
  const keyItem = (view: string) =>
    element.shadowRoot!.querySelector<HTMLElement>(
      `[data-view=${view}] .gd-key button, [data-view=${view}] button.gd-key-item`,
    )!;
  const faded = (view: string) => element.shadowRoot!.querySelectorAll(`[data-view=${view}] .gd-faded`).length;
  expect(faded('outcomes')).toBe(0);
  keyItem('landscape').dispatchEvent(new PointerEvent('pointerenter', { bubbles: true }));
  await element.updateComplete;
  expect(faded('outcomes')).toBeGreaterThan(0);
  keyItem('landscape').dispatchEvent(new PointerEvent('pointerleave', { bubbles: true }));
  await element.updateComplete;
  expect(faded('outcomes')).toBe(0);
  keyItem('landscape').click();
  await element.updateComplete;
  expect(faded('outcomes')).toBeGreaterThan(0);
  keyItem('landscape').click();
  await element.updateComplete;
  expect(faded('outcomes')).toBe(0);
});

test('pictures made of pixels follow when the page turns dark', async () => {
  const element = place({ views: 'basins', iterations: '50' });
  const inkOf = () => {
    const canvas = element.shadowRoot!.querySelector<HTMLCanvasElement>('[data-view=basins] canvas')!;
    return Array.from(canvas.getContext('2d')!.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data).join();
  };
  document.documentElement.style.colorScheme = 'light';
  await element.settled;
  const light = inkOf();
  document.documentElement.style.colorScheme = 'dark';
  await expect.poll(inkOf).not.toBe(light);
  document.documentElement.style.colorScheme = 'light';
  await expect.poll(inkOf).toBe(light);
  document.documentElement.style.colorScheme = '';
});
