import { symbolCross } from 'd3';
import { afterEach, expect, test, vi } from 'vitest';
import { chartBox, overlappingTexts, placeOf, pointer, press, ticksOf } from '../charts.fixtures';
import {
  area,
  arrows,
  cartesian,
  contour,
  dots,
  handles,
  line,
  rule,
  scrub,
  web,
  type Frame,
  type Mark,
} from './index';

afterEach(() => document.body.replaceChildren());

const options = {
  x: { domain: [0, 10], title: 'k →' },
  y: { domain: [0, 100], title: '↑ loss', grid: true },
  height: 200,
  summary: 'A frame.',
} as const;

function drawn(box: HTMLElement, marks: (frame: Frame) => Mark[], more: object = {}): Frame {
  const frame = cartesian(box, { ...options, ...more });
  frame.draw(marks(frame));
  return frame;
}

const points = (path: Element) =>
  path
    .getAttribute('d')!
    .match(/-?[\d.]+/g)!
    .map(Number);

test('a chart is one element of its container, however often it is drawn, and marks that are no longer given go', () => {
  const box = chartBox(600);
  drawn(box, () => [dots({ y: [1, 2], length: 2 }), rule({ y: [50], look: 'gd-hair' })]);
  drawn(box, () => [line({ y: [1, 2], length: 2 }), dots({ y: [1, 2], length: 2 })]);
  expect(box.children).toHaveLength(1);
  expect(box.querySelector('.gd-hair')).toBeNull();
  const names = [...box.querySelectorAll('.gd-part')].map((part) => part.classList[0]);
  expect(names).toEqual(['gd-grid', 'gd-line', 'gd-dots', 'gd-axes']);
});

test('marks stand where the axes say', () => {
  const box = chartBox(600);
  const { x, y } = drawn(box, () => [
    line({ x: [2, 4], y: [10, 90], length: 2 }),
    dots({ x: [5], y: [50], length: 1 }),
    arrows({ x0: [1], y0: [10], x1: [3], y1: [30], length: 1 }),
  ]);
  const [across, up] = [ticksOf(box, 'x'), ticksOf(box, 'y')];
  expect(across.find(({ label }) => label === '4')!.at).toBe(x(4));
  expect(up.find(({ label }) => label === '80')!.at).toBe(y(80));
  expect(points(box.querySelector('.gd-line path')!)).toEqual(
    [x(2), y(10), x(4), y(90)].map((place) => expect.closeTo(place, 2)),
  );
  expect(placeOf(box.querySelector('.gd-dots circle')!)).toEqual({ x: x(5), y: y(50) });
  expect(points(box.querySelector('.gd-arrows path')!).slice(2, 4)).toEqual([
    expect.closeTo(x(3), 2),
    expect.closeTo(y(30), 2),
  ]);
});

test('a line is broken where it has no place, and one of very many points keeps its extremes', () => {
  const box = chartBox(600);
  drawn(box, () => [line({ y: [1, NaN, 3, Infinity, 5, 6], length: 6 })]);
  expect(box.querySelector('.gd-line path')!.getAttribute('d')!.match(/M/g)).toHaveLength(3);
  const values = Float64Array.from({ length: 100_000 }, (_, i) => 50 + 10 * Math.sin(i / 3));
  values[54_321] = 99;
  const { y } = drawn(box, () => [line({ y: values, length: values.length })], { x: { domain: [0, 99_999] } });
  const path = points(box.querySelector('.gd-line path')!);
  expect(path.length).toBeLessThan(12_000);
  expect(path).toContainEqual(expect.closeTo(y(99), 2));
});

test('a contour runs where the grid has its value', () => {
  const box = chartBox(600);
  const values = Float64Array.from({ length: 400 }, (_, i) => (i % 20) + 0.5);
  const { x, top, bottom } = drawn(box, () => [
    contour({ values, columns: 20, rows: 20, x: [0, 10], y: [0, 100], thresholds: [14] }),
  ]);
  const path = box.querySelector('.gd-contours path')!;
  const places = points(path).filter((_, i) => i % 2 === 0);
  expect(Math.min(...places)).toBeCloseTo(x(7), 0);
  // It goes on to the edges of the grid, and is drawn along none of them.
  const [line, ...others] = path
    .getAttribute('d')!
    .split('M')
    .filter((part) => part.includes('L'));
  expect(others).toEqual([]);
  const seen = line.split('L').map((point) => point.split(',').map(Number));
  for (const [atX, atY] of seen) if (atY >= top && atY <= bottom) expect(atX).toBeCloseTo(x(7), 0);
  const heights = seen.map(([, atY]) => atY);
  expect(Math.min(...heights)).toBeLessThanOrEqual(top);
  expect(Math.max(...heights)).toBeGreaterThanOrEqual(bottom);
});

test('a cobweb goes up to the map and across to the diagonal, step by step', () => {
  const box = chartBox(600);
  const { x, y } = drawn(box, () => [web({ iterates: [1, 4, 2], steps: 2 })], { y: { domain: [0, 10] } });
  const d = box.querySelector('.gd-web path')!.getAttribute('d')!;
  expect(d.replace(/-?[\d.]+/g, '')).toBe('M,VHVH');
  expect(points(box.querySelector('.gd-web path')!)).toEqual(
    [x(1), y(1), y(4), x(4), y(2), x(2)].map((place) => expect.closeTo(place, 2)),
  );
});

