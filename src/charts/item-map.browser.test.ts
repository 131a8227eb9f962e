import { afterEach, expect, test } from 'vitest';
import { chartBox, press, ticksOf } from './charts.fixtures';
import { parseColor, resolveColors } from './kit/colors';
import { itemMapData } from './factorization.fixtures';
import { itemMap, type ItemMapData } from './item-map';
import { color } from './kit/palette';

afterEach(() => document.body.replaceChildren());

const drawn = (data: ItemMapData, width = 800) => {
  const box = chartBox(width);
  itemMap.draw(box, data);
  return box;
};
/** Pixels to a unit, and where 0 is, by two labels of an axis. */
function axis(box: Element, name: 'x' | 'y') {
  const [first, second] = ticksOf(box, name).map(({ label, at }) => ({ value: Number(label.replace('−', '-')), at }));
  const unit = (second.at - first.at) / (second.value - first.value);
  return { unit, at: (value: number) => first.at + (value - first.value) * unit };
}
function pixels(box: Element) {
  const canvas = box.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const ratio = canvas.width / parseFloat(canvas.style.width);
  const alpha = (x: number, y: number) => data[4 * (Math.round(y * ratio) * canvas.width + Math.round(x * ratio)) + 3];
  return {
    data,
    ratio,
    alpha,
    colorAt: (x: number, y: number) => [
      ...data.slice(4 * (Math.round(y * ratio) * canvas.width + Math.round(x * ratio))).slice(0, 3),
    ],
  };
}
const square: ItemMapData = {
  items: [
    { id: 'a', x: 0, y: 0, ratings: 400 },
    { id: 'b', x: 4, y: 1, ratings: 100 },
    { id: 'c', x: 2, y: 2, ratings: 1 },
  ],
};

test('a unit is as long across as it is up, and every item is where the axes say', () => {
  const box = drawn(square);
  const [x, y] = [axis(box, 'x'), axis(box, 'y')];
  expect(x.unit).toBeCloseTo(-y.unit, 6);
  const { alpha, colorAt } = pixels(box);
  const ink = parseColor(resolveColors(box, [color('--gd-series-recovery')])[0]).slice(0, 3);
  for (const item of square.items) expect(alpha(x.at(item.x), y.at(item.y)), item.id).toBeGreaterThan(80);
  colorAt(x.at(0), y.at(0)).forEach((part, i) => expect(Math.abs(part - ink[i])).toBeLessThan(4));
  expect(alpha(x.at(1), y.at(1))).toBe(0);
});

test('a dot’s area goes by the number of ratings, and the rarely rated are lighter', () => {
  const box = drawn(square);
  const [x, y] = [axis(box, 'x'), axis(box, 'y')];
  const { alpha, ratio } = pixels(box);
  const widthOf = (item: ItemMapData['items'][number]) => {
    let count = 0;
    for (let px = -20; px < 20; px += 1 / ratio) if (alpha(x.at(item.x) + px, y.at(item.y)) > 60) count++;
    return count / ratio;
  };
  const [a, b] = square.items.map(widthOf);
  expect(a / b).toBeGreaterThan(1.8);
  expect(a / b).toBeLessThan(2.2);
  const [strong, weak] = square.items.map((item) => alpha(x.at(item.x), y.at(item.y)));
  expect(strong).toBeLessThan(230);
  expect(strong).toBeGreaterThan(weak + 15);
});

test('of thousands of items those that are rarely rated are a haze, and the most rated are named', () => {
  const few = drawn(itemMapData(100));
  const many = drawn(itemMapData(10_000));
  const faintest = (box: Element) => Number(getComputedStyle(box.querySelector('.gd-dot')!).fillOpacity);
  expect(faintest(many)).toBeLessThan(faintest(few) - 0.1);
  const names = [...many.querySelectorAll('.gd-name')].map((text) => Number(text.textContent));
  expect(names.length).toBeGreaterThan(4);
  expect(Math.max(...names)).toBeLessThan(40);
  expect(few.querySelectorAll('.gd-name').length).toBeGreaterThan(4);
  expect([...many.querySelectorAll('.gd-size')].map((size) => size.textContent)).toEqual(['40', '200', '1000']);
});

test('long names are cut short, so that they find a place', () => {
  const names = [
    ...drawn(
      itemMapData(100, (i) => `A very long name for a small picture: ${i}`),
      390,
    ).querySelectorAll('.gd-name'),
  ];
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) expect(name.textContent).toMatch(/^A very .*…$/);
});

test('the item nearest to the pointer is read, and by keys one after the other by number of ratings', () => {
  const box = drawn(square);
  const hit = box.querySelector('.gd-hit')!;
  const origin = box.querySelector('canvas')!.getBoundingClientRect();
  const [x, y] = [axis(box, 'x'), axis(box, 'y')];
  const pointAt = (px: number, py: number) =>
    hit.dispatchEvent(new PointerEvent('pointermove', { clientX: origin.left + px, clientY: origin.top + py }));
  const readout = () => box.querySelector<HTMLElement>('.gd-readout')!;
  pointAt(x.at(4) + 6, y.at(1) - 6);
  expect(readout().textContent).toBe('item b100 ratingsat 4, 1');
  const ring = box.querySelector('.gd-crosshair .gd-selected')!;
  expect([Number(ring.getAttribute('cx')), Number(ring.getAttribute('cy'))]).toEqual([
    expect.closeTo(x.at(4), 4),
    expect.closeTo(y.at(1), 4),
  ]);
  press(hit, 'ArrowRight');
  expect(readout().textContent).toBe('item c1 ratingat 2, 2');
  press(hit, 'Home');
  expect(readout().textContent).toContain('item a400 ratings');
  pointAt(x.at(2), y.at(0.4));
  expect(readout().hidden).toBe(true);
});

test('items without a place are counted and left out', () => {
  const box = drawn({ items: [...square.items, { id: 'lost', x: NaN, y: 1, ratings: 900 }] });
  expect(box.querySelector('.gd-sentence')!.textContent).toBe(
    '1 of 4 items has no place, as its factors are no numbers.',
  );
  expect(box.querySelector('.gd-item-names')!.textContent).not.toContain('lost');
});

test('the map is told in words and saved as columns', () => {
  expect(itemMap.summarize({ ...square, explained: [0.412, 0.173] })).toBe(
    '3 items along the first two principal directions of their factors, which hold 41.2\u202f% and 17.3\u202f% of the variance. Most rated: item a (400) at 0, 0; item b (100) at 4, 1; item c (1) at 2, 2.',
  );
  expect(itemMap.table(square)).toEqual({
    item: ['a', 'b', 'c'],
    '1st principal direction': [0, 4, 2],
    '2nd principal direction': [0, 1, 2],
    ratings: [400, 100, 1],
  });
});
