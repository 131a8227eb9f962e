import { select } from 'd3';
import { one } from './dom';

/** A line of a readout, with a swatch where it speaks of an outcome. */
export interface ReadoutLine {
  text: string;
  color?: string;
}

const GAP = 14;

/**
 * Shows a small box beside (x, y) of `plot`, kept inside it, or below there, whatever it covers. It repeats what a focused
 * part says to screen readers.
 */
export function showReadout(
  plot: HTMLElement,
  x: number,
  y: number,
  lines: readonly ReadoutLine[],
  isBelow = false,
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
  box.style.left = `${Math.round(Math.max(0, left))}px`;
  box.style.top = `${Math.round(Math.max(0, isBelow ? top : Math.min(top, plot.clientHeight - height)))}px`;
}

export function hideReadout(plot: HTMLElement): void {
  one<HTMLDivElement>(plot, 'div', 'gd-readout').hidden = true;
}
