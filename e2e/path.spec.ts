import { expect, test, type Page } from '@playwright/test';
import { settledResult } from './course-page';

/** What the page's element is set to. */
const settingsOf = (page: Page) =>
  page.locator('#experiment').evaluate((element) => {
    const { learningRates, seed, views } = element as HTMLElement & {
      learningRates: number[] | 'auto';
      seed: number;
      views: string[];
    };
    return { learningRates, seed, views };
  });

const open = async (page: Page, query = '') => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/experiments/wide-minima.html${query}`);
  await settledResult(page);
};

const AT_FIRST = { learningRates: 'auto', seed: 7, views: ['landscape'] };

test('each step of the path sets the element up, shows its picture and its sentence, and is one step back', async ({
  page,
}) => {
  await open(page, '?seed=7');
  const caption = page.locator('.caption');
  await expect(caption).toBeHidden();
  await page.getByRole('link', { name: '2 Turn it up' }).click();
  await expect(caption).toBeFocused();
  await expect(caption).toContainText('at 0.11 none');
  await expect(page.locator('#experiment figure[data-view=outcomes]')).toBeInViewport();
  await expect(page.getByRole('link', { name: '2 Turn it up' })).toHaveAttribute('aria-current', 'step');
  const title = page.locator('#experiment figure[data-view=outcomes] h3');
  const edges = async () => [await caption.boundingBox(), await title.boundingBox()] as const;
  await expect
    .poll(async () => (([above, below]) => below!.y - above!.y - above!.height)(await edges()))
    .toBeGreaterThan(0);
  // Everything that the step does not say is at its default, the reader's own seed too.
  expect(await settingsOf(page)).toEqual({ learningRates: [0.09, 0.11], seed: 1, views: ['landscape', 'outcomes'] });

  await caption.getByRole('button', { name: 'Next' }).click();
  await expect(caption).toContainText('2/f″ is 0.09949');
  await expect(page.locator('#experiment figure[data-view=bifurcation]')).toBeInViewport();
  expect(await settingsOf(page)).toMatchObject({ learningRates: 'auto', views: ['landscape', 'bifurcation'] });

  await page.goBack();
  await expect(caption).toContainText('at 0.11 none');
  await expect.poll(() => settingsOf(page)).toMatchObject({ learningRates: [0.09, 0.11] });
  await page.goBack();
  await expect(caption).toBeHidden();
  await expect.poll(() => settingsOf(page)).toEqual(AT_FIRST);
});

test('from any step a button leads back to the reader’s own settings', async ({ page }) => {
  await open(page, '?seed=7');
  await page.getByRole('link', { name: 'Try it: Go too far' }).click();
  await expect.poll(async () => (await settingsOf(page)).learningRates).toEqual([1, 1.5, 1.9]);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.poll(async () => (await settingsOf(page)).learningRates).toEqual([0.05, 0.2, 0.3]);
  await page.getByRole('button', { name: 'Back to my settings' }).click();
  await expect.poll(() => settingsOf(page)).toEqual(AT_FIRST);
  await expect(page).toHaveURL(/wide-minima\.html\?seed=7$/);
});

test('the address of a step opens it, and Reset leads back to the pictures that the page opens with', async ({
  page,
}) => {
  await open(page, '?views=landscape+outcomes&learning-rates=0.09+0.11#step-2');
  await expect(page.locator('.caption')).toContainText('at 0.11 none');
  await expect(page.locator('#experiment figure[data-view=outcomes]')).toBeInViewport();
  await page.locator('#experiment').getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => settingsOf(page)).toEqual({ ...AT_FIRST, seed: 1 });
});

test('going deeper shows one picture more and takes it away again, and Back undoes it', async ({ page }) => {
  await open(page);
  const show = page.getByRole('button', { name: 'Show: Where descent ended' });
  await show.click();
  await expect(page.locator('#experiment figure')).toHaveCount(2);
  await expect(page.locator('#experiment figure[data-view=histogram]')).toBeInViewport();
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/histogram/);
  await show.click();
  await expect(page.locator('#experiment figure')).toHaveCount(1);
  await expect(page).not.toHaveURL(/histogram/);
  await page.goBack();
  await expect(page.locator('#experiment figure')).toHaveCount(2);
});

for (const [path, name] of [
  ['/experiments/wide-minima.html', 'Show: Where descent ended'],
  ['/experiments/wide-minima.html', 'Share'],
  ['/sheets.html', 'Check all printed answers now'],
  ['/', 'Pause'],
]) {
  test(`“${name}” cannot be pressed before the scripts of ${path} are there, and can be from then on`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    let arrive = () => {};
    const haveArrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/pages\/[^/]*\.js$/, async (route) => {
      await haveArrived;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeDisabled();
    arrive();
    await expect(button).toBeEnabled();
  });
}

test('with another function than the sheet’s, the sheet’s answers are hidden, and come back with it', async ({
  page,
}) => {
  await open(page);
  await expect(page.locator('tr .verdict.agrees')).toHaveCount(4);
  await page.getByRole('link', { name: '5 Your own function' }).click();
  await expect(page.locator('.sheet .on')).toBeHidden();
  await expect(page.locator('.sheet .off')).toBeVisible();
  await page.getByRole('button', { name: 'Back to my settings' }).click();
  await expect(page.locator('.sheet .on')).toBeVisible();
  await expect(page.locator('tr .verdict.agrees')).toHaveCount(4);
});

for (const [old, now] of [
  ['/#norms', '/experiments/norms.html'],
  [
    '/?wide-minima.seed=7&wide-minima.learning-rates=0.1+0.2',
    '/experiments/wide-minima.html?seed=7&learning-rates=0.1+0.2',
  ],
  ['/?norms.p=4&conv1d.noise=0.1#conv1d', '/experiments/conv1d.html?noise=0.1'],
  ['/docs/gd-norms.html#attributes', '/experiments/norms.html#attributes'],
  ['/docs/gd-norms.html?p=4', '/experiments/norms.html?p=4'],
]) {
  test(`the old address ${old} leads to ${now}`, async ({ page, baseURL }) => {
    await page.goto(old);
    await page.waitForURL(`${baseURL}${now}`);
  });
}

test('the five sheets: every printed answer is checked on request, and counted by verdict', async ({ page }) => {
  await page.goto('/sheets.html');
  await expect(page.locator('article.problem')).toHaveCount(23);
  const answers = await page.locator('tr[data-claim]').count();
  await page.getByRole('button', { name: 'Check all printed answers now' }).click();
  await expect(page.locator('#counts')).toContainText('agree');
  const count = (verdict: string) => page.locator(`tr[data-claim] .verdict.${verdict}`).count();
  const [agree, imprecise, wrong] = [await count('agrees'), await count('imprecise'), await count('differs')];
  // The sheet of the learning rate prints two wrong iterates, twice, and an oscillation that is none.
  await expect(page.locator('[id="S1.Q4"] [data-claim] .verdict.differs')).toHaveText(['wrong', 'wrong', 'wrong']);
  expect(agree + imprecise + wrong).toBe(answers);
  await expect(page.locator('#counts')).toHaveText(
    `${answers} printed answers: ${agree} agree, ${imprecise} imprecise, ${wrong} wrong.`,
  );
});
