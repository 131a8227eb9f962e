import { expect } from 'vitest';
import { listOutcomes } from './outcome';
import type { BasinsData } from './basins';
import type { BifurcationData } from './bifurcation';
import type { HistogramData } from './histogram';
import type { LandscapeData } from './landscape-data';
import type { OutcomesData } from './outcomes';
import type { RasterWindow } from './rate-raster';

/** A box of the page to draw in, at a width. */
export function chartBox(width: number): HTMLDivElement {
  const host = document.createElement('div');
  host.style.cssText = `width: ${width}px; font-family: sans-serif; color-scheme: light;`;
  const root = host.attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  root.append(box);
  document.body.append(host);
  return box;
}

export const outcomes = listOutcomes([
  { theta: 0, label: 'sharp minimum' },
  { theta: 10, label: 'wide minimum' },
]);
/** The places of some kinds among the outcomes. */
export const [MOVING, DIVERGED] = [4, 9];

/** Something for each outcome: given for some of them, by their places. */
const byOutcome = <T>(given: Record<number, T>, none: T): T[] => outcomes.map((_, i) => given[i] ?? none);

export const home: RasterWindow = { low: -5, high: 20, rateLow: 0.001, rateHigh: 5 };

/** A sharp valley at 0 and a wide one at 10, and the ridge between them. */
export const valley = (theta: number) => Math.min(10 * theta ** 2, 50 + (theta - 10) ** 2 / 2);

export function landscapeData(): LandscapeData {
  const theta = Float64Array.from({ length: 500 }, (_, i) => -5 + (25 * i) / 499);
  const population = [-8, -1, 0, 5, 10, 12, 30, 40, 1e5];
  return {
    outcomes,
    curve: { theta, value: theta.map(valley) },
    domain: { low: -5, high: 20 },
    stationary: [
      { theta: 0, value: 0, curvature: 20, kind: 'minimum', threshold: 0.1, outcome: 0 },
      { theta: 2.73, value: 75, curvature: -50, kind: 'maximum', threshold: 0 },
      { theta: 10, value: 50, curvature: 1, kind: 'minimum', threshold: 2, outcome: 1 },
    ],
    population: { theta: population, value: population.map(valley), outcome: [9, 0, 0, 1, 1, 1, 9, 9, 9] },
    followed: {
      theta: [-4, 14, 11],
      value: [-4, 14, 11].map(valley),
      upTo: 2,
      here: { theta: 11, value: valley(11) },
      next: { theta: 10.7, value: valley(10.7) },
      factor: { value: 0.7, at: 1 },
    },
    iteration: 2,
    iterations: 1000,
    learningRate: 0.3,
  };
}

export function histogramData(): HistogramData {
  const bins = { low: -5, high: 20, count: 50 };
  const countsOf = (entries: Record<number, number>) => Uint32Array.from({ length: 52 }, (_, i) => entries[i] ?? 0);
  return {
    outcomes,
    minima: [0, 10],
    panels: [
      {
        learningRate: 0.01,
        outcomes,
        total: 1000,
        bins,
        counts: byOutcome({ 0: countsOf({ 11: 320 }), 1: countsOf({ 31: 680 }) }, countsOf({})).slice(0, DIVERGED),
        totals: byOutcome({ 0: 320, 1: 680 }, 0),
        medianIterations: 700,
      },
      {
        learningRate: 2,
        outcomes,
        total: 1000,
        bins,
        counts: byOutcome(
          { 1: countsOf({ 31: 1 }), [MOVING]: countsOf({ 0: 4, 20: 50, 31: 60, 51: 5 }) },
          countsOf({}),
        ).slice(0, DIVERGED),
        totals: byOutcome({ 1: 1, [MOVING]: 119, [DIVERGED]: 880 }, 0),
        medianIterations: 900,
      },
    ],
  };
}

export function outcomesData(): OutcomesData {
  const learningRates = Float64Array.from({ length: 240 }, (_, i) => 0.001 * 5000 ** (i / 239));
  const shareOf = (share: (rate: number) => number) => learningRates.map(share);
  return {
    outcomes,
    learningRates,
    fractions: byOutcome(
      {
        0: shareOf((rate) => (rate < 0.1 ? 0.32 : 0)),
        1: shareOf((rate) => (rate < 0.01 ? 0 : rate < 0.1 ? 0.68 : rate < 2 ? 1 : 0)),
        [MOVING]: shareOf((rate) => (rate < 0.01 ? 0.68 : 0)),
        [DIVERGED]: shareOf((rate) => (rate < 2 ? 0 : 1)),
      },
      shareOf(() => 0),
    ),
    thresholds: [
      { outcome: 0, predicted: 0.0995098, measured: 0.0982 },
      { outcome: 1, predicted: 2.00001, measured: 1.998 },
    ],
    listed: [0.01, 0.3, 4],
  };
}

