import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { alertIn, allInside, drop, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdAbsoluteError } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-absolute-error', { loading: 'eager', iterations: '60', ...attributes }) as unknown as GdAbsoluteError;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a point is dragged, added and removed by keys, and the fits follow; of the last two none is removed', async () => {
  const element = place({ views: 'fit', points: '0 0; 1 1; 2 2' });
  const before = (await element.settled).leastSquares.w[0];
  allInside(element, '.gd-handle')[2].focus();
  await userEvent.keyboard('{ArrowUp}');
  await element.updateComplete;
  expect(element.points[2][1]).toBeGreaterThan(2);
  expect((await element.settled).leastSquares.w[0]).toBeGreaterThan(before);
  inside(element, '.gd-hit[role=application]').focus();
  await userEvent.keyboard('{ArrowRight}{Enter}');
  await element.updateComplete;
  expect(element.points).toHaveLength(4);
  allInside(element, '.gd-handle').at(-1)!.focus();
  await userEvent.keyboard('{Delete}{Delete}{Delete}');
  await element.updateComplete;
  expect(element.points).toHaveLength(2);
});

test('a design takes the place of points and of their picture', async () => {
  const element = place({ design: '1 0; 2 1; 0 3', targets: '1 2 3' });
  expect((await element.settled).gradient.w).toHaveLength(2);
  expect(allInside(element, 'figure[data-view=fit]')).toHaveLength(0);
  element.setAttribute('targets', '1 2');
  await element.updateComplete;
  expect(alertIn(element)).toContain('one number for each row of the design');
});

test('a table that is dropped becomes points, one with more columns a design', async () => {
  const element = place();
  await element.settled;
  drop(element, new File(['x,y\n0,1\n1,2\n2,5\n'], 'three.csv'));
  await expect.poll(() => element.points.length).toBe(3);
  expect(element.points[2]).toEqual([2, 5]);
  drop(element, new File(['a,b,y\n0,1,1\n1,2,2\n2,5,5\n'], 'two-features.csv'));
  await expect.poll(() => element.design?.length).toBe(3);
  expect((await element.settled).gradient.w).toHaveLength(2);
});
