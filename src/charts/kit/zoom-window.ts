import type { Interval, ScaleKind } from './scales';

/** The part of a picture that is seen. */
export interface ZoomWindow {
  x: Interval;
  y: Interval;
}

/** An axis that is zoomed: its scale, how many pixels it has, and its whole. */
export interface ZoomAxis {
  scale: Extract<ScaleKind, 'linear' | 'log'>;
  pixels: number;
  home: Interval;
}

export interface ZoomAxes {
  x: ZoomAxis;
  y: ZoomAxis;
}

/** A step: the new window begins at these fractions of the old one, counted from its low ends, and has `factor` times its size. */
export interface ZoomStep {
  x: number;
  y: number;
  factor: number;
}

/** How many float32 numbers a pixel spans at least: with one, rounding would still make neighbours equal. */
const SPACING = 2;

/**
 * The smallest span around an interval in which float32 can still tell neighbouring pixels apart, as a difference or, on
 * a logarithmic axis, as a difference of logarithms: GPUs compute in float32, and deeper pixels would only repeat each other.
 */
export function smallestSpan(scale: ZoomAxis['scale'], [low, high]: Interval, pixels: number): number {
  if (scale === 'log') return pixels * SPACING * 2 ** -23;
  const largest = Math.max(Math.abs(low), Math.abs(high), 2 ** -100);
  // Neighbouring float32 numbers are 2^-23 of their power of two apart.
  return pixels * SPACING * 2 ** (Math.floor(Math.log2(largest)) - 23);
}

export function canZoomIn(window: ZoomWindow, axes: ZoomAxes): boolean {
  return largestFactor(window, axes) < 1 / 1.0001;
}

export function canZoomOut(window: ZoomWindow, { x, y }: ZoomAxes): boolean {
  return !sameWindow(window, { x: x.home, y: y.home });
}

export function sameWindow(a: ZoomWindow, b: ZoomWindow): boolean {
  return a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];
}

/** The window after a step, no deeper than float32 carries and within the whole. */
export function stepped(window: ZoomWindow, step: ZoomStep, axes: ZoomAxes): ZoomWindow {
  // Both sides stop together: the picture keeps its shape.
  const factor = step.factor < 1 ? Math.min(1, Math.max(step.factor, largestFactor(window, axes))) : step.factor;
  const along = (from: number) => (step.factor < 1 ? (from / (1 - step.factor)) * (1 - factor) : from);
  return {
    x: steppedAxis(window.x, along(step.x), factor, axes.x),
    y: steppedAxis(window.y, along(step.y), factor, axes.y),
  };
}

/** Zooming around a point, given as fractions of the window from its low ends. */
export function zoomStep(factor: number, x = 0.5, y = 0.5): ZoomStep {
  return { x: x * (1 - factor), y: y * (1 - factor), factor };
}

const forward = (scale: ZoomAxis['scale']) => (scale === 'log' ? Math.log : (value: number) => value);
const back = (scale: ZoomAxis['scale']) => (scale === 'log' ? Math.exp : (value: number) => value);
const spanOf = (scale: ZoomAxis['scale'], [low, high]: Interval) => forward(scale)(high) - forward(scale)(low);

/** The factor by which the window shrinks to the smallest that can be computed. */
function largestFactor(window: ZoomWindow, axes: ZoomAxes): number {
  const factor = (name: 'x' | 'y') =>
    smallestSpan(axes[name].scale, window[name], axes[name].pixels) / spanOf(axes[name].scale, window[name]);
  return Math.max(factor('x'), factor('y'));
}

function steppedAxis(interval: Interval, from: number, factor: number, { scale, home }: ZoomAxis): Interval {
  const span = spanOf(scale, interval);
  const low = forward(scale)(interval[0]) + from * span;
  const [least, most] = home.map(forward(scale));
  const [first, last] = shiftInto(low, low + span * factor, least, most);
  // The ends of the whole itself, not what a logarithm and back makes of them.
  return [first === least ? home[0] : back(scale)(first), last === most ? home[1] : back(scale)(last)];
}

function shiftInto(low: number, high: number, least: number, most: number): [number, number] {
  // What a rounding error separates from the whole is the whole: zooming out ends there exactly.
  if (high - low >= (most - least) * (1 - 1e-9)) return [least, most];
  if (low < least) return [least, Math.min(most, high + (least - low))];
  if (high > most) return [Math.max(least, low - (high - most)), most];
  return [low, high];
}
