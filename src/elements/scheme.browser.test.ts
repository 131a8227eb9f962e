import { afterEach, expect, test } from 'vitest';
import { inside, place } from './elements.fixtures';
import { schemeFor } from './scheme';

afterEach(() => document.body.replaceChildren());

test('light text asks for the dark scheme, dark text for the light one, in whatever form the colour is', () => {
  expect(['#eee', 'rgb(170, 170, 170)', 'oklch(0.9 0.05 200)'].map(schemeFor)).toEqual(Array(3).fill('dark'));
  expect(['black', '#777', 'color(srgb 0.1 0.1 0.3)'].map(schemeFor)).toEqual(Array(3).fill('light'));
});

test('on a dark page that does not name its scheme fields are dark, and they follow when the page turns light', async () => {
  const page = document.body.appendChild(document.createElement('div'));
  page.style.cssText = 'background: #14171c; color: #eee';
  const element = place('gd-norms', { views: 'bars' });
  page.append(element);
  await element.settled;
  const field = () => getComputedStyle(inside(element, '.panel input[type=text]')).backgroundColor;
  expect(schemeFor(field())).toBe('light'); // As a text it would be dark.
  page.style.cssText = 'background: #fff; color: #111';
  await expect.poll(() => schemeFor(field())).toBe('dark');
});
