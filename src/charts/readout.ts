import { select } from 'd3';
import { one } from './dom';

/** A line of a readout, with a swatch where it speaks of an outcome. */
export interface ReadoutLine {
  text: string;
  color?: string;
}

/** Shows a small box beside (x, y) of `plot`, kept inside it. It repeats what a focused part says to screen readers. */
export function showReadout(plot: HTMLElement, x: number, y: number, lines: readonly ReadoutLine[]): void {
  const box = one<HTMLDivElement>(plot, 'div', 'gd-readout');
  box.hidden = false;
  box.setAttribute('aria-hidden', 'true');
  select(box).selectAll<HTMLParagraphElement, ReadoutLine>('p').data(lines).join('p').each(function ({ text, color }) {
    select(this).selectAll('span.gd-swatch').data(color ? [color] : []).join('span')
      .attr('class', 'gd-swatch').style('background', (d) => d);
    select(this).selectAll('span.gd-words').data([text]).join('span').attr('class', 'gd-words').text((d) => d);
  });
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = x + 14 + width <= plot.clientWidth ? x + 14 : Math.max(0, Math.min(x - 14 - width, plot.clientWidth - width));
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(Math.max(0, Math.min(y - height / 2, plot.clientHeight - height)))}px`;
}

export function hideReadout(plot: HTMLElement): void {
  one<HTMLDivElement>(plot, 'div', 'gd-readout').hidden = true;
}
