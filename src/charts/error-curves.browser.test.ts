import { afterEach, expect, test } from 'vitest';
import { chartBox, placeOf, pointer, press, ticksOf } from './charts.fixtures';
import { errorCurves } from './error-curves';
import { errorCurvesData, twelveRuns } from './factorization.fixtures';

afterEach(() => document.body.replaceChildren());

const drawn = (data = errorCurvesData(), width = 800) => {
  const box = chartBox(width);
  errorCurves.draw(box, data);
  return box;
};
const lines = (box: Element, rate: number) => [...box.querySelectorAll<SVGPathElement>(`path[data-series="${rate}"]`)];
const endOf = (path: SVGPathElement) => path.getPointAtLength(path.getTotalLength());
/** The place of a label of the vertical axis. */
const heightOf = (box: Element, label: string) => ticksOf(box, 'y').find((tick) => tick.label === label)!.at;

test('a run is two lines of its learning rate’s colour, which its entry in the key has too; validation is solid and training dashed', () => {
  const box = drawn();
  const colors = [0.1, 0.2, 0.4, 0.8].map((rate) => {
    const [training, validation] = lines(box, rate).map((line) => getComputedStyle(line));
    expect(training.stroke).toBe(validation.stroke);
    expect(training.strokeDasharray).not.toBe('none');
    expect(validation.strokeDasharray).toBe('none');
    return training.stroke;
  });
  expect(new Set(colors).size).toBe(4);
  expect([...box.querySelectorAll('.gd-swatch')].map((swatch) => getComputedStyle(swatch).backgroundColor)).toEqual(
    colors,
  );
  expect([...box.querySelectorAll('.gd-kinds .gd-key-item')].map((kind) => kind.textContent)).toEqual([
    'validation (held out)',
    'training',
  ]);
  expect(getComputedStyle(box.querySelector('.gd-kinds path.gd-dashed')!).strokeDasharray).not.toBe('none');
});

test('a line ends at its last error, where the axes put it', () => {
  const box = drawn();
  const [training, validation] = lines(box, 0.4).map(endOf);
  const frame = box.querySelector('.gd-hit')!;
  expect(training.x).toBeCloseTo(Number(frame.getAttribute('x')) + Number(frame.getAttribute('width')), 1);
  // The run ends at the noise level, 0.5, and validation a tenth above it, on a logarithmic axis.
  expect(training.y).toBeCloseTo(Number(box.querySelector('.gd-noise line')!.getAttribute('y1')), 1);
  expect(training.y).toBeCloseTo(heightOf(box, '0.5'), 1);
  const decade = heightOf(box, '1') - heightOf(box, '10');
  expect(validation.y).toBeCloseTo(heightOf(box, '0.5') - decade * Math.log10(1.1), 1);
});

test('a run that diverged ends in a cross at its epoch, which is written above; there its line is at the upper edge', () => {
  const box = drawn();
  expect(box.querySelectorAll('.gd-crosses path')).toHaveLength(1);
  const { x, y } = placeOf(box.querySelector('.gd-crosses path')!);
  const frame = box.querySelector('.gd-hit')!;
  // The axis of 100 epochs goes by the square root.
  expect(x).toBeCloseTo(Number(frame.getAttribute('x')) + Number(frame.getAttribute('width')) * Math.sqrt(6 / 100), 3);
  expect(y).toBe(Number(frame.getAttribute('y')));
  expect(endOf(lines(box, 0.8)[1]).x).toBeCloseTo(x, 0);
  expect(endOf(lines(box, 0.8)[1]).y).toBeCloseTo(y, 1);
  expect(box.querySelector('.gd-divergence-labels')!.textContent).toBe('× diverged at epoch 6');
  expect(box.textContent).toContain('noise level 0.5');
});

test('an error of 0, which a logarithmic axis does not have, is at the lower edge', () => {
  const box = drawn({ runs: [{ learningRate: 0.1, training: Float64Array.of(2, 1e-3, 0, 0), divergedAt: null }] });
  const frame = box.querySelector('.gd-hit')!;
  expect(endOf(lines(box, 0.1)[0]).y).toBeCloseTo(
    Number(frame.getAttribute('y')) + Number(frame.getAttribute('height')),
    1,
  );
});

test('runs that diverge leave the picture to those that do not, and share a label where they do so in one epoch', () => {
  const box = drawn(twelveRuns(), 1248);
  expect(Number([...box.querySelectorAll('.gd-y text')].at(-1)!.textContent)).toBeLessThanOrEqual(20);
  expect([...box.querySelectorAll('.gd-divergence-labels text')].map((text) => text.textContent)).toEqual([
    '× diverged at epoch 3 (2 runs)',
    '× diverged at epoch 12',
    '× diverged at epoch 40',
  ]);
  expect(box.querySelectorAll('.gd-crosses path')).toHaveLength(4);
  expect(
    new Set([...box.querySelectorAll('.gd-swatch')].map((swatch) => getComputedStyle(swatch).backgroundColor)).size,
  ).toBe(12);
});

test('a run whose entry in the key is pointed at stands out, and is the one that is read', () => {
  const box = drawn();
  const entry = box.querySelectorAll('.gd-start button')[1];
  pointer('pointerenter', entry, 0.5, 0.5);
  expect([...box.querySelectorAll('[data-series].gd-faded')].map((run) => run.getAttribute('data-series'))).toEqual(
    ['0.8', '0.1', '0.4'].flatMap((rate) => [rate, rate]),
  );
  press(box.querySelector('[role=slider]')!, 'Home');
  expect(box.querySelector('.gd-readout')!.textContent).toBe('epoch 0: validation (training)rate 0.2: 2.75 (2.5)');
  pointer('pointerleave', entry, 0.5, 0.5);
  expect(box.querySelector('[data-series].gd-faded')).toBeNull();
});

test('the errors of all runs are read along the epochs', () => {
  const box = drawn();
  press(box.querySelector('[role=slider]')!, 'End');
  expect(box.querySelector('.gd-readout')!.textContent).toBe(
    'epoch 100: validation (training)rate 0.1: 0.5521 (0.502)rate 0.2: 0.55 (0.5)rate 0.4: 0.55 (0.5)rate 0.8: diverged at epoch 6',
  );
  expect(errorCurves.summarize(errorCurvesData())).toBe(
    'Root mean square error over 100 epochs for 4 learning rates. In the end: at 0.1 training 0.502, validation 0.5521; at 0.2 training 0.5, validation 0.55; at 0.4 training 0.5, validation 0.55; at 0.8 diverged at epoch 6. The noise level is 0.5.',
  );
});

test('the columns hold every error up to a divergence', () => {
  const table = errorCurves.table(errorCurvesData());
  expect(table.epoch).toHaveLength(101);
  expect(table['validation error at learning rate 0.1'][0]).toBe(2.75);
  expect(table['training error at learning rate 0.8'][6]).toBe(2.5e6);
  expect(table['training error at learning rate 0.8'][7]).toBe('');
});
