import type { RasterWindow } from './types';

/** How many pixels a window is shown with: across the iterate (or start) and across the learning rate. */
export interface RasterPixels {
  theta: number;
  rate: number;
}

/** How many float32 numbers a pixel spans at least: with one, rounding would still make neighbours equal. */
const SPACING = 2;

/**
 * The smallest window around `window` in which float32 can still tell neighbouring pixels apart, as a span of theta
 * and as a span of ln(rate): the engine on the GPU computes in float32, and deeper pixels would only repeat each other.
 */
export function minimumSpan(window: RasterWindow, pixels: RasterPixels): { theta: number; logRate: number } {
  const largest = Math.max(Math.abs(window.low), Math.abs(window.high), 2 ** -100);
  // Neighbouring float32 numbers are 2^-23 of their power of two apart.
  const ulp = 2 ** (Math.floor(Math.log2(largest)) - 23);
  return { theta: pixels.theta * SPACING * ulp, logRate: pixels.rate * SPACING * 2 ** -23 };
}

export function canZoomIn(window: RasterWindow, pixels: RasterPixels): boolean {
  const smallest = minimumSpan(window, pixels);
  return thetaSpan(window) > smallest.theta * 1.0001 && logSpan(window) > smallest.logRate * 1.0001;
}

export function canZoomOut(window: RasterWindow, home: RasterWindow): boolean {
  return !sameWindow(window, home);
}

/**
 * The window with its sides multiplied by `factor` around a point in it (fractions from low to high), no deeper than
 * float32 carries and no wider than `home`.
 */
export function zoomWindow(
  window: RasterWindow,
  factor: number,
  at: { theta: number; rate: number },
  home: RasterWindow,
  pixels: RasterPixels,
): RasterWindow {
  let by = factor;
  if (factor < 1) {
    const smallest = minimumSpan(window, pixels);
    // Both sides stop together: the picture keeps its shape.
    by = Math.min(1, Math.max(factor, smallest.theta / thetaSpan(window), smallest.logRate / logSpan(window)));
  }
  const theta = window.low + at.theta * thetaSpan(window);
  const logRate = Math.log(window.rateLow) + at.rate * logSpan(window);
  return withinHome(
    {
      low: theta - (theta - window.low) * by,
      high: theta + (window.high - theta) * by,
      rateLow: Math.exp(logRate - (logRate - Math.log(window.rateLow)) * by),
      rateHigh: Math.exp(logRate + (Math.log(window.rateHigh) - logRate) * by),
    },
    home,
  );
}

/** The window moved by fractions of its own sides. */
export function panWindow(window: RasterWindow, by: { theta: number; rate: number }, home: RasterWindow): RasterWindow {
  const theta = by.theta * thetaSpan(window);
  const factor = Math.exp(by.rate * logSpan(window));
  return withinHome(
    {
      low: window.low + theta,
      high: window.high + theta,
      rateLow: window.rateLow * factor,
      rateHigh: window.rateHigh * factor,
    },
    home,
  );
}

export function sameWindow(a: RasterWindow, b: RasterWindow): boolean {
  return a.low === b.low && a.high === b.high && a.rateLow === b.rateLow && a.rateHigh === b.rateHigh;
}

/** Shifted, and cut where it is wider, to lie in `home`. */
function withinHome(window: RasterWindow, home: RasterWindow): RasterWindow {
  const [low, high] = shiftInto(window.low, window.high, home.low, home.high);
  const [logLow, logHigh] = shiftInto(
    Math.log(window.rateLow),
    Math.log(window.rateHigh),
    Math.log(home.rateLow),
    Math.log(home.rateHigh),
  );
  return {
    low,
    high,
    // The ends of `home` itself, not what a logarithm and back makes of them.
    rateLow: logLow === Math.log(home.rateLow) ? home.rateLow : Math.exp(logLow),
    rateHigh: logHigh === Math.log(home.rateHigh) ? home.rateHigh : Math.exp(logHigh),
  };
}

function shiftInto(low: number, high: number, least: number, most: number): [number, number] {
  // What a rounding error separates from the whole is the whole: zooming out ends at home exactly.
  if (high - low >= (most - least) * (1 - 1e-9)) return [least, most];
  if (low < least) return [least, Math.min(most, high + (least - low))];
  if (high > most) return [Math.max(least, low - (high - most)), most];
  return [low, high];
}

function thetaSpan({ low, high }: RasterWindow): number {
  return high - low;
}

function logSpan({ rateLow, rateHigh }: RasterWindow): number {
  return Math.log(rateHigh / rateLow);
}
