import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartBox, expectNumbers, expectReadable, pointer, press } from './charts.fixtures';
import { lossCurve, type LossCurveData } from './loss-curve';
import { formatBytes, formatTime, operatorCard, type OperatorData } from './operator-card';
import { rateLoss, type RateLossData } from './rate-loss';
import { series, type SeriesData } from './series';
import { filter, type FilterData } from './taps';

afterEach(() => document.body.replaceChildren());

const seriesData = (values: ArrayLike<number> = [0, 1, 4, 2]): SeriesData => ({
  panels: [
    {
      title: 'observation b',
      series: [{ label: 'observation b', color: '--gd-series-observed', values: [2, 3], offset: 1, mark: 'dots' }],
    },
    {
      title: 'recovery x',
      series: [{ label: 'recovery x', color: '--gd-series-recovery', values, mark: 'heavy' }],
      range: [0, 4],
    },
  ],
  length: 4,
  iteration: 3,
  iterations: 100,
});
const lossData: LossCurveData = {
  losses: Float64Array.from({ length: 101 }, (_, k) => 1 + 1000 * 0.8 ** k),
  diverged: null,
  iteration: 40,
  learningRate: 1.783,
};
const rates = Float64Array.from({ length: 100 }, (_, i) => 0.066 * 90 ** (i / 99));
const rateLossData: RateLossData = {
  learningRates: rates,
  losses: rates.map((rate) => (rate < 2 ? 50 / rate : 1e20)),
  diverged: Array.from(rates, (rate) => (rate < 2 ? null : 7)),
  start: 900,
  iterations: 100,
  predicted: 1.98,
  measured: 1.986,
  selected: 1.78,
};
const filterData: FilterData = {
  taps: [0.5, -1, 0.25],
  response: { frequency: [0, 0.25, 0.5], gain: [0.25, 1.03, 1.75] },
  norm: 1.75,
};
const operatorData: OperatorData = {
  rows: 994,
  columns: 1024,
  taps: filterData.taps,
  dense: { bytes: 8_142_848, multiplyAdds: 1_017_856, milliseconds: 1.2 },
  operator: { bytes: 24, multiplyAdds: 2982, milliseconds: 0.012 },
  elsewhere: { where: 'workers', milliseconds: 0.02 },
  adjoint: { left: 62.1593847843195, right: 62.1593847843196, error: 4.5e-16 },
};

const all: [string, (box: HTMLElement) => void][] = [
  ['series', (box) => series.draw(box, seriesData())],
  ['losses over iterations', (box) => lossCurve.draw(box, lossData)],
  ['losses over rates', (box) => rateLoss.draw(box, rateLossData)],
  ['filter', (box) => filter.draw(box, filterData)],
  ['operator', (box) => operatorCard.draw(box, operatorData)],
];

describe.each(all)('the picture of %s', (_, draw) => {
  test.each([320, 390, 800, 1248])(
    'has no labels on one another at %i pixels, none smaller than 11 pixels, and none beyond its edges',
    (width) => {
      const box = chartBox(width);
      draw(box);
      expectReadable(box);
    },
  );

  test('drawn twice is drawn once', () => {
    const box = chartBox(800);
    draw(box);
    const first = box.innerHTML;
    draw(box);
    expect(box.innerHTML).toBe(first);
  });
});

test('a series is drawn over its own samples, and again only when its values change', () => {
  const box = chartBox(800);
  series.draw(box, seriesData());
  const [observation, recovery] = [...box.querySelectorAll<SVGPathElement>('path[data-series]')];
  expect(observation.getAttribute('d')!.match(/M/g)).toHaveLength(2);
  const [start, end] = [recovery.getBBox().x, recovery.getBBox().x + recovery.getBBox().width];
  expect(observation.getBBox().x).toBeCloseTo(start + (end - start) / 3, 0);
  const drawn = recovery.getAttribute('d');
  series.draw(box, seriesData([4, 2, 1, 0]));
  expect(recovery.getAttribute('d')).not.toBe(drawn);
  expect(recovery.isConnected).toBe(true);
});

test('values along the samples are read by pointer and by keys', () => {
  const box = chartBox(800);
  series.draw(box, seriesData());
  const slider = box.querySelector('[role=slider]')!;
  pointer('pointermove', slider, 2 / 3, 0.5);
  expect(box.querySelector('.gd-readout')!.textContent).toBe('sample 2observation b 3recovery x 4');
  press(slider, 'Home');
  expect(slider.getAttribute('aria-valuetext')).toBe('sample 0, recovery x 0');
});

