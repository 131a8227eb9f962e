import { afterEach, expect, test, vi } from 'vitest';
import { allInside, inside, place } from './elements.fixtures';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('a picture’s menu copies the HTML that shows it with the present settings', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => Promise.resolve(void copied.push(text)));
  const element = place('gd-box-constraint', { objective: 'abs(theta - "0.5")' });
  Object.assign(element, { objective: '(theta-2)^2/2', learningRate: 0.25 });
  await element.settled;
  inside<HTMLElement>(element, '[data-view=descent] .menu summary').click();
  allInside<HTMLButtonElement>(element, '[data-view=descent] .menu-items button').at(-1)!.click();
  await expect.poll(() => copied.length).toBe(1);
  document.body.innerHTML = copied[0];
  const copy = document.body.firstElementChild as typeof element;
  await copy.settled;
  expect(Array.from(copy.attributes, ({ name, value }) => `${name}=${value}`)).toEqual([
    'objective=(theta-2)^2/2',
    'learning-rate=0.25',
    'views=descent',
  ]);
});
