import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { alertIn, drop, inside, paste, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdStochasticGradient } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-stochastic-gradient', {
    loading: 'eager',
    engine: 'cpu',
    replicas: '500',
    iterations: '10',
    ...attributes,
  }) as AnyElement & GdStochasticGradient;
const wordsOf = (element: AnyElement, view: string) => inside(element, `[data-view=${view}] figcaption`).textContent;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('keys move the weight in the picture of gradients, and gradients are drawn there', async () => {
  const element = place({ views: 'gradients estimate' });
  await element.settled;
  inside(element, '[data-view=gradients] .gd-handle').focus();
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  const { full, sampleMean, standardError } = await element.settled;
  expect(element.theta).toBeGreaterThan(0.5);
  expect(full).toBeCloseTo((14 * element.theta - 20) / 3, 12);
  expect(Math.abs(sampleMean - full)).toBeLessThan(5 * standardError!);
  expect(wordsOf(element, 'gradients')).toContain(`At θ = ${element.theta} `);
  expect(wordsOf(element, 'estimate')).toContain(`drawn at θ = ${element.theta} `);
});

test('the rate in the bar moves replicas and the dot of the spread, and past 2/7 no variance is predicted', async () => {
  const element = place({ views: 'paths stationary' });
  await element.settled;
  const field = inside<HTMLInputElement>(element, '.rate-head input');
  await userEvent.fill(field, '0.3');
  await userEvent.keyboard('{Enter}');
  const { stationaryVariance, parameters } = await element.settled;
  expect(parameters.learningRate).toBe(0.3);
  expect(stationaryVariance.predicted).toBeNull();
  expect(wordsOf(element, 'stationary')).toContain('At 0.3 the variance grows without end');
  expect(inside(element, '[data-view=stationary] .gd-handle').getAttribute('aria-valuetext')).toBe('0.3');
  expect(element.shadowRoot!.innerHTML).not.toMatch(/NaN/);
});

test('points through which every line fits are answered beside their field, and better ones are taken', async () => {
  const element = place({ views: 'gradients' });
  await element.settled;
  element.setAttribute('points', '0 1; 0 2');
  await element.updateComplete;
  expect(alertIn(element)).toContain('at least one has an x of 0.001 or more');
  element.setAttribute('points', '0 1; 2 4');
  expect((await element.settled).minimizer).toBe(2);
  expect(alertIn(element)).toBe('');
});

test.each([
  ['lines', '1 2\n2 3\n4 1'],
  ['a block of a spreadsheet', '1\t2\r\n2\t3\r\n4\t1\r\n'],
  ['a block with decimal commas', '1,0\t2\n2\t3,00\n4\t1\n'],
])('%s pasted into the field of points become the points', async (_, text) => {
  const element = place({ views: 'gradients' });
  await element.settled;
  const field = inside<HTMLInputElement>(element, '#control-points');
  field.select();
  expect(paste(field, text)).toBe(true);
  await element.updateComplete;
  await element.settled;
  expect([(element as { points?: unknown }).points, field.value]).toEqual([
    [
      [1, 2],
      [2, 3],
      [4, 1],
    ],
    '1 2; 2 3; 4 1',
  ]);
});

test('a table that is dropped becomes the points', async () => {
  const element = place({ views: 'gradients' });
  await element.settled;
  drop(element, new File(['x,y\n1,3\n2,6\n'], 'two.csv'));
  await expect.poll(() => element.points.length).toBe(2);
  expect((await element.settled).minimizer).toBe(3);
});
