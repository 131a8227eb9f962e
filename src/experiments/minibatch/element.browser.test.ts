import { afterEach, expect, test } from 'vitest';
import { alertIn, allInside, inside, place as placeAny, type AnyElement } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdMinibatch } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-minibatch', { loading: 'eager', engine: 'cpu', epochs: '200', ...attributes }) as AnyElement &
    GdMinibatch;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a batch is picked in the picture of variances, and what is said of it follows', async () => {
  const element = place({ views: 'variance' });
  await element.settled;
  allInside(element, '[data-view=variance] button')
    .find(({ textContent }) => textContent === '4')!
    .click();
  await element.settled;
  expect(element.batch).toBe(4);
  const said = inside(element, '[data-view=variance] figcaption').textContent;
  expect(said).toContain('of 4 has, drawn with replacement, a variance of 3.3');
  expect(said).toContain('drawn without 0.825');
});

test('gradients are taken as a list or as normal, also as a property, and nothing else is', async () => {
  const element = place({ views: 'variance' });
  element.gradients = [1, 3];
  expect((await element.settled).variance[0].predicted).toBe(1);
  element.gradients = 'normal';
  expect((await element.settled).variance.at(-1)!.batch).toBe(64);
  element.setAttribute('gradients', 'uniform');
  await element.updateComplete;
  expect(alertIn(element)).toContain('normal, or');
  expect(element.shadowRoot!.innerHTML).not.toMatch(/NaN/);
});
