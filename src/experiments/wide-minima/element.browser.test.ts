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
import type { GdWideMinima } from '../../generated/elements';

/** Small enough to be computed in a moment, on the engine that is the same on every machine. */
const QUICK = { engine: 'cpu', loading: 'eager', starts: '500', iterations: '200', views: 'histogram' };

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-wide-minima', { ...QUICK, ...attributes }) as AnyElement & GdWideMinima;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('attributes are typed properties', async () => {
  const element = place({ 'learning-rates': '0.1 0.2', seed: '9', sampling: 'grid' });
  await element.updateComplete;
  expect([element.learningRates, element.seed, element.sampling]).toEqual([[0.1, 0.2], 9, 'grid']);
  element.removeAttribute('seed');
  expect(element.seed).toBe(1);
});

test('the result says for every rate how the runs ended', async () => {
  const element = place();
  const result = await element.settled;
  expect(Object.keys(result).sort()).toEqual(['engine', 'parameters', 'runs', 'stationary']);
  expect(result.stationary.map(({ kind }) => kind)).toEqual(['minimum', 'maximum', 'minimum']);
  for (const run of result.runs) {
    const names =
      'bounded converged counts diverged elsewhere falling learningRate medianIterations optimizer periods starts';
    expect(Object.keys(run).sort().join(' ')).toBe(names);
    expect(run.converged.reduce((sum, count) => sum + count, 0) + run.bounded + run.diverged).toBe(500);
  }
});

test('what was computed in float32 can be held against float64, and the status line says what came of it', async () => {
  const element = place({ engine: 'webgpu', starts: '60', iterations: '20', optimizer: 'gd; momentum 0.9' });
  await element.settled;
  inside(element, '.status .audit').click();
  // 2 optimizers, 3 rates, 60 starts.
  await expect
    .poll(() => inside(element, '.status').textContent)
    .toMatch(/^\s*(Of )?360 runs computed again in float64/);
  element.learningRates = [0.1];
  await element.settled;
  expect(inside(element, '.status').textContent).toMatch(/Computed on the GPU.* Check in float64/);
});

test('a page is told of a change before the computation that it begins', async () => {
  const element = place();
  await element.settled;
  const told: string[] = [];
  for (const type of ['gd-start', 'gd-change', 'gd-result'])
    element.addEventListener(type, ({ type }) => told.push(type));
  await enter(element, 'iterations', '210');
  await expect.poll(() => told.join(' ')).toBe('gd-change gd-start gd-result');
});

test('another seed gives another result', async () => {
  const [a, b, c] = [place({ seed: '3' }), place({ seed: '3' }), place({ seed: '4' })];
  const [first, same, other] = await Promise.all([a.settled, b.settled, c.settled]);
  expect(same.runs).toEqual(first.runs);
  expect(other.runs).not.toEqual(first.runs);
});

test.each([
  ['starts', 'many'],
  ['starts', '10000000000'],
  ['learning-rates', '0,5 1'],
  ['low', '30'],
  ['objective', 'x^2 + foo'],
  ['objective', 'log(-1 - x^2)'],
  ['views', 'pie'],
  ['iteration', '201'],
])(
  '%s="%s" is answered in the element, its last picture stays, and a good value afterwards works',
  async (attribute, text) => {
    const element = place();
    const before = await element.settled;
    element.setAttribute(attribute, text);
    await expect(element.settled).rejects.toThrow(attribute);
    // Of a formula the place is marked that cannot be read.
    expect(alertIn(element)).toContain(attribute === 'objective' ? text : `${attribute}="${text}"`);
    expect(element.error!.message).toContain(text);
    expect(element.result).toBe(before);
    expect(inside(element, '[data-view=histogram] svg')).not.toBeNull();
    expect(element.shadowRoot!.textContent).toContain('The pictures still show your last valid settings.');
    if (attribute in QUICK) element.setAttribute(attribute, QUICK[attribute as keyof typeof QUICK]);
    else element.removeAttribute(attribute);
    expect((await element.settled).runs).toEqual(before.runs);
    expect(alertIn(element)).toBe('');
  },
);

test('a property of the wrong type never throws from the setter', async () => {
  const element = place();
  await element.settled;
  for (const value of [{}, Symbol('s'), 'x', -1, NaN]) {
    expect(() => Object.assign(element, { starts: value })).not.toThrow();
    await expect(element.settled).rejects.toThrow('starts');
  }
  element.starts = 100;
  expect((await element.settled).runs[0].starts).toBe(100);
});

