import { select } from 'd3';
import { drawText, type PlotLayout } from './axes';
import { one, textWidth } from './old';
import { color } from './kit/palette';

/** A cross at the upper edge for every rate whose loss is beyond the picture. */
export function drawBeyond(svg: SVGSVGElement, marks: readonly { x: number; color?: string }[], top: number): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-crosses');
  select(group)
    .selectAll<SVGPathElement, (typeof marks)[number]>('path')
    .data(marks)
    .join('path')
    .attr('d', ({ x }) => `M${x},${top + 7}m-3,-3l6,6m0,-6l-6,6`)
    .style('fill', 'none')
    .style('stroke-width', 1.25)
    .style('stroke', (mark) => color(mark.color ?? '--gd-diverged'));
}

/** A dashed line at the rate that theory names; above it, that in words, and below these what was measured. */
export function drawLimit(
  svg: SVGSVGElement,
  predicted: number,
  words: readonly [string, string],
  { x, left, right, top, bottom }: PlotLayout,
): SVGGElement {
  const group = one<SVGGElement>(svg, 'g', 'gd-threshold-mark');
  const lines = x(predicted) >= left && x(predicted) <= right ? [predicted] : [];
  select(group)
    .selectAll('line')
    .data(lines)
    .join('line')
    .attr('class', 'gd-threshold')
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', top - 24)
    .attr('y2', bottom);
  const wide = Math.max(textWidth(svg, words[0], 11, 600), textWidth(svg, words[1], 11));
  const at = Math.max(left, Math.min(right - wide, x(predicted) - wide / 2)) || left;
  drawText(group, 'gd-predicted gd-note gd-halo gd-strong', at, 12, words[0]);
  drawText(group, 'gd-measured gd-note gd-halo', at, 27, words[1]);
  return group;
}
