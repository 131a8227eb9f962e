import { afterEach, expect, test } from 'vitest';
import { chartBox, press } from './charts.fixtures';
import { parseColor, resolveColors } from './kit/colors';
import { largeTables, sheetTables } from './factorization.fixtures';
import { scaleColor } from './kit/palette';
import { ratingTables, type RatingTablesData } from './rating-tables';

afterEach(() => document.body.replaceChildren());

const drawn = (data: RatingTablesData, width = 1000) => {
  const box = chartBox(width);
  ratingTables.draw(box, data);
  return box;
};
const cells = (box: Element, table: string) => [...box.querySelectorAll<SVGRectElement>(`.${table} .gd-cells rect`)];
const fill = (cell: Element) => parseColor(getComputedStyle(cell).fill);

test('each known rating and every prediction has the colour of its number, on one scale', () => {
  const data = largeTables(6, 7);
  const box = drawn(data);
  const colorOf = (value: number) => parseColor(resolveColors(box, [scaleColor((value - 1) / 4)])[0]);
  cells(box, 'gd-known').forEach((cell, i) => {
    if (!Number.isNaN(data.known[i])) expect(fill(cell), `${i}`).toEqual(colorOf(data.known[i]));
  });
  cells(box, 'gd-predictions').forEach((cell, i) => expect(fill(cell), `${i}`).toEqual(colorOf(data.predicted[i])));
  expect(cells(box, 'gd-predictions')).toHaveLength(42);
});

test('unknown entries are blank, and a corner is cut off those held out', () => {
  const data = largeTables(30, 30);
  const box = drawn(data);
  const blank = cells(box, 'gd-known').filter((cell) => fill(cell).slice(0, 3).join() === '255,255,255');
  expect(blank).toHaveLength(600);
  const marks = [...box.querySelectorAll('.gd-held-out path')].map((mark) => mark.getBoundingClientRect());
  expect(marks).toHaveLength(60);
  const held = cells(box, 'gd-known')
    .filter((_, i) => data.heldOut![i])
    .map((cell) => cell.getBoundingClientRect());
  marks.forEach((mark, i) => {
    expect(mark.right).toBeCloseTo(held[i].right, 1);
    expect(mark.top).toBeCloseTo(held[i].top, 1);
  });
});

test('the two tables stand side by side, and one below the other where the picture is narrow, unless they are small', () => {
  const wide = drawn(largeTables(30, 30));
  const [left, right] = ['gd-known', 'gd-predictions'].map((table) => cells(wide, table)[0].getBoundingClientRect());
  expect([right.top, right.width]).toEqual([left.top, left.width]);
  expect(right.left).toBeGreaterThan(left.left + 29 * left.width);
  const narrow = drawn(largeTables(30, 30), 390);
  const [above, below] = [cells(narrow, 'gd-known').at(-1)!, cells(narrow, 'gd-predictions')[0]].map((cell) =>
    cell.getBoundingClientRect(),
  );
  expect(below.top).toBeGreaterThan(above.bottom);
  expect(below.left).toBeLessThan(above.left);
  const small = cells(drawn(sheetTables(), 320), 'gd-predictions')[0];
  expect(Number(small.getAttribute('width'))).toBeGreaterThan(50);
  expect(Number(small.getAttribute('x'))).toBeGreaterThan(150);
});

test('the sheet’s table shows its numbers, large, and question marks where nothing is known', () => {
  const box = drawn(sheetTables());
  const texts = (table: string) => [...box.querySelectorAll(`.${table} .gd-cells text`)];
  expect(texts('gd-known').map((text) => text.textContent)).toEqual(['5', '?', '?', '4']);
  expect(texts('gd-predictions').map((text) => text.textContent)).toEqual(['0.88', '0.72', '1.43', '1.17']);
  expect(parseFloat(getComputedStyle(texts('gd-known')[0]).fontSize)).toBeGreaterThanOrEqual(16);
});

test('numbers in cells have as many decimals as fit, and there are none where none fits', () => {
  const first = (columns: number, width: number) =>
    drawn(largeTables(10, columns), width).querySelector('.gd-predictions .gd-cells text')?.textContent;
  expect([first(10, 1000), first(10, 320), first(30, 1000)]).toEqual(['1.00', '1.0', undefined]);
});

