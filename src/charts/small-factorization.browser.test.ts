import { afterEach, describe, expect, test } from 'vitest';
import { chartBox, overlappingTexts } from './charts.fixtures';
import { chartToSVG } from './kit/export';
import { factorizationStep, type FactorizationStepData } from './factorization-step';
import { valley, type ValleyData } from './valley';

afterEach(() => document.body.replaceChildren());

const ratings = [
  [5, null],
  [null, 4],
];

/** Step 1 of the sheet. */
const step: FactorizationStepData = {
  step: 1,
  steps: 20,
  learningRate: 0.1,
  ridge: 0,
  ratings,
  before: { u: [0.8, 1.3], v: [1.1, 0.9], loss: 12.49165 },
  after: { u: [1.2532, 1.5547], v: [1.4296, 1.2679], loss: 7.2050027297 },
  gradient: { u: [-4.532, -2.547], v: [-3.296, -3.679] },
  losses: [12.49165, 7.2050027297, 2.3777133, 0.2668311],
  sequential: { v: [1.5538438736, 1.3043417119], loss: 6.60423 },
};
/** Numbers that take all the room there is, on their way out of bounds. */
const wild: FactorizationStepData = {
  ...step,
  step: 12_345,
  steps: 99_999,
  learningRate: 0.123456,
  ridge: 0.98765,
  before: { u: [-7.24752, -6.09939], v: [-9.23402, -5.01804], loss: 2271.24002 },
  after: { u: [335.83512, -74.00973], v: [1260.0421, -92.35381], loss: 3.84e9 },
  gradient: { u: [-571.80541, 2448.79312], v: [-133.51567, 162.28643] },
  losses: Array.from({ length: 12_346 }, (_, k) => (k < 12_345 ? 2271 : 3.84e9)),
  sequential: { v: [625_876.12, -16_664.21], loss: 2.21e16 },
};

const level: ValleyData = {
  ratings,
  ratio: 0.4,
  range: [0.25, 4],
  u: [0.87635, 2.09775],
  v: [5.70545, 1.9068],
  loss: 2.09e-25,
  end: { r12: 4.17759, r21: 4.78745, loss: 2.09e-25 },
  path: [
    { r12: 0.72, r21: 1.43 },
    { r12: 1.58893, r21: 2.2226 },
    { r12: 4.17759, r21: 4.78745 },
  ],
  product: 20,
  ridge: 0,
};
const early: ValleyData = {
  ...level,
  ratio: 4,
  u: [5.0128, 1.5547],
  v: [0.3574, 1.2679],
  loss: 7.205,
  end: { r12: 1.58893, r21: 2.2226, loss: 7.205 },
  path: level.path.slice(0, 2),
  ridge: 0.1,
};
const below: ValleyData = {
  ...level,
  u: [-2, 2],
  v: [-2.5, 2],
  end: { r12: -4, r21: -5, loss: 0 },
  path: [
    { r12: 1, r21: 1 },
    { r12: -4, r21: -5 },
  ],
};
const odd: ValleyData = {
  ...level,
  u: [0, 2],
  v: [1, 0],
  end: { r12: 0, r21: 2, loss: 20 },
  path: [{ r12: 0, r21: 2 }],
};

const all: [string, (box: HTMLElement) => void, string][] = [
  ['a step', (box) => factorizationStep.draw(box, step), factorizationStep.summarize(step)],
  ['a step of large numbers', (box) => factorizationStep.draw(box, wild), factorizationStep.summarize(wild)],
  ['the valley', (box) => valley.draw(box, level), valley.summarize(level)],
  ['a valley beside an exact fit', (box) => valley.draw(box, early), valley.summarize(early)],
  ['a valley below zero', (box) => valley.draw(box, below), valley.summarize(below)],
  ['a valley that is none', (box) => valley.draw(box, odd), valley.summarize(odd)],
];

describe.each(all)('the picture of %s', (_, draw, summary) => {
  test.each([320, 390, 800, 1248])(
    'has no labels on one another at %i pixels, none smaller than 11 pixels, and none beyond its edges',
    (width) => {
      const box = chartBox(width);
      draw(box);
      expect(overlappingTexts(box)).toEqual([]);
      const frame = box.getBoundingClientRect();
      for (const text of box.querySelectorAll('svg text, td, th, p')) {
        if (!text.textContent) continue;
        expect(parseFloat(getComputedStyle(text).fontSize), text.textContent).toBeGreaterThanOrEqual(11);
        const { left, right } = text.getBoundingClientRect();
        expect(left, text.textContent).toBeGreaterThanOrEqual(frame.left - 1);
        expect(right, text.textContent).toBeLessThanOrEqual(frame.right + 1);
      }
    },
  );

  test('drawn twice is drawn once, with no number that is none', () => {
    const box = chartBox(800);
    draw(box);
    const first = box.innerHTML;
    draw(box);
    expect(box.innerHTML).toBe(first);
    expect(first).not.toMatch(/NaN|undefined|Infinity/);
    expect(summary.length).toBeGreaterThan(40);
    expect(summary).not.toMatch(/NaN|undefined|not a number/);
  });

  test('leaves the page as it stands', () => {
    const box = chartBox(800);
    draw(box);
    const svg = new DOMParser().parseFromString(chartToSVG(box), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelectorAll('text').length).toBeGreaterThan(8);
  });
});

test('a product with a number below zero has it in parentheses', () => {
  const box = chartBox(1248);
  factorizationStep.draw(box, wild);
  expect(box.querySelector('.gd-worked')!.textContent).toContain('= 5 − (−7.2475) · (−9.234)');
});

test('the tables hold the numbers of the picture', () => {
  expect(factorizationStep.table(step)).toEqual({
    '': ['u1', 'u2', 'v1', 'v2', 'J'],
    before: [0.8, 1.3, 1.1, 0.9, 12.49165],
    gradient: [-4.532, -2.547, -3.296, -3.679, ''],
    after: [1.2532, 1.5547, 1.4296, 1.2679, 7.2050027297],
  });
  expect(valley.table(level).place).toEqual(['epoch 0', 'epoch 1', 'epoch 2', 'end', 'c = 0.4']);
});
