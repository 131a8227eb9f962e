import { afterEach, expect, test } from 'vitest';
import { chartBox, placeOf, press } from './charts.fixtures';
import { rateOutcomesData } from './factorization.fixtures';
import { rateOutcomes, type RateOutcomesData } from './rate-outcomes';

afterEach(() => document.body.replaceChildren());

const drawn = (more: Partial<RateOutcomesData> = {}) => {
  const box = chartBox(800);
  rateOutcomes.draw(box, { ...rateOutcomesData(), ...more });
  return box;
};
const number = (element: Element, name: string) => Number(element.getAttribute(name));

test('a run that stays is a dot at its rate and error, both on logarithmic scales', () => {
  const box = drawn();
  const dots = [...box.querySelectorAll('.gd-errors circle')].map(placeOf);
  expect(dots).toHaveLength(3);
  expect(dots[1].x - dots[0].x).toBeCloseTo(dots[2].x - dots[1].x, 6);
  expect(dots[1].y - dots[0].y).toBeCloseTo(dots[2].y - dots[1].y, 6);
  expect(dots[2].y).toBeGreaterThan(dots[0].y);
});

test('a run that diverged is a cross at the upper edge, above every dot, with its epoch', () => {
  const box = drawn();
  const dots = [...box.querySelectorAll('.gd-errors circle')].map(placeOf);
  const places = [...box.querySelectorAll('.gd-crosses path')].map(placeOf);
  const doubling = dots[1].x - dots[0].x;
  expect(places.map(({ x }) => Math.round(x - dots[2].x))).toEqual([Math.round(doubling), Math.round(2 * doubling)]);
  for (const { y } of places) expect(y).toBeLessThan(Math.min(...dots.map((dot) => dot.y)) - 20);
  expect([...box.querySelectorAll('.gd-epochs text')].map((text) => text.textContent)).toEqual(['epoch 31', 'epoch 9']);
});

test('the estimated limit is a line at its rate, labelled, over the stretch in which the switch was measured', () => {
  const box = drawn();
  const dots = [...box.querySelectorAll('.gd-errors circle')].map((dot) => placeOf(dot).x);
  const [line, stretch] = [box.querySelector('line.gd-threshold')!, box.querySelector('.gd-between rect')!];
  const doubling = dots[1] - dots[0];
  expect(number(line, 'x1')).toBeCloseTo(dots[2] + doubling * Math.log2(0.05 / 0.04), 6);
  expect([number(stretch, 'x'), number(stretch, 'width')]).toEqual([
    expect.closeTo(dots[2], 6),
    expect.closeTo(doubling, 6),
  ]);
  expect([...box.querySelectorAll('.gd-limit text')].map((text) => text.textContent)).toEqual([
    'estimated limit 0.05',
    '▒ measured: between 0.04 and 0.08',
  ]);
});

test('where the error stops settling is held against the estimated limit, and where training diverges is said apart', () => {
  const sentence = (more: Partial<RateOutcomesData>) =>
    rateOutcomes.summarize({ ...rateOutcomesData(), ...more }).replace(/^.*Estimated limit [^ ]+\. /, '');
  const { runs } = rateOutcomesData();
  const restless = runs.map((run, i) => ({ ...run, settles: i < 2 }));
  const settling = 'The error stops settling between 0.02 and 0.04';
  const divergence = 'Divergence is another limit: between 0.04 and 0.08.';
  expect(sentence({ runs: restless })).toBe(`${settling}, 0.4 to 0.8 times the estimated limit. ${divergence}`);
  expect(sentence({ runs: restless, threshold: NaN })).toBe(`${settling}. No limit was estimated. ${divergence}`);
  expect(sentence({ runs: runs.slice(0, 3) })).toBe('The error settles at every rate. No run diverged.');
  expect(sentence({ runs: runs.slice(3) })).toBe('Every run diverged.');
  expect(sentence({ runs: [...runs, { learningRate: 0.3, error: 1, divergedAt: null, settles: false }] })).toContain(
    'Between 0.08 and 0.3 some rates diverge and others do not: it depends on the start.',
  );
});

test('a run that did not settle is a ring, and is said to be one', () => {
  const runs = rateOutcomesData().runs.map((run, i) => ({ ...run, settles: i < 2 }));
  const box = drawn({ runs });
  const fills = [...box.querySelectorAll('.gd-errors circle')].map((dot) => getComputedStyle(dot).fill === 'none');
  expect(fills).toEqual([false, false, true]);
  expect(box.querySelector('.gd-axes .gd-note')!.textContent).toBe('○ not settled, × diverged, at its epoch');
  const slider = box.querySelector('[role=slider]')!;
  press(slider, 'Home');
  press(slider, 'ArrowRight');
  press(slider, 'ArrowRight');
  expect(slider.getAttribute('aria-valuetext')).toBe('learning rate 0.04, validation error 0.5, not settled');
});

test('rates are read one after the other, whatever order they come in, and saved as columns', () => {
  const { runs } = rateOutcomesData();
  const box = drawn({ runs: [...runs].reverse() });
  const slider = box.querySelector('[role=slider]')!;
  press(slider, 'Home');
  expect(slider.getAttribute('aria-valuetext')).toBe('learning rate 0.01, validation error 2');
  press(slider, 'End');
  expect(slider.getAttribute('aria-valuetext')).toBe('learning rate 0.16, diverged at epoch 9');
  expect(rateOutcomes.table(rateOutcomesData())).toEqual({
    'learning rate': [0.01, 0.02, 0.04, 0.08, 0.16],
    'validation error': [2, 1, 0.5, 4e7, 5e7],
    settles: ['yes', 'yes', 'yes', 'no', 'no'],
    'diverged at epoch': ['', '', '', 31, 9],
    'estimated limit': Array(5).fill(0.05),
  });
  expect(rateOutcomes.facts!(rateOutcomesData())).toEqual({
    estimatedLimit: 0.05,
    stopsSettling: { below: 0.04, above: 0.08, isClear: true },
    diverges: { below: 0.04, above: 0.08, isClear: true },
  });
});