test('a number in a cell can be read on the cell’s colour', () => {
  const luminance = ([r, g, b]: number[]) =>
    [r, g, b]
      .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const data = { ...largeTables(10, 10), predicted: Float64Array.from({ length: 100 }, (_, i) => 1 + (4 * i) / 99) };
  const box = drawn(data);
  const numbers = [...box.querySelectorAll('.gd-predictions .gd-cells text')];
  expect(numbers).toHaveLength(100);
  numbers.forEach((text, i) => {
    const [dark, light] = [luminance(fill(text)), luminance(fill(cells(box, 'gd-predictions')[i]))].sort(
      (a, b) => a - b,
    );
    expect((light + 0.05) / (dark + 0.05), text.textContent).toBeGreaterThanOrEqual(4.5);
  });
});

test('a cell of either table is read with the other’s by pointer, and by arrow keys from there', () => {
  const box = drawn(sheetTables());
  const hit = box.querySelector('.gd-hit')!;
  const target = cells(box, 'gd-predictions')[2].getBoundingClientRect();
  hit.dispatchEvent(new PointerEvent('pointermove', { clientX: target.left + 3, clientY: target.top + 3 }));
  const text = () => box.querySelector('.gd-readout')!.textContent;
  expect(text()).toBe('user 2item 1rating unknownprediction 1.43');
  const frames = [...box.querySelectorAll('.gd-crosshair .gd-selected')].map((frame) => frame.getBoundingClientRect());
  expect(frames.map(({ top }) => Math.round(top))).toEqual(Array(2).fill(Math.round(target.top - 1)));
  expect(press(hit, 'ArrowRight').defaultPrevented).toBe(true);
  expect(text()).toBe('user 2item 2rating 4prediction 1.17error 2.83');
  press(hit, 'ArrowRight');
  expect(text()).toContain('user 2item 2');
  expect(press(hit, 'Tab').defaultPrevented).toBe(false);
  press(hit, 'Escape');
  expect(box.querySelector<HTMLElement>('.gd-readout')!.hidden).toBe(true);
});

test('what is read stands beside the cell that is pointed at, in either table, and beside both where there is room', () => {
  const read = (data: RatingTablesData, table: string) => {
    const box = drawn(data);
    const target = cells(box, table)[0].getBoundingClientRect();
    box
      .querySelector('.gd-hit')!
      .dispatchEvent(new PointerEvent('pointermove', { clientX: target.left + 3, clientY: target.top + 3 }));
    return box.querySelector('.gd-readout')!.getBoundingClientRect().left - target.right;
  };
  for (const table of ['gd-known', 'gd-predictions'])
    expect(Math.abs(read(largeTables(30, 30), table) - 14), table).toBeLessThan(4);
  expect(read(sheetTables(), 'gd-known')).toBeGreaterThan(300);
});

test('a run that diverged leaves a blank table that says so', () => {
  const box = drawn({ ...largeTables(12, 12), predicted: new Float64Array(144).fill(NaN) });
  expect(cells(box, 'gd-predictions').every((cell) => cell.classList.contains('gd-cell-unknown'))).toBe(true);
  expect(box.textContent).toContain('no numbers: the run diverged');
  expect(box.querySelector('.gd-predictions .gd-cells text')).toBeNull();
});

test('the tables are told in words and saved cell by cell', () => {
  expect(ratingTables.summarize(sheetTables())).toBe(
    `2 users and 2 items: of 4 ratings, 2 are known. 2 used for training, with a root mean square error of ${Math.sqrt((4.12 ** 2 + 2.83 ** 2) / 2).toFixed(3)}. The predictions fill the table.`,
  );
  expect(ratingTables.table(sheetTables())).toEqual({
    user: ['1', '1', '2', '2'],
    item: ['1', '2', '1', '2'],
    rating: [5, '', '', 4],
    'held out': [0, 0, 0, 0],
    prediction: [0.88, 0.72, 1.43, 1.17],
  });
});