test('of two values that do not go together, the one that was changed is blamed, in its field', async () => {
  const element = place();
  await element.settled;
  inside<HTMLDetailsElement>(element, 'details.more').open = true;
  for (const [attribute, text, good] of [
    ['rate-high', '0.0001', '5'],
    ['rate-low', '7', '0.001'],
    ['high', '-6', '20'],
    ['low', '21', '-5'],
  ]) {
    await enter(element, attribute, text);
    expect(inside(element, '[role=alert]').closest('.control'), attribute).toBe(
      fieldOf(element, attribute).closest('.control'),
    );
    await enter(element, attribute, good);
    expect(alertIn(element)).toBe('');
  }
});

test('fewer iterations than the one that is shown put the population back to its starts', async () => {
  const element = place({ iteration: '150' });
  await element.settled;
  await enter(element, 'iterations', '100');
  expect([element.iterations, element.iteration, element.error]).toEqual([100, 0, undefined]);
});

test('a function without a minimum in the range runs, and the views say that there is none', async () => {
  const element = place({
    objective: 'x',
    views: 'landscape histogram outcomes basins bifurcation',
    starts: '50',
    iterations: '20',
  });
  const result = await element.settled;
  expect([result.stationary, result.runs[0].converged]).toEqual([[], []]);
  expect(element.shadowRoot!.textContent).toMatch(/no minimum/i);
});

test('markup in a value is shown as text', async () => {
  const element = place();
  await element.settled;
  element.setAttribute('objective', '<img src=x onerror=alert(1)>');
  await expect(element.settled).rejects.toThrow();
  expect(inside(element, 'img')).toBeNull();
  expect(alertIn(element)).toContain('<img');
});

test('a control moves its parameter and says so', async () => {
  const element = place();
  await element.settled;
  const changes: unknown[] = [];
  element.addEventListener('gd-change', (event) => {
    const { name, value } = (event as CustomEvent).detail as { name: string; value: unknown };
    changes.push([name, value]);
  });
  await enter(element, 'starts', '77');
  expect((await element.settled).runs[0].starts).toBe(77);
  expect(changes).toEqual([['starts', 77]]);
});

test('cancel stops, keeps the last picture, and another value takes up again', async () => {
  const element = place();
  const before = await element.settled;
  Object.assign(element, { starts: 400_000, iterations: 100_000, learningRates: [0.0001] });
  const { settled } = element;
  await expect.poll(() => element.state).toBe('running');
  element.cancel();
  await expect(settled).rejects.toThrow('cancelled');
  expect([element.state, element.result === before]).toEqual(['idle', true]);
  Object.assign(element, { starts: 100, iterations: 100 });
  expect((await element.settled).runs[0].starts).toBe(100);
});

test('a newer parameter makes an older computation stale', async () => {
  const element = place({ starts: '200000', iterations: '5000', 'learning-rates': '0.001' });
  const { settled } = element;
  await expect.poll(() => element.state).toBe('running');
  Object.assign(element, { starts: 60, iterations: 50 });
  expect((await settled).runs[0].starts).toBe(60);
  expect(element.result!.runs[0].starts).toBe(60);
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

test('moving the window of one picture leaves the others and the result alone', async () => {
  const element = place({ views: 'histogram basins', iterations: '50' });
  const before = await element.settled;
  element.basinsWindow = [0, 5, 0.1, 1];
  await element.updateComplete;
  expect(element.state).toBe('running');
  expect(await element.settled).toBe(before);
});

test('what zooms is a control: without controls there is none', async () => {
  const element = place({ controls: 'none', views: 'landscape basins bifurcation', iterations: '20' });
  await element.settled;
  expect(allInside(element, '.gd-tool, [role=application]')).toEqual([]);
  element.controls = 'shown';
  await element.updateComplete;
  expect(allInside(element, '.gd-tool')).toHaveLength(6);
});

test('an outcome that is pointed at in one picture stands out in all, and a pick makes it stay', async () => {
  const element = place({ views: 'landscape histogram outcomes', iterations: '50' });
  await element.settled;
  const item = inside(element, '[data-view=landscape] button.gd-key-item');
  const faded = async () => {
    await element.updateComplete;
    return allInside(element, '[data-view=outcomes] .gd-faded').length > 0;
  };
  expect(await faded()).toBe(false);
  item.dispatchEvent(new PointerEvent('pointerenter', { bubbles: true }));
  expect(await faded()).toBe(true);
  item.dispatchEvent(new PointerEvent('pointerleave', { bubbles: true }));
  expect(await faded()).toBe(false);
  item.click();
  expect(await faded()).toBe(true);
  item.click();
  expect(await faded()).toBe(false);
});

test('pictures made of pixels follow when the page turns dark', async () => {
  const element = place({ views: 'basins', iterations: '50' });
  const inkOf = () => {
    const canvas = inside<HTMLCanvasElement>(element, '[data-view=basins] canvas');
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
