import { afterEach, expect, test, vi } from 'vitest';
import { allInside, inside, place } from './elements.fixtures';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const menuItem = (element: HTMLElement, text: string) =>
  allInside<HTMLElement>(element, '[data-view=descent] .menu-items > *').find((item) => item.textContent === text)!;

async function openMenu(element: HTMLElement): Promise<void> {
  inside<HTMLElement>(element, '[data-view=descent] .menu summary').click();
  await expect.poll(() => inside(element, '[data-view=descent] .menu[open]')).not.toBeNull();
}

test('a picture’s menu copies the HTML that shows it with the present settings', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => Promise.resolve(void copied.push(text)));
  const element = place('gd-box-constraint', { objective: 'abs(theta - "0.5")', answers: 'hidden', sync: 'week 3' });
  Object.assign(element, { objective: '(theta-2)^2/2', learningRate: 0.25 });
  await element.settled;
  inside<HTMLElement>(element, '[data-view=descent] .menu summary').click();
  menuItem(element, 'Copy to embed it').click();
  await expect.poll(() => copied.length).toBe(1);
  await expect.poll(() => inside(element, '[data-view=descent] [role=status]').textContent).toBe('Copied');
  document.body.innerHTML = copied[0];
  const copy = document.body.firstElementChild as typeof element;
  await copy.settled;
  expect(Array.from(copy.attributes, ({ name, value }) => `${name}=${value}`)).toEqual([
    'objective=(theta-2)^2/2',
    'learning-rate=0.25',
    'views=descent',
    'sync=week 3',
    'answers=hidden',
  ]);
});

test('a picture’s menu leads to the lab with the present settings where the page says where it is, and nowhere else', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => Promise.resolve(void copied.push(text)));
  const element = place('gd-box-constraint', { 'learning-rate': '0.25' });
  await element.settled;
  await openMenu(element);
  // What the menu offers is decided before it can be pressed: another task later, it still offers nothing more.
  await new Promise((resolve) => setTimeout(resolve));
  expect(['Open in the lab', 'Copy as an iframe'].map((text) => menuItem(element, text).hidden)).toEqual([true, true]);
  inside<HTMLElement>(element, '[data-view=descent] .menu summary').click();
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = 'https://lab.example/course/descent-lab.js';
  script.dataset.lab = '';
  document.body.append(script);
  element.objective = '(theta-2)^2/2';
  await element.settled;
  await openMenu(element);
  const query = 'objective=%28theta-2%29%5E2%2F2&learning-rate=0.25&views=descent';
  const link = menuItem(element, 'Open in the lab') as HTMLAnchorElement;
  await expect.poll(() => link.href).toBe(`https://lab.example/course/experiments/box-constraint.html?${query}`);
  menuItem(element, 'Copy to embed it').click();
  await expect.poll(() => copied.length).toBe(1);
  expect(copied[0]).toMatch(
    /^<script type="module" blocking="render" src="https:\/\/lab.example\/course\/descent-lab.js" data-lab><\/script>\n<gd-box/,
  );
  await openMenu(element);
  menuItem(element, 'Copy as an iframe').click();
  await expect.poll(() => copied.length).toBe(2);
  await expect.poll(() => inside(element, '[data-view=descent] [role=status]').textContent).toBe('Copied');
  document.body.innerHTML = copied[1].replace('src=', 'data-src=');
  expect(document.querySelector('iframe')!.dataset.src).toBe(
    `https://lab.example/course/embed/box-constraint.html?${query}`,
  );
});
