import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { alertIn, allInside, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdMatrixGradient } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-matrix-gradient', { loading: 'eager', ...attributes }) as unknown as GdMatrixGradient;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a number is moved in its cell, a misfit is answered where it was moved, and another expression has numbers of its own', async () => {
  const element = place({ views: 'shapes' });
  await element.settled;
  inside(element, 'input[aria-label="row 2, column 1 of x"]').focus();
  await userEvent.keyboard('{ArrowUp}');
  await element.updateComplete;
  expect(element.x).toEqual([[1.2, -0.6, 0.4]]);
  element.setAttribute('x', '1 2');
  await element.updateComplete;
  expect(alertIn(element)).toContain('one number for each row of a, which is 3 × 3: this one is 2 × 1');
  expect(inside(element, '[role=alert]').closest('.control')!.classList).toContain('x');
  element.setAttribute('x', '1 2 3');
  await element.settled;
  const button = allInside(element, 'button').find(({ textContent }) => textContent.trim() === '|Xw − y|²/2')!;
  button.click();
  expect((await element.settled).gradients.w![0][0]).toBeCloseTo(1.875, 12);
  expect(allInside(element, '.gd-misfit .gd-sign')[0].textContent).toBe('· ✗');
});

test('the step width is dragged by keys, and the differences follow', async () => {
  const element = place({ views: 'check', expression: 'least-squares' });
  const before = (await element.settled).largestError;
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
  await element.updateComplete;
  expect(element.stepWidth).toBeLessThan(1e-6);
  expect((await element.settled).largestError).toBeGreaterThan(before);
});
