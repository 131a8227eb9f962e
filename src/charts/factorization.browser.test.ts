import { afterEach, describe, expect, test } from 'vitest';
import { chartBox, expectNumbers, expectReadable, pointer, press } from './charts.fixtures';
import { toCSV } from './kit/csv';
import { errorCurves } from './error-curves';
import { chartToSVG } from './kit/export';
import {
  errorCurvesData,
  itemMapData,
  largeTables,
  rateOutcomesData,
  sheetTables,
  twelveRuns,
} from './factorization.fixtures';
import { itemMap } from './item-map';
import { rateOutcomes } from './rate-outcomes';
import { ratingTables } from './rating-tables';
import type { Chart } from './kit';

afterEach(() => document.body.replaceChildren());

const long = (i: number) => `A name that is far too long for any place that it might be given, number ${i}`;
const pair = <D>(chart: Chart<D>, data: D) => ({ chart: chart as unknown as Chart<unknown>, data: data as unknown });
const lost = () => ({ ...largeTables(12, 12), predicted: new Float64Array(144).fill(NaN) });

const all: Record<string, { chart: Chart<unknown>; data: unknown }> = {
  'errors of four runs': pair(errorCurves, errorCurvesData()),
  'errors of twelve runs': pair(errorCurves, twelveRuns()),
  'errors of one run of one epoch': pair(errorCurves, {
    runs: [{ learningRate: 0.1, training: Float64Array.of(2, 1), divergedAt: null }],
  }),
  'errors of runs that all diverged': pair(errorCurves, { ...twelveRuns(), runs: twelveRuns().runs.slice(8) }),
  'errors that reach 0': pair(errorCurves, {
    runs: [{ learningRate: 0.1, training: Float64Array.of(2, 1e-9, 0, 0), divergedAt: null }],
  }),
  'errors that are no numbers': pair(errorCurves, {
    runs: [
      { learningRate: 0.1, training: Float64Array.of(NaN, Infinity, 1e308), divergedAt: 0 },
      { learningRate: 1, training: Float64Array.of(2, NaN, NaN), divergedAt: 1 },
    ],
    noise: 0,
  }),
  'no errors': pair(errorCurves, { runs: [] }),
  'outcomes of five rates': pair(rateOutcomes, rateOutcomesData()),
  'outcomes of a rate': pair(rateOutcomes, { ...rateOutcomesData(), runs: rateOutcomesData().runs.slice(0, 1) }),
  'outcomes of forty rates': pair(rateOutcomes, {
    runs: Array.from({ length: 40 }, (_, i) => ({
      learningRate: 1 + i / 40,
      error: 1 + i,
      divergedAt: i > 9 ? 20_000 - i : null,
      settles: i < 5,
    })),
    threshold: 1.3,
    isValidation: true,
  }),
  'outcomes without any number': pair(rateOutcomes, {
    runs: [
      { learningRate: 1, error: NaN, divergedAt: null, settles: true },
      { learningRate: 2, error: Infinity, divergedAt: 0, settles: false },
    ],
    threshold: NaN,
    isValidation: false,
  }),
  'no outcomes': pair(rateOutcomes, { ...rateOutcomesData(), runs: [] }),
  'the sheet’s tables': pair(ratingTables, sheetTables()),
  'large tables': pair(ratingTables, largeTables(30, 30)),
  'large tables of long names': pair(ratingTables, largeTables(30, 30, long)),
  'tables of one row': pair(ratingTables, largeTables(1, 30, long)),
  'tables of one column': pair(ratingTables, largeTables(30, 1, long)),
  'tables of a run that diverged': pair(ratingTables, lost()),
  'no tables': pair(ratingTables, largeTables(0, 0)),
  'a map of a hundred items': pair(itemMap, itemMapData(100, long)),
  'a map of ten thousand items': pair(itemMap, itemMapData(10_000)),
  'a map of an item': pair(itemMap, itemMapData(1)),
  'a map of items without a place': pair(itemMap, {
    items: [
      { id: long(0), x: NaN, y: 0, ratings: 3 },
      { id: 'there', x: 1e12, y: -1e12, ratings: 0 },
    ],
  }),
  'a map of nothing': pair(itemMap, { items: [] }),
};

describe.each(Object.entries(all))('the picture of %s', (_, { chart, data }) => {
  test.each([320, 390, 560, 1248])('can be read at %i pixels', (width) => {
    const box = chartBox(width);
    chart.draw(box, data as object);
    expectReadable(box);
    expectNumbers();
  });

  test('drawn twice is drawn once', () => {
    const box = chartBox(800);
    chart.draw(box, data as object);
    const first = box.innerHTML;
    chart.draw(box, data as object);
    expect(box.innerHTML).toBe(first);
  });

  test('is told in words, read by keys without a mistake, and saved as a picture and as columns', () => {
    const box = chartBox(600);
    chart.draw(box, data as object);
    expect(chart.summarize(data)).not.toMatch(/NaN|undefined|Infinity/);
    expect(box.querySelector('svg[role=img]')!.getAttribute('aria-label')).toBe(chart.summarize(data));
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Home', 'PageDown', 'PageUp', 'Escape'])
      press(box.querySelector('.gd-hit')!, key);
    expect(box.querySelector('.gd-readout')!.textContent).not.toMatch(/NaN|undefined/);
    expect(new DOMParser().parseFromString(chartToSVG(box), 'image/svg+xml').querySelector('parsererror')).toBeNull();
    expect(toCSV(chart.table(data))).toMatch(/^\S/);
  });
});

test('a finger’s tap leaves what it read, and a pointer that leaves takes it away', () => {
  const box = chartBox(600);
  ratingTables.draw(box, sheetTables());
  const [hit, readout] = [box.querySelector('.gd-hit')!, box.querySelector<HTMLElement>('.gd-readout')!];
  expect(readout.hidden).toBe(true);
  for (const type of ['pointerdown', 'pointerup', 'pointerleave'])
    pointer(type, hit, 0.1, 0.1, { pointerType: 'touch' });
  expect(readout.hidden).toBe(false);
  pointer('pointermove', hit, 0.1, 0.9);
  expect(readout.textContent).toContain('user 2');
  pointer('pointerleave', hit, 0.1, 0.9);
  expect(readout.hidden).toBe(true);
});
