import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartBox, outcomesData, overlappingTexts, pointer, press } from './charts.fixtures';
import { outcomes } from './outcomes';
import { listOutcomes } from './outcome';

afterEach(() => document.body.replaceChildren());

describe('the outcomes', () => {
  test.each([320, 350, 600, 1100])(
    'have no labels on one another at %i pixels, and name both thresholds with both numbers',
    (width) => {
      const box = chartBox(width);
      outcomes.draw(box, outcomesData());
      expect(overlappingTexts(box)).toEqual([]);
      expect(box.textContent).toContain('2/f″ = 0.09951, measured 0.0982 (−1.3\u202f%)');
      expect(box.textContent).toContain('2/f″ = 2, measured 1.998 (−0.1\u202f%)');
    },
  );

  test.each([350, 1100])('keep every label off the line of another threshold at %i pixels', (width) => {
    const box = chartBox(width);
    outcomes.draw(box, outcomesData());
    const lines = [...box.querySelectorAll('.gd-thresholds .gd-threshold')].map((line) => line.getBoundingClientRect());
    const texts = [...box.querySelectorAll('.gd-threshold-labels text')].map((text) => text.getBoundingClientRect());
    const crossed = texts.filter((text) =>
      lines.some(
        (line) =>
          line.left > text.left && line.left < text.right && line.top < text.bottom - 3 && line.bottom > text.top + 3,
      ),
    );
    expect(crossed).toEqual([]);
  });

  test('label what they can of many minima that lie close together, without a collision', () => {
    const box = chartBox(350);
    const minima = Array.from({ length: 9 }, (_, i) => ({ theta: i, label: `minimum at ${i}` }));
    const data = outcomesData();
    const all = listOutcomes(minima);
    const fractions = all.map((_, i) => Array.from(data.learningRates, () => (i === 0 ? 1 : 0)));
    outcomes.draw(box, {
      ...data,
      outcomes: all,
      fractions,
      thresholds: minima.map((_, outcome) => ({ outcome, predicted: 0.1 * 1.03 ** outcome, measured: null })),
    });
    expect(box.querySelectorAll('.gd-threshold')).toHaveLength(9);
    expect(overlappingTexts(box)).toEqual([]);
  });

  test('fill the picture at every rate: the shares are stacked up to 100 %', () => {
    const box = chartBox(600);
    outcomes.draw(box, outcomesData());
    const areas = [...box.querySelectorAll<SVGPathElement>('.gd-areas path')];
    expect(areas).toHaveLength(4);
    const frame = areas.map((area) => area.getBBox());
    const top = Math.min(...frame.map(({ y }) => y));
    const bottom = Math.max(...frame.map(({ y, height }) => y + height));
    const isFilled = (x: number, y: number) => areas.some((area) => area.isPointInFill(new DOMPoint(x, y)));
    for (let x = 60; x < 580; x += 13)
      for (let y = top + 2; y < bottom; y += (bottom - top) / 9) expect(isFilled(x, y), `${x}, ${y}`).toBe(true);
  });

  test('report the rate that was pressed, by pointer and by keyboard alike', () => {
    const box = chartBox(600);
    const onPick = vi.fn();
    outcomes.draw(box, { ...outcomesData(), onPick });
    const slider = box.querySelector('[role=slider]')!;
    // Half of a logarithmic axis from 0.001 to 5.
    pointer('pointermove', slider, 0.5, 0.5);
    pointer('click', slider, 0.5, 0.5);
    expect(onPick.mock.lastCall![0]).toBeCloseTo(Math.sqrt(0.001 * 5), 2);
    press(slider, 'End');
    expect(box.querySelector('.gd-readout')!.textContent).toContain('learning rate 5diverged 100\u202f%');
    press(slider, 'Enter');
    expect(onPick).toHaveBeenLastCalledWith(5);
  });

  test('are read at the rate in hand, with the nearest rate at which they were counted', () => {
    const box = chartBox(600);
    const onPick = vi.fn();
    const data = outcomesData();
    const [before, after] = [data.learningRates[40], data.learningRates[41]];
    const selected = Number((before + 0.3 * (after - before)).toPrecision(6));
    outcomes.draw(box, { ...data, selected, onPick });
    const slider = box.querySelector<SVGElement>('[role=slider]')!;
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(selected);
    press(slider, 'ArrowRight');
    expect(Number(slider.getAttribute('aria-valuenow'))).toBeCloseTo(after, 4);
    expect(box.querySelector('.gd-readout')!.textContent).not.toContain('the nearest rate');
    press(slider, 'ArrowLeft');
    expect(box.querySelector('.gd-readout')!.textContent).toContain(
      `learning rate ${selected}as counted at ${Number(before.toPrecision(4))}, the nearest rate that was computed`,
    );
    press(slider, 'Enter');
    expect(onPick).toHaveBeenLastCalledWith(selected);
    // One beyond the computed rates is not told in their place.
    const other = chartBox(600);
    outcomes.draw(other, { ...data, selected: 50 });
    expect(other.querySelector('[role=slider]')!.getAttribute('aria-valuenow')).toBe('5');
  });

  test('are told in words with their numbers', () => {
    expect(outcomes.summarize(outcomesData())).toContain(
      'sharp minimum: 2/f″ = 0.09951, measured 0.0982 (−1.3\u202f%)',
    );
    expect(outcomes.summarize({ ...outcomesData(), thresholds: [] })).toContain('no minimum');
  });
});

test('the rates that were measured are in its data', () => {
  const data = outcomesData();
  const { largestStableRates } = outcomes.facts!(data) as { largestStableRates: { measured: number | null }[] };
  expect(largestStableRates.map(({ measured }) => measured)).toEqual(
    data.thresholds!.map(({ measured }) => measured ?? null),
  );
});
