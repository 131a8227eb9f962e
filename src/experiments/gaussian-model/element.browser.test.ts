import { userEvent } from 'vitest/browser';
import { afterEach, expect, test } from 'vitest';
import { allInside, drop, inside, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdGaussianModel } from '../../generated/elements';

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-gaussian-model', { loading: 'eager', ...attributes }) as unknown as GdGaussianModel;

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('a point of a design is moved by a key and takes the design’s place', async () => {
  const element = place({ views: 'density', design: '1 0; 1 1; 1 2', targets: '1 3 2' });
  await element.settled;
  inside(element, '.gd-handle').focus();
  await userEvent.keyboard('{ArrowUp}');
  await element.updateComplete;
  expect(element.design).toBeNull();
  expect(element.points[0][1]).toBeGreaterThan(1);
  expect((await element.settled).w[0]).toBeGreaterThan(1.5);
});

test('the design of a file has an intercept that is seen, and can be left out', async () => {
  const element = place({ views: 'likelihood' });
  await element.settled;
  const select = () => inside<HTMLSelectElement>(element, '#control-intercept');
  expect(select()).toBeNull();
  drop(element, new File(['a,b,y\n1,2,3\n2,1,5\n3,5,4\n4,4,8\n'], 'table.csv'));
  await expect.poll(() => select()?.value, { timeout: 60_000 }).toBe('fitted');
  expect((await element.settled).w).toHaveLength(3);
  select().value = 'none';
  select().dispatchEvent(new Event('change'));
  await element.updateComplete;
  expect((await element.settled).w).toHaveLength(2);
  expect(inside(element, '.data-files').textContent).toContain('from table.csv');
});

test('a file takes the place of points that were refused', async () => {
  const element = place({ views: 'likelihood', points: '1 2' });
  await element.settled.catch(() => {});
  expect(element.state).toBe('failed');
  expect(inside(element, '.source > .message').textContent).toContain('points="1 2" cannot be used');
  drop(element, new File(['x,y\n1,2\n'], 'single.csv'));
  const refused = () => inside(element, '.source [role=alert]')?.textContent;
  await expect.poll(refused, { timeout: 60_000 }).toContain('“single.csv”: “1 2” cannot be used');
  drop(element, new File(['a,b,y\n1,2,3\n2,1,5\n3,5,4\n4,4,8\n'], 'table.csv'));
  await expect.poll(() => element.state, { timeout: 60_000 }).toBe('done');
  expect((await element.settled).w).toHaveLength(3);
});

test('the columns of a file that was refused stand below the message, not beside the name of the last good one', async () => {
  const element = place({ views: 'likelihood' });
  await element.settled;
  drop(element, new File(['a,b,y\n1,2,3\n2,1,5\n3,5,4\n4,4,8\n'], 'table.csv'));
  const columns = '.data-files > .file-column select';
  await expect.poll(() => inside(element, columns), { timeout: 60_000 }).not.toBeNull();
  drop(element, new File(['p,q,z\n1,2,3\n2,1,abc\n3,5,4\n4,4,8\n'], 'other.csv'));
  const refused = () => inside(element, '.source [role=alert]')?.textContent;
  await expect.poll(refused, { timeout: 60_000 }).toContain('other.csv');
  const [hint, message, column] = ['.data-files .file-hint', '.data-files [role=alert]', columns].map((selector) =>
    inside(element, selector),
  );
  expect(hint.textContent).toContain('from table.csv');
  expect(hint.compareDocumentPosition(message)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(message.compareDocumentPosition(column)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('a point that cannot be spared stays, and it is said why', async () => {
  const element = place({ views: 'density', points: '0 1; 1 2; 2 4' });
  await element.settled;
  const remove = async () => {
    inside(element, '.gd-handle').focus();
    await userEvent.keyboard('{Delete}');
    await element.settled;
  };
  const words = () => inside(element, '.gd-readout:not([hidden])')?.textContent;
  await remove();
  expect(element.points).toHaveLength(2);
  expect(words()).toBeUndefined();
  await remove();
  expect(element.points).toHaveLength(2);
  expect(words()).toBe('At least 2 points are needed: this one stays.');
});

test('weights and σ are moved by keys, and the climb starts there', async () => {
  const element = place({ views: 'likelihood', iterations: '20' });
  await element.settled;
  const [weights, sigma] = allInside(element, '.gd-handle');
  weights.focus();
  await userEvent.keyboard('{ArrowRight}');
  await element.updateComplete;
  expect((await element.settled).parameters.weights[0]).toBeGreaterThan(0);
  sigma.focus();
  await userEvent.keyboard('{ArrowRight}');
  await element.updateComplete;
  expect(element.sigma).toBeGreaterThan(1);
});