test('on equal axes a unit is as long across as it is up, and what was asked for is covered', () => {
  const { x, y } = drawn(chartBox(600), () => [], { isEqual: true, y: { domain: [0, 4] } });
  expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
  expect(y.domain()[1]).toBeGreaterThanOrEqual(4);
  expect(x.domain()[0]).toBeLessThanOrEqual(0);
});

test('a note that has no room beside the title stands below it', () => {
  for (const width of [300, 900]) {
    const box = chartBox(width);
    drawn(box, () => [], { note: 'iteration 300 of 1000, learning rate 0.0003125' });
    expect(overlappingTexts(box)).toEqual([]);
    const texts = ['.gd-y-title', '.gd-note'].map((name) => Number(box.querySelector(name)!.getAttribute('y')));
    expect(texts[1] > texts[0]).toBe(width === 300);
  }
});

test('a page caps the height of panels', () => {
  const box = chartBox(600);
  box.style.setProperty('--gd-chart-height', '120px');
  const { top, bottom } = drawn(box, () => []);
  expect(bottom - top).toBe(120);
});

test('what is read stays where it is when the chart is drawn again, with the new numbers', () => {
  const box = chartBox(600);
  const draw = (factor: number) => {
    const frame = cartesian(box, options);
    const read = (position: number) => ({
      x: frame.x(position),
      lines: [{ text: `${position}: ${position * factor}` }],
    });
    frame.draw([], scrub({ name: 'Read', last: 10, initial: 5, at: (px) => Math.round(frame.x.invert(px)), read }));
  };
  draw(1);
  const slider = box.querySelector('[role=slider]')!;
  expect(slider.getAttribute('aria-valuenow')).toBe('5');
  press(slider, 'ArrowRight');
  draw(10);
  expect(box.querySelector('[role=slider]')).toBe(slider);
  expect(box.querySelector('.gd-readout')!.textContent).toBe('6: 60');
  expect(slider.getAttribute('aria-valuetext')).toBe('6: 60');
});

test('a handle is dragged and moved by keys, on its axes and no further, in a page that scales it too', () => {
  const box = chartBox(600);
  ((box.getRootNode() as ShadowRoot).host as HTMLElement).style.cssText +=
    'transform: scale(0.5); transform-origin: 0 0';
  const onMove = vi.fn();
  const handle = { x: 5, y: 50, label: 'the bend', text: '5' };
  const { x, y } = drawn(box, () => [handles({ handles: [handle], along: 'x', onMove })]);
  const circle = box.querySelector<SVGCircleElement>('.gd-handle')!;
  expect(['role', 'aria-label', 'aria-valuenow'].map((name) => circle.getAttribute(name))).toEqual([
    'slider',
    'the bend',
    '5',
  ]);
  const mouse = (type: string, px: number) => {
    const frame = box.querySelector('.gd-overlay')!.getBoundingClientRect();
    const place = { clientX: frame.left + px / 2, clientY: frame.top + y(20) / 2 };
    circle.dispatchEvent(
      new MouseEvent(type, { ...place, view: window, bubbles: true, cancelable: true, composed: true }),
    );
  };
  mouse('mousedown', x(5));
  mouse('mousemove', x(8));
  expect(onMove.mock.lastCall).toEqual([0, expect.closeTo(8, 0), 50]);
  mouse('mousemove', x(10) + 300);
  expect(onMove.mock.lastCall![1]).toBe(10);
  mouse('mouseup', x(10));
  press(circle, 'ArrowLeft', { shiftKey: true });
  expect(onMove.mock.lastCall).toEqual([0, expect.closeTo(4, 9), 50]);
});

test('handles that nobody listens to are part of a still picture', () => {
  const box = chartBox(600);
  drawn(box, () => [handles({ handles: [{ x: 5, y: 50, label: 'a point' }], along: 'both' })]);
  expect(box.querySelector('[tabindex]')).toBeNull();
});

test('a finger reads what it taps, and not where it scrolls', () => {
  const box = chartBox(600);
  const frame = cartesian(box, options);
  const read = () => ({ x: 100, lines: [{ text: 'read' }] });
  frame.draw([], scrub({ name: 'Read', last: 10, initial: 5, at: () => 3, read }));
  const [hit, readout] = [box.querySelector('.gd-hit')!, box.querySelector<HTMLElement>('.gd-readout')!];
  const finger = { pointerType: 'touch' };
  for (const type of ['pointerdown', 'pointerup', 'pointerleave']) pointer(type, hit, 0.5, 0.5, finger);
  expect(readout.hidden).toBe(false);
  for (const type of ['pointerdown', 'pointercancel', 'pointerleave']) pointer(type, hit, 0.5, 0.5, finger);
  expect(readout.hidden).toBe(true);
});

test('what is no number has no mark: no dot, and lines, areas and webs end there', () => {
  const box = chartBox(600);
  const y = [10, NaN, Infinity, 40];
  drawn(box, () => [
    dots({ y, length: 4 }),
    dots({ name: 'gd-crosses', x: y, y: [1, 2, 3, 4], length: 4, symbol: symbolCross }),
    line({ y, length: 4 }),
    area({ y1: y, length: 4, color: '--gd-accent' }),
    web({ iterates: [1, 2, NaN, 3] }),
  ]);
  expect(box.innerHTML).not.toMatch(/NaN|undefined/);
  expect(['.gd-dots > *', '.gd-crosses > *'].map((marks) => box.querySelectorAll(marks).length)).toEqual([2, 2]);
});
