import { afterEach, expect, test } from 'vitest';
import { allInside, alertIn, drop, inside, place } from '../../elements/elements.fixtures';
import { fixture } from './fixture';
import type { RidgeSearchResult } from './search';

afterEach(() => document.body.replaceChildren());

/** A worker has to start. */
const PATIENT = { timeout: 60_000 };

const element = (attributes: Record<string, string> = {}) =>
  place('gd-ridge-search', { loading: 'eager', ...fixture.quick, ...attributes });
const resultOf = async (one: ReturnType<typeof element>) => (await one.settled) as RidgeSearchResult;
const textOf = (one: HTMLElement, selector: string) => inside(one, selector)?.textContent ?? '';

test('a press on a square, or Enter on it, shows its weights; the search is not run again', async () => {
  const one = element({ views: 'grid weights' });
  const before = await resultOf(one);
  const hit = inside<SVGRectElement>(one, '[data-view=grid] .gd-hit');
  hit.focus();
  for (const key of ['ArrowLeft', 'ArrowUp', 'Enter']) hit.dispatchEvent(new KeyboardEvent('keydown', { key }));
  expect(one.combination).not.toBeNull();
  expect(one.combination).not.toBe(before.best);
  expect(await one.settled).toBe(before);
  const { batch, epochs } = before.grid[one.combination as number];
  expect(textOf(one, '[data-view=weights] .gd-title')).toContain(`batch ${batch}`);
  expect(textOf(one, '[data-view=weights] .gd-title')).toContain(`${epochs} epoch`);
});