test('a press on the loss picks an iteration, and one on the rates a rate', () => {
  const onPick = vi.fn();
  const [losses, overRates] = [chartBox(800), chartBox(800)];
  lossCurve.draw(losses, { ...lossData, onPick });
  // The axis goes by the square root: half of it is a quarter of the iterations.
  pointer('click', losses.querySelector('[role=slider]')!, 0.5, 0.5);
  expect(onPick).toHaveBeenLastCalledWith(25);
  rateLoss.draw(overRates, { ...rateLossData, onPick });
  press(overRates.querySelector('[role=slider]')!, 'Home');
  press(overRates.querySelector('[role=slider]')!, 'Enter');
  expect(onPick).toHaveBeenLastCalledWith(0.066);
});

test('the losses over rates are read at the rate in hand, with the nearest rate at which they were computed', () => {
  const box = chartBox(800);
  const onPick = vi.fn();
  rateLoss.draw(box, { ...rateLossData, onPick });
  const slider = box.querySelector('[role=slider]')!;
  expect(Number(slider.getAttribute('aria-valuenow'))).toBe(1.78);
  press(slider, 'Enter');
  expect(onPick).toHaveBeenLastCalledWith(1.78);
  press(slider, 'ArrowRight');
  press(slider, 'ArrowLeft');
  expect(slider.getAttribute('aria-valuetext')).toContain('learning rate 1.78, as counted at 1.7');
  expect(box.querySelector('.gd-readout')!.textContent).toContain('press to descend with it');
});

test('rates that diverged are crosses, and the threshold is stated beside the measured switch', () => {
  const box = chartBox(800);
  rateLoss.draw(box, rateLossData);
  const stable = rates.filter((rate) => rate < 2).length;
  expect(box.querySelectorAll('.gd-losses circle')).toHaveLength(stable);
  expect(box.querySelectorAll('.gd-crosses path')).toHaveLength(100 - stable);
  expect(box.textContent).toContain('2/(|A|² + λ) = 1.98');
  expect(box.textContent).toContain('▲ measured switch 1.986 (+0.3\u202f%)');
});

test('nothing breaks where numbers are extreme', () => {
  const losses = [NaN, Infinity, 1e300, 0];
  for (const width of [320, 800]) {
    lossCurve.draw(chartBox(width), { ...lossData, losses, diverged: 1, iteration: 1 });
    lossCurve.draw(chartBox(width), { ...lossData, losses: [0, 0], iteration: 0 });
    rateLoss.draw(chartBox(width), {
      ...rateLossData,
      learningRates: [0.1, 1],
      losses: [0, Infinity],
      diverged: [null, 1],
      start: 0,
      measured: null,
    });
    series.draw(chartBox(width), { ...seriesData([NaN, Infinity, -Infinity, 1e308]), length: 1 });
    filter.draw(chartBox(width), { taps: [1], response: { frequency: [0, 0.5], gain: [1, 1] }, norm: 1 });
    operatorCard.draw(chartBox(width), {
      ...operatorData,
      rows: 1,
      columns: 1,
      taps: [1],
      dense: { bytes: 8, multiplyAdds: 1, milliseconds: null },
    });
  }
  expectNumbers();
});

test('what the pictures show is told in words with its numbers', () => {
  expect(series.summarize(seriesData())).toBe(
    '4 samples at iteration 3 of 100: observation b from 2 to 3; recovery x from 0 to 4.',
  );
  expect(lossCurve.summarize(lossData)).toContain('begins at 1001 and is 1 after 100 iterations, 1001 times smaller');
  expect(lossCurve.summarize({ ...lossData, diverged: 12 })).toContain('beyond every bound at iteration 12');
  expect(rateLoss.summarize(rateLossData)).toContain(
    '2/(|A|² + λ) = 1.98; the measured switch is at 1.986 (+0.3\u202f%)',
  );
  expect(filter.summarize(filterData)).toContain('3 taps that add up to −0.25');
  expect(operatorCard.summarize(operatorData)).toContain(
    '99.71\u202f% of its entries are zero. Dense, it would fill 7.77 MiB',
  );
  expect(operatorCard.summarize({ ...operatorData, dense: { ...operatorData.dense, milliseconds: null } })).toContain(
    'does not fit',
  );
});

test('bytes and times are written for people', () => {
  expect([24, 8_142_848, 8e12].map(formatBytes)).toEqual(['24 bytes', '7.77 MiB', '7.28 TiB']);
  expect([0.0125, 1.2, 12345].map(formatTime)).toEqual(['12.5 µs', '1.2 ms', '12.3 s']);
});
