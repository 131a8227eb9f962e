import { select } from 'd3';
import { one } from './dom';
import type { Box } from './labels';

/** A line of a readout, with a swatch where it speaks of an outcome. */
export interface ReadoutLine {
  text: string;
  color?: string;
}

const GAP = 14;

interface ReadoutPlace {
  /** It stands below, whatever it covers. */
  isBelow?: boolean;
  /** What it does not cover where it can stand elsewhere, in pixels of the plot. */
  avoid?: readonly Box[];
}

/** Shows a small box beside (x, y) of `plot`, kept inside it. It repeats what a focused part says to screen readers. */
export function showReadout(
  plot: HTMLElement,
  x: number,
  y: number,
  lines: readonly ReadoutLine[],
  { isBelow = false, avoid = [] }: ReadoutPlace = {},
): void {
  const box = one<HTMLDivElement>(plot, 'div', 'gd-readout');
  box.hidden = false;
  box.setAttribute('aria-hidden', 'true');
  select(box)
    .selectAll<HTMLParagraphElement, ReadoutLine>('p')
    .data(lines)
    .join('p')
    .each(function ({ text, color }) {
      select(this)
        .selectAll('span.gd-swatch')
        .data(color ? [color] : [])
        .join('span')
        .attr('class', 'gd-swatch')
        .style('background', (d) => d);
      select(this)
        .selectAll('span.gd-words')
        .data([text])
        .join('span')
        .attr('class', 'gd-words')
        .text((d) => d);
    });
  const { offsetWidth: width, offsetHeight: height } = box;
  // Beside the point; where there is no room at either side, above or below it.
  const isRight = x + GAP + width <= plot.clientWidth;
  const isBeside = !isBelow && (isRight || x - GAP - width >= 0);
  const beside = isRight ? x + GAP : x - GAP - width;
  const left = isBeside ? beside : Math.min(x - width / 2, plot.clientWidth - width);
  const above = y - GAP - height;
  const top = isBeside ? y - height / 2 : isBelow || above < 0 ? y + GAP : above;
  const usual = { x: Math.max(0, left), y: Math.max(0, isBelow ? top : Math.min(top, plot.clientHeight - height)) };
  const place = avoid.length === 0 ? usual : freePlace(usual, { x, y, width, height, avoid }, plot);
  box.style.left = `${Math.round(place.x)}px`;
  box.style.top = `${Math.round(place.y)}px`;
}

/** How much more it matters not to cover the point than a name of the same size. */
const MATTERS = 1000;

/** The area that two boxes share, with a pixel around the second. */
function shared(a: Box, b: Box): number {
  const along = (from: number, long: number, other: number, far: number) =>
    Math.max(0, Math.min(from + long, other + far + 1) - Math.max(from, other - 1));
  return along(a.x, a.width, b.x, b.width) * along(a.y, a.height, b.y, b.height);
}

/** Between the heights that are tried, in pixels. */
const STEP = 16;

/** The place nearest to the usual one at which the box covers neither the point nor what it is to avoid, or else as little of these as can be. */
function freePlace(
  usual: { x: number; y: number },
  { x, y, width, height, avoid }: Box & { avoid: readonly Box[] },
  { clientWidth, clientHeight }: HTMLElement,
): { x: number; y: number } {
  const point = { x: x - GAP / 2, y: y - GAP / 2, width: GAP, height: GAP };
  const lefts = [
    x + GAP,
    x - GAP - width,
    Math.min(Math.max(0, x - width / 2), clientWidth - width),
    0,
    clientWidth - width,
  ];
  const tops = Array.from({ length: Math.max(1, Math.floor((clientHeight - height) / STEP)) }, (_, i) => i * STEP);
  const others = lefts
    .filter((left) => left >= 0 && left + width <= clientWidth)
    .flatMap((left) => tops.map((top) => ({ x: left, y: top })));
  const away = (at: { x: number; y: number }) => Math.hypot(at.x - usual.x, at.y - usual.y);
  // The point itself is never covered where there is any other place.
  const covered = (at: { x: number; y: number }) => {
    const box = { ...at, width, height };
    return [...avoid, point].reduce((sum, other) => sum + shared(box, other) * (other === point ? MATTERS : 1), 0);
  };
  const places = [usual, ...others.sort((a, b) => away(a) - away(b))];
  const covering = places.map(covered);
  return places[covering.indexOf(Math.min(...covering))];
}

export function hideReadout(plot: HTMLElement): void {
  one<HTMLDivElement>(plot, 'div', 'gd-readout').hidden = true;
}
