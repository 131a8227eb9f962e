import { afterEach, expect, test } from 'vitest';
import { allInside, create, inside, place } from './elements.fixtures';

afterEach(() => document.body.replaceChildren());

const bottomOf = (element: Element) => element.getBoundingClientRect().bottom + scrollY;
const lastOf = (element: HTMLElement) => inside(element, '.gd-ramp-key') ?? allInside(element, '.gd-plot').at(-1)!;

test.each([
  ['gd-learning-rate', 'descent', ''],
  ['gd-surface', 'surface', ''],
  ['gd-xor', 'plane', ''],
  // It has two plots, here one below the other.
  ['gd-box-constraint', 'landscape', '390px'],
])(
  'the first picture of %s (%s) ends with its scale of colours above its bar and the window’s lower edge, where the page asks for it',
  async (tag, views, width) => {
    const above = document.createElement('div');
    document.body.append(above);
    const quick = { views, loading: 'eager', engine: 'cpu', starts: '20', iterations: '10' };
    const whole = place(tag, quick);
    whole.style.width = width;
    await whole.settled;
    // Of all its height, a part lies below the window.
    const bar = inside(whole, '.bar').clientHeight;
    const height = inside(whole, '.gd-plot').clientHeight;
    above.style.height = `${Math.max(0, innerHeight - bar - bottomOf(lastOf(whole)) + 60)}px`;
    const fresh = create(tag, quick);
    fresh.style.width = width;
    fresh.style.setProperty('--gd-chart-height', 'window');
    whole.replaceWith(fresh);
    await fresh.settled;
    const fitted = inside(fresh, '.gd-plot');
    expect(bottomOf(lastOf(fresh))).toBeLessThanOrEqual(innerHeight - inside(fresh, '.bar').clientHeight);
    expect(fitted.clientHeight).toBeLessThan(height);
    expect(fitted.clientHeight).toBeGreaterThan(100);
  },
);