export function basinsData(window: RasterWindow = home): BasinsData {
  const [columns, rows] = [20, 10];
  return {
    outcomes,
    columns,
    rows,
    labels: Uint8Array.from({ length: columns * rows }, (_, i) =>
      Math.floor(i / columns) === rows - 1 ? DIVERGED : i % columns < 8 ? 0 : 1,
    ),
    dates: Uint32Array.from({ length: columns * rows }, (_, i) => 1 + i),
    iterations: 400,
    window,
    imageWindow: home,
    home,
    thresholds: [
      { outcome: 0, predicted: 0.1 },
      { outcome: 1, predicted: 2 },
    ],
  };
}

export function bifurcationData(window: RasterWindow = home): BifurcationData {
  const [columns, bins] = [40, 25];
  const density = new Uint32Array(columns * (bins + 2));
  // Everything rests in the bin of theta = 10 until the last ten rates, at which every run has diverged.
  for (let column = 0; column < 30; column++) density[column * (bins + 2) + 1 + 15] = 100;
  return {
    outcomes,
    columns,
    bins,
    density,
    minima: [0, 10],
    window,
    imageWindow: home,
    home,
    thresholds: [{ outcome: 0, predicted: 0.1 }],
  };
}

/** The place that a mark or a tick is moved to. */
export function placeOf(element: Element): { x: number; y: number } {
  const [x, y] = element
    .getAttribute('transform')!
    .match(/-?[\d.]+(e-?\d+)?/g)!
    .map(Number);
  return { x, y };
}

/** The ticks of an axis that have a label: their numbers as they are written, and their places. */
export function ticksOf(box: Element, axis: 'x' | 'y'): { label: string; at: number }[] {
  return [...box.querySelectorAll(`.gd-${axis} .tick`)].flatMap((tick) =>
    tick.textContent ? [{ label: tick.textContent, at: placeOf(tick)[axis] }] : [],
  );
}

/** Pairs of texts of a picture that lie on one another. */
export function overlappingTexts(box: Element): string[] {
  const texts = [...box.querySelectorAll<SVGTextElement>('svg text')].filter((text) => text.textContent);
  const boxes = texts.map((text) => text.getBoundingClientRect());
  const pairs: string[] = [];
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      // Lines of one label stand closer than their boxes, which have room for accents.
      const [across, down] = [
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
      ];
      if (across > 0.5 && down > 2.5) pairs.push(`${texts[i].textContent} / ${texts[j].textContent}`);
    }
  }
  return pairs;
}

/** No label lies on another one, is too small to read, or reaches beyond the picture. */
export function expectReadable(box: Element): void {
  expect(overlappingTexts(box)).toEqual([]);
  const frame = box.getBoundingClientRect();
  for (const text of box.querySelectorAll('text, td, th, dd, p, .gd-key-item, .gd-quiet')) {
    if (!text.textContent) continue;
    expect(parseFloat(getComputedStyle(text).fontSize), text.textContent).toBeGreaterThanOrEqual(11);
    const { left, right, top, bottom } = text.getBoundingClientRect();
    expect(left, text.textContent).toBeGreaterThanOrEqual(frame.left - 1);
    expect(right, text.textContent).toBeLessThanOrEqual(frame.right + 1);
    expect(top, text.textContent).toBeGreaterThanOrEqual(frame.top - 1);
    expect(bottom, text.textContent).toBeLessThanOrEqual(frame.bottom + 1);
  }
}

/** Every attribute of every drawn shape on the page is one that a browser can draw. */
export function expectNumbers(): void {
  for (const host of document.querySelectorAll('div')) {
    for (const shape of host.shadowRoot?.querySelectorAll('svg *') ?? [])
      for (const { name, value } of shape.attributes)
        if (!name.startsWith('aria-'))
          expect(value, `${shape.localName} ${name}`).not.toMatch(/NaN|Infinity|undefined/);
  }
}

export function press(target: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

/** A mouse event at fractions of an element's box. */
export function pointer(
  type: string,
  target: Element,
  x: number,
  y: number,
  more: PointerEventInit = {},
): PointerEvent {
  const box = target.getBoundingClientRect();
  const event = new PointerEvent(type, {
    clientX: box.left + x * box.width,
    clientY: box.top + y * box.height,
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    pointerType: 'mouse',
    ...more,
  });
  target.dispatchEvent(event);
  return event;
}
