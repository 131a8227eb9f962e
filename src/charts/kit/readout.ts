import { select } from 'd3';
import { one } from './dom';
import { isClear, type Box } from './labels';

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

/** Between the heights that are tried, in pixels. */
const STEP = 16;

/** The place nearest to the usual one at which the box covers neither the point nor what it is to avoid; the usual one if there is none. */
function freePlace(
  usual: { x: number; y: number },
  { x, y, width, height, avoid }: Box & { avoid: readonly Box[] },
  { clientWidth, clientHeight }: HTMLElement,
): { x: number; y: number } {
  const point = { x: x - GAP / 2, y: y - GAP / 2, width: GAP, height: GAP };
  const lefts = [x + GAP, x - GAP - width, Math.min(Math.max(0, x - width / 2), clientWidth - width)];
  const tops = Array.from({ length: Math.max(1, Math.floor((clientHeight - height) / STEP)) }, (_, i) => i * STEP);
  const others = lefts
    .filter((left) => left >= 0 && left + width <= clientWidth)
    .flatMap((left) => tops.map((top) => ({ x: left, y: top })));
  const away = (at: { x: number; y: number }) => Math.hypot(at.x - usual.x, at.y - usual.y);
  const isFree = (at: { x: number; y: number }) => isClear({ ...at, width, height }, [...avoid, point]);
  return [usual, ...others.sort((a, b) => away(a) - away(b))].find(isFree) ?? usual;
}

export function hideReadout(plot: HTMLElement): void {
  one<HTMLDivElement>(plot, 'div', 'gd-readout').hidden = true;
}
