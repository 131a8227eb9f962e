import { afterEach, expect, test, vi } from 'vitest';
import { allInside, inside, place, type AnyElement } from './elements.fixtures';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('dir');
});

test('where its width comes from what is inside, an element is 20 rem wide', async () => {
  const row = document.body.appendChild(document.createElement('div'));
  for (const css of ['display: flex', 'float: left', 'display: inline-block', 'display: grid; place-items: center']) {
    row.style.cssText = css;
    const element = place('gd-norms', { views: 'bars', controls: 'none' });
    row.replaceChildren(element);
    await element.settled;
    expect(element.offsetWidth, css).toBe(320);
  }
  // And no wider than the room that there is.
  for (const css of [
    'display: grid',
    'display: grid; grid-template-columns: auto 1fr',
    'display: flex; width: 280px',
  ]) {
    row.style.cssText = `width: 280px; ${css}`;
    row.replaceChildren(document.createElement('nav'), place('gd-norms', { views: 'bars', controls: 'none' }));
    expect(row.scrollWidth, css).toBe(280);
  }
  // Beside another item it gives way.
  row.style.cssText = 'display: flex; width: 400px';
  row.innerHTML = '<div style="flex: 1 0 200px"></div>';
  const element = place('gd-norms', { views: 'bars', controls: 'none' });
  row.append(element);
  expect(element.offsetWidth).toBe(200);
});

test.each([180, 260])('in a column of %d pixels the bar of controls does not stick out', async (width) => {
  const column = document.body.appendChild(document.createElement('div'));
  column.style.width = `${width}px`;
  const element = place('gd-learning-rate', { views: 'descent' });
  column.append(element);
  await element.settled;
  const { right } = column.getBoundingClientRect();
  for (const part of allInside(element, '.bar, .bar :is(input, button, output, label, .rates)'))
    expect(part.getBoundingClientRect().right, part.outerHTML).toBeLessThanOrEqual(right + 1);
});

test('what is hidden where it stands is not computed before it is shown', async () => {
  const fragment = document.body.appendChild(document.createElement('div'));
  fragment.style.visibility = 'hidden';
  const element = place('gd-norms', { views: 'bars' });
  fragment.append(element);
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(element.result).toBeUndefined();
  fragment.style.visibility = 'visible';
  await expect.poll(() => element.state).toBe('done');
});

test('in a column of 250 pixels no part of a picture sticks out', async () => {
  const column = document.body.appendChild(document.createElement('div'));
  column.style.width = '250px';
  const element = place('gd-learning-rate', { views: 'iterates rates', controls: 'none' });
  column.append(element);
  await element.settled;
  for (const part of allInside(element, '.chart, .gd-layer, .gd-plot > *'))
    expect(part.getBoundingClientRect().right, part.outerHTML).toBeLessThanOrEqual(
      column.getBoundingClientRect().right + 1,
    );
});

test('on a page that is written from right to left an element is laid out as its words and formulas are written', async () => {
  document.documentElement.dir = 'rtl';
  const element = place('gd-norms', { views: 'bars' });
  await element.settled;
  expect(getComputedStyle(inside(element, '.base')).direction).toBe('ltr');
});

test('where a page is only imitated and has no matchMedia, an element works all the same', async () => {
  vi.stubGlobal('matchMedia', undefined);
  const element = place('gd-learning-rate', { views: 'descent' });
  await element.settled;
  expect(element.state).toBe('done');
});

test('where a page’s HTML says that it is done, as a page saved from a browser may, an element is idle until it has drawn', async () => {
  document.body.innerHTML = '<gd-norms views="bars" loading="eager" state="done"></gd-norms>';
  const element = document.querySelector('gd-norms') as unknown as AnyElement;
  expect([element.state, element.result, element.matches(':state(done)')]).toEqual(['idle', undefined, false]);
  await element.settled;
  expect([element.state, element.matches(':state(done)')]).toEqual(['done', true]);
  expect(inside(element, '.chart').childElementCount).toBe(1);
  element.setAttribute('state', 'failed');
  await element.settled;
  expect(element.state).toBe('done');
});

test('who waits for an element that is removed while it computes gets the result once it is back', async () => {
  const element = place('gd-wide-minima', { engine: 'cpu', views: 'histogram', starts: '500', iterations: '100' });
  const started = new Promise((resolve) => element.addEventListener('gd-start', resolve, { once: true }));
  const { settled } = element;
  await started;
  element.remove();
  expect(element.state).toBe('idle');
  document.body.append(element);
  expect(await settled).toBe(element.result);
});