test('a dropped table is searched, another target is taken on request, and Reset goes back to the faces', async () => {
  const one = element({ views: 'grid weights', 'learning-rates': '0.01 0.1' });
  await resultOf(one);
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${(i * i) % 5},${3 * (i % 7) + 1}`);
  drop(one, new File([`a,b,c\n${rows.join('\n')}\n`], 'table.csv'));
  await expect.poll(() => textOf(one, '.data-files'), PATIENT).toContain('from table.csv');
  expect((await resultOf(one)).examples).toMatchObject({ training: 32, validation: 8, test: 0, features: 2 });
  expect(
    allInside(one, '[data-view=weights] .gd-name')
      .map((name) => name.textContent)
      .sort(),
  ).toEqual(['a', 'b']);
  expect(textOf(one, '.reading summary')).toContain('target from column “c”');
  one.combination = 1;
  await resultOf(one);
  expect(textOf(one, '.data-files')).toContain('from table.csv');

  const select = inside<HTMLSelectElement>(one, '.data-files select');
  select.value = '1';
  select.dispatchEvent(new Event('change'));
  await expect.poll(() => textOf(one, '.reading summary'), PATIENT).toContain('target from column “b”');
  await resultOf(one);
  expect(
    allInside(one, '[data-view=weights] .gd-name')
      .map((name) => name.textContent)
      .sort(),
  ).toEqual(['a', 'c']);

  drop(one, new File(['a,b\n1,2\n3\n'], 'short.csv'));
  await expect.poll(() => alertIn(one), PATIENT).toContain('“short.csv”: line 3: there is one column');
  expect(alertIn(one).split('short.csv')).toHaveLength(2);
  expect((await resultOf(one)).examples.features).toBe(2);
  drop(one, new File(['a,b\n1,2\n'], 'single.csv'));
  await expect
    .poll(() => textOf(one, '.source [role=alert]'), PATIENT)
    .toContain('“single.csv”: “1 row” cannot be used');
  expect(one.state).toBe('done');
  Object.assign(one, { design: [[1, 2]], targets: [1] });
  await one.updateComplete;
  expect(textOf(one, '.source > [role=alert]')).toContain('it takes at least two rows');

  [...allInside<HTMLButtonElement>(one, '.actions button')].find((button) => button.textContent === 'Reset')!.click();
  for (const [name, text] of Object.entries(fixture.quick)) one.setAttribute(name, text);
  await one.updateComplete;
  expect((await resultOf(one)).examples.features).toBe(144);
  expect(textOf(one, '.data-files')).not.toContain('from');
});

test('the exact solution is tested on request alone, and then the picture says what that means', async () => {
  const one = element({ views: 'closed' });
  const { test: tested } = await resultOf(one);
  const sets = () => allInside(one, '[data-view=closed] section > p').map(({ textContent }) => textContent);
  expect(tested).not.toBeNull();
  expect(sets()).toEqual(['validation']);
  inside<HTMLButtonElement>(one, '[data-view=closed] .tools button').click();
  await resultOf(one);
  expect(sets()).toEqual(['validation', 'test']);
  expect(textOf(one, '[data-view=closed] figcaption')).toContain('Both are tested here');
  expect(inside(one, '[data-view=closed] .tools button')).toBeNull();
});

test('with more than 500 features the exact solution is worked out on request, and again after it was cancelled', async () => {
  const one = element({ views: 'closed', 'learning-rates': '0.0001', strengths: '0.1' });
  Object.assign(one, {
    design: Array.from({ length: 20 }, (_, i) => Array.from({ length: 501 }, (_, j) => Math.sin(i * j + i))),
    targets: Array.from({ length: 20 }, (_, i) => i),
  });
  await resultOf(one);
  const solve = () => inside<HTMLButtonElement>(one, '[data-view=closed] .tools button');
  const press = async () => {
    solve().click();
    await one.updateComplete;
    expect([one.state, solve()]).toEqual(['running', null]);
  };
  await press();
  one.cancel();
  await one.updateComplete;
  expect(textOf(one, '[data-view=closed]')).not.toContain('Cholesky');
  await press();
  await resultOf(one);
  expect(textOf(one, '[data-view=closed]')).toContain('solved by Cholesky');
});

test('while another search runs, the picture of the last one says that it is of the previous settings', async () => {
  const one = element({ views: 'grid' });
  await resultOf(one);
  expect(inside(one, '.outdated')).toBeNull();
  one.setAttribute('epochs', '10000');
  await expect.poll(() => textOf(one, '[data-view=grid] .outdated')).toBe('still with the previous settings');
  one.cancel();
  await expect(one.settled).rejects.toThrow();
  expect(inside(one, '.outdated')).toBeNull();
});

test('where every training diverges it says so, with the limit; the pictures of a winner say why they are not there', async () => {
  const one = element({ 'learning-rates': '30 90', epochs: '6' });
  const { best, threshold } = await resultOf(one);
  expect(best).toBeNull();
  const summary = textOf(one, '[data-view=grid] figcaption');
  expect(summary).toContain('Every training diverged');
  expect(summary).toContain(threshold.toPrecision(4).replace(/0+$/, ''));
  const ramp = () => inside(one, '[data-view=grid] .gd-ramp-key');
  expect(ramp()).toBeNull();
  one.setAttribute('learning-rates', '0.01 90');
  await one.settled;
  expect(ramp()).not.toBeNull();
  one.setAttribute('learning-rates', '30 90');
  await one.settled;
  expect(ramp(), 'the scale of the search before').toBeNull();
  one.setAttribute('views', 'closed');
  await one.settled;
  expect(textOf(one, '[data-view=closed]')).toContain('there is no winner');
});

test('the legend names the lines that there are, and one value is not told as a range', async () => {
  const one = element({
    views: 'grid curves',
    batches: '32',
    'learning-rates': '0.001 0.1 1000',
    strengths: '0',
    epochs: '5',
  });
  await resultOf(one);
  const key = () => textOf(one, '[data-view=curves] .gd-key');
  expect(key()).toContain('all others at rate 0.001');
  expect(key()).not.toContain('all others at rate 0.1');
  expect(key()).not.toContain('1000');
  const axes = textOf(one, '.gd-inner');
  expect(axes).toContain('learning rate 0.001 to 1000');
  expect(axes).toContain('L2 strength 0');
  expect(axes).not.toContain('0 to 0');
});
