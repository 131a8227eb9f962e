import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { allInside, inside, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import { chooseEngine } from '../../engine/chooser';
import { engines } from '../../engine/engines';
import type { GdClassificationLoss } from '../../generated/elements';
import { crossEntropySlope, halfSquaredSlope, stepsToRight } from '../../math/classification-losses';
import { defaultsOf } from '../parameters';
import { parameters, type ClassificationLossParameters } from './parameters';
import { escapeOf, MOST_STEPS } from './population';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-classification-loss', { loading: 'eager', engine: 'cpu', ...attributes }) as AnyElement &
    GdClassificationLoss;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test.each(engines.map((entry) => [entry.kind, entry] as const))(
  'on %s the population takes as many steps as single runs do',
  async (kind, entry) => {
    const given = { ...(defaultsOf(parameters) as ClassificationLossParameters), logitLow: -10 };
    const { logits, crossEntropy, squared } = await escapeOf(given, chooseEngine(kind, [entry]), {});
    for (const [steps, slope] of [
      [crossEntropy, crossEntropySlope],
      [squared, halfSquaredSlope],
    ] as const)
      logits.forEach((z, i) => {
        const exact = stepsToRight(slope, z, 1, 2 * MOST_STEPS) ?? Infinity;
        // float32 rounds z to 5e-7 in the gradient, and whole steps may tip over.
        const room = entry.precision === 'float64' ? 0 : 1 + exact / 1000;
        if (Math.abs(exact - MOST_STEPS) <= room) return;
        if (exact > MOST_STEPS) expect(steps[i], `from ${z}`).toBeNaN();
        else expect(Math.abs(steps[i] - exact), `from ${z}`).toBeLessThanOrEqual(room);
      });
    expect(squared.some(Number.isNaN)).toBe(true);
  },
);

test('the logit is moved by keys in any picture, and all follow', async () => {
  const element = place({ logit: '0' });
  await element.settled;
  inside(element, '[data-view=escape] .gd-handle').focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  const { gradients } = await element.settled;
  expect(element.logit).toBeLessThan(-0.4);
  expect(gradients.crossEntropy).toBeLessThan(-0.6);
  const said = inside(element, '[data-view=gradient] figcaption').textContent;
  expect(said).toContain(`At the logit −${-element.logit}, `);
});

test('the learning rate moves the population alone', async () => {
  const element = place({ logit: '-4' });
  const before = await element.settled;
  const label = () => inside(element, '[data-view=escape] .gd-names text').textContent;
  const steps = label();
  allInside(element, '[data-view=escape] button')
    .find(({ textContent }) => textContent === '10')!
    .click();
  expect(await element.settled).toBe(before);
  expect(element.result?.parameters.learningRate).toBe(10);
  expect(label()).not.toBe(steps);
  expect(element.learningRate).toBe(10);
});

test('a logit beyond the pictures is said to be, with its own numbers, and nothing is drawn at their edge or is no number', async () => {
  const element = place({ logit: '-1000', views: 'loss gradient' });
  expect((await element.settled).crossEntropy).toBe(1000);
  expect(element.shadowRoot!.innerHTML).not.toMatch(/NaN/);
  expect(inside(element, '[data-view=gradient] figcaption').textContent).toContain(': 1.97×10⁴³⁴ times less.');
  expect(allInside(element, '.gd-handle')).toEqual([]);
  for (const view of ['loss', 'gradient'])
    expect(allInside(element, `[data-view=${view}] .gd-note`).map(({ textContent }) => textContent)).toContain(
      'z = −1000, left of the range shown',
    );
});

test('a range is computed to its end though another value is refused meanwhile', async () => {
  const element = place({ views: 'escape', logit: '-4' });
  await element.settled;
  element.logitLow = -9;
  await element.updateComplete;
  element.setAttribute('logit-high', 'x');
  await expect.poll(() => inside(element, '.summary').textContent).toContain('From −9, the lowest start');
  expect(element.state).toBe('failed');
  await expect.poll(() => element.exportCSV('escape')).toMatch(/\n-8\.98/);
});
