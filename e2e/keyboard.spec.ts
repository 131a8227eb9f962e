import { expect, test, type Page } from '@playwright/test';
import { settledResult, type Element } from './course-page';

type Parameters = {
  iteration: number;
  selectedRate: number | null;
  selectedStart: number | null;
  basinsWindow: number[];
  starts: number;
};

const parametersOf = (page: Page) =>
  page.evaluate(() => (document.querySelector('gd-wide-minima') as unknown as { parameters: Parameters }).parameters);

test('every control of an experiment’s page is reached with the Tab key, and shows where the focus is', async ({
  page,
}) => {
  await page.goto('/experiments/wide-minima.html?views=landscape+basins');
  await settledResult(page);
  const reached = new Set<string>();
  const unmarked: string[] = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const { name, isMarked } = await page.evaluate(() => {
      let focused: globalThis.Element | null = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (!focused || focused === document.body) return { name: '', isMarked: true };
      // A file is chosen by a field that is not seen: the mark is on its label, which is around it.
      const marked = [
        focused,
        ...focused.querySelectorAll('.gd-mark-ring'),
        ...[focused.closest('label')].filter((label) => label !== null),
      ];
      const look = () =>
        marked
          .map((one) =>
            (({ outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth }) =>
              [outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth].join(' '))(getComputedStyle(one)),
          )
          .join();
      const before = look();
      (focused as HTMLElement).blur();
      const isMarked = look() !== before;
      return {
        name: `${focused.localName} ${focused.getAttribute('role') ?? ''} ${focused.id} ${focused.getAttribute('aria-label') ?? focused.textContent!.trim().slice(0, 40)}`,
        isMarked,
      };
    });
    if (name) reached.add(name);
    if (!isMarked) unmarked.push(name);
  }
  expect(unmarked).toEqual([]);
  const all = [...reached].join('\n');
  for (const control of [
    'control-objective',
    'control-learning-rates',
    'control-starts',
    'Recompute',
    'New seed',
    'Reset',
    'More settings',
    'Play',
    '0.3',
    'Save: ',
    'application',
    'slider',
    'Share',
    '1 Start small',
    'Try it: Turn it up',
    'Show: ',
    'Copy',
    'Attributes',
  ]) {
    expect(all).toContain(control);
  }
});

test('the population is stepped and scrubbed with keys', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?views=landscape');
  await settledResult(page);
  const element = page.locator('#experiment');
  await element.getByRole('button', { name: 'Step iteration' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect((await parametersOf(page)).iteration).toBe(2);
  await element.getByRole('button', { name: 'Step back iteration' }).press('Space');
  expect((await parametersOf(page)).iteration).toBe(1);
  await expect(element.locator('output')).toHaveText('iteration 1 of 1000');
  await element.getByRole('slider', { name: 'Iteration', exact: true }).press('End');
  expect((await parametersOf(page)).iteration).toBe(1000);
  await element.getByRole('slider', { name: 'Iteration', exact: true }).press('Home');
  for (const expected of [1, 2, 3]) {
    await element.getByRole('slider', { name: 'Iteration', exact: true }).press('ArrowRight');
    expect((await parametersOf(page)).iteration).toBe(expected);
  }
  await element.getByRole('button', { name: '0.3' }).press('Enter');
  await expect.poll(async () => (await parametersOf(page)).selectedRate).toBe(0.3);
});

test('playing moves the population on, and pausing stops it', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?views=landscape');
  await settledResult(page);
  const element = page.locator('#experiment');
  await element.getByRole('button', { name: 'Play' }).press('Enter');
  await expect.poll(async () => (await parametersOf(page)).iteration).toBeGreaterThan(0);
  await element.getByRole('button', { name: 'Pause' }).press('Enter');
  const { iteration } = await parametersOf(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect((await parametersOf(page)).iteration).toBe(iteration);
  await expect(element.locator('output')).toHaveText(`iteration ${iteration} of 1000`);
  await expect(element.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('the basins are zoomed and picked with keys, and the landscape follows the picked run', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?views=landscape+basins');
  await settledResult(page);
  const picture = page.locator('#experiment figure[data-view=basins] [role=application]');
  await picture.focus();
  await page.keyboard.press('+');
  await expect.poll(async () => (await parametersOf(page)).basinsWindow.length).toBe(4);
  const [low, high, rateLow, rateHigh] = (await parametersOf(page)).basinsWindow;
  expect(high - low).toBeLessThan(25);
  expect(rateHigh / rateLow).toBeLessThan(5000);
  await settledResult(page);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await parametersOf(page)).selectedStart).not.toBeNull();
  const { selectedStart, selectedRate } = await parametersOf(page);
  expect(selectedStart).toBeGreaterThan(low);
  expect(selectedStart).toBeLessThan(high);
  expect(selectedRate).toBeGreaterThan(rateLow);
  await settledResult(page);
  await expect(page.locator('#experiment figure[data-view=landscape]')).toContainText(`start θ`);
  await expect(page).toHaveURL(/basins-window/);
  await page.keyboard.press('0');
  await expect.poll(async () => (await parametersOf(page)).basinsWindow).toEqual([]);
});

test('a value typed into a field and an Enter compute anew', async ({ page }) => {
  await page.goto('/experiments/wide-minima.html?views=histogram');
  await settledResult(page);
  const field = page.locator('#experiment').getByLabel('Starts', { exact: true });
  await field.fill('123');
  await field.press('Enter');
  await expect.poll(async () => (await settledResult(page)).runs[0].starts).toBe(123);
  expect(await page.evaluate(() => document.querySelector<Element>('gd-wide-minima')!.state)).toBe('done');
});
