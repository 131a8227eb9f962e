import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { allInside, inside, place as placeAny } from '../elements.fixtures';

afterEach(() => document.body.replaceChildren());

const place = async (tag: string, attributes: Record<string, string>, width = 390) => {
  document.body.style.width = `${width}px`;
  const element = placeAny(tag, { engine: 'cpu', loading: 'eager', ...attributes });
  await element.settled;
  return element;
};

const himmelblau = { objective: '(x^2+y-11)^2+(x+y^2-7)^2', views: 'contours', starts: '60', iterations: '12' };

/** The words over the slider of which all is seen. */
const wordsOf = (element: HTMLElement) =>
  allInside(element, '.rate-words em').filter((words) => {
    const { width, bottom } = words.getBoundingClientRect();
    return width > 0 && bottom <= words.parentElement!.getBoundingClientRect().bottom + 1;
  });

test.each([300, 390, 1000])(
  'over the slider stand the words of the zone that the rate is in, at %i pixels',
  async (width) => {
    // Two of four minima hold between 0.0196 and 0.0225: on the logarithmic slider that is narrower than its words.
    const element = await place('gd-surface', { ...himmelblau, 'learning-rate': '0.02' }, width);
    expect(inside(element, '.rate-track input').getAttribute('aria-valuetext')).toBe('0.02, 2 minima hold');
    expect(wordsOf(element).map(({ textContent }) => textContent)).toContain('2 minima hold');
    const track = inside(element, '.rate-track').getBoundingClientRect();
    for (const words of wordsOf(element)) {
      const { left, right } = words.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(track.left);
      expect(right).toBeLessThanOrEqual(track.right);
    }
  },
);

test('words that are longer than the slider is wide make the element no wider, and none of them is seen', async () => {
  const scheduled = { views: 'schedule', schedule: 'cosine', starts: '40', iterations: '50' };
  const element = await place('gd-wide-minima', scheduled, 290);
  expect(inside(element, '.rate-words').textContent!.trim()).toMatch(/^no limit in theory with gd and the schedule/);
  expect(wordsOf(element)).toEqual([]);
  const right = Math.max(...allInside(element, '.rate-words i').map((words) => words.getBoundingClientRect().right));
  expect(right).toBeLessThanOrEqual(inside(element, '.rate-track').getBoundingClientRect().right);
});

test.each([
  [
    'gd-wide-minima',
    { objective: 'cos(3x)+x^2/50', 'selected-rate': '1', starts: '40', iterations: '50' },
    'above this scale →',
    '1, above this scale, none',
  ],
  [
    'gd-learning-rate',
    { objective: '(w-100)^2/2', 'learning-rates': '-0.5' },
    '← below this scale',
    '−0.5, below this scale, climbs',
  ],
] as const)(
  'a rate beyond the slider of %s is said to be so, and on which side',
  async (tag, attributes, seen, said) => {
    for (const width of [320, 1000]) {
      const element = await place(
        tag,
        { views: tag === 'gd-wide-minima' ? 'landscape' : 'descent', ...attributes },
        width,
      );
      expect(inside(element, '.rate-track input').getAttribute('aria-valuetext')).toBe(said);
      const note = inside(element, '.rate-beyond');
      expect(note.textContent).toBe(seen);
      const box = note.getBoundingClientRect();
      for (const tick of allInside(element, '.rate-tick')) {
        const { left, right } = tick.getBoundingClientRect();
        expect(right < box.left || left > box.right, tick.textContent!).toBe(true);
      }
      document.body.replaceChildren();
    }
  },
);

test.each([390, 1000])('while a rate is refused the bar is as high as before, at %i pixels', async (width) => {
  const element = await place('gd-learning-rate', { views: 'descent' }, width);
  const heightOf = () => inside(element, '.bar').getBoundingClientRect().height;
  const before = heightOf();
  await userEvent.fill(inside(element, '.rate-head input'), 'abc');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => allInside(element, '.bar .refused').length).toBe(1);
  expect(inside(element, '.bar .refused').textContent).toContain('“abc” cannot be used');
  expect(heightOf()).toBe(before);
  const [message, slider] = ['.bar .refused', '.rate-track input'].map((one) =>
    inside(element, one).getBoundingClientRect(),
  );
  expect(message.bottom).toBeLessThanOrEqual(slider.top);
});

test('the ring of the focused field of the rate covers no words', async () => {
  const element = await place(
    'gd-wide-minima',
    { objective: 'cos(3x)+x^2/50', views: 'landscape', starts: '40', iterations: '50' },
    1000,
  );
  const field = inside(element, '.rate-head input');
  await userEvent.click(field);
  const { outlineOffset, outlineWidth } = getComputedStyle(field);
  const ring = field.getBoundingClientRect().bottom + parseFloat(outlineOffset) + parseFloat(outlineWidth);
  // The letters of a line of 16 pixels begin 3 below its top: it is 11 high.
  const all = wordsOf(element);
  expect(all.map(({ textContent }) => textContent)).toEqual(['10 minima hold', 'none']);
  for (const words of all) expect(words.getBoundingClientRect().top + 3).toBeGreaterThanOrEqual(ring);
});
