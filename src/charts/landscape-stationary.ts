import { select } from 'd3';
import { set, textWidth } from './old';
import { formatNumber } from './kit/format';
import { onEmphasis } from './kit/key';
import { placeLabels, type Box } from './kit/labels';
import type { LandscapeLayout } from './landscape';
import { color } from './kit/palette';
import { outcomeColor } from './old';
import { circlePath, diamondPath } from './paths';
import type { LandscapeData, StationaryMark } from './types';
import { chartWords as say } from './kit/words';

const LINE = 14;

/** The stationary points, each labelled where there is room; minima can be pointed at, focused and pressed. Returns the places taken. */
export function drawStationary(svg: SVGSVGElement, data: LandscapeData, layout: LandscapeLayout): Box[] {
  const { x, y, left, right, top, bottom, variable } = layout;
  // Minima first: where labels compete for room, theirs matter more.
  const points = data.stationary
    .filter(
      ({ theta, value }) =>
        theta >= data.domain.low &&
        theta <= data.domain.high &&
        Number.isFinite(value) &&
        y(value) >= top &&
        y(value) <= bottom,
    )
    .sort((a, b) => Number(a.kind === 'maximum') - Number(b.kind === 'maximum'));
  const words = points.map((point) => labelOf(point, data, variable));
  const bounds: Box = { x: left + 2, y: top, width: right - left, height: bottom - top + 12 };
  const into = (box: Box) => ({ ...box, x: Math.min(Math.max(box.x, bounds.x), bounds.x + bounds.width - box.width) });
  const candidates = points.map((point, i) =>
    placesFor(x(point.theta), y(point.value), point.kind, sizeOf(svg, words[i])).map(into),
  );
  const markers: Box[] = points.map(({ theta, value }) => ({
    x: x(theta) - 7,
    y: y(value) - 7,
    width: 14,
    height: 14,
  }));
  const boxes = placeLabels(candidates, bounds, markers);

  select(svg)
    .selectAll<SVGGElement, StationaryMark>('g.gd-mark')
    .data(points)
    .join('g')
    .attr('class', 'gd-mark')
    .each(function (point, i) {
      const isFaded =
        data.highlighted !== undefined && point.outcome !== undefined && point.outcome !== data.highlighted;
      this.classList.toggle('gd-faded', isFaded);
      const isMinimum = point.kind === 'minimum' && point.outcome !== undefined;
      const fill = isMinimum ? outcomeColor(data.outcomes[point.outcome!]) : color('--gd-maximum');
      const [cx, cy] = [x(point.theta), y(point.value)];
      const mark = select(this);
      mark
        .selectAll('circle')
        .data([0])
        .join('circle')
        .attr('class', 'gd-mark-ring')
        .attr('cx', cx)
        .attr('cy', cy)
        .attr('r', 12);
      mark
        .selectAll('path')
        .data([point])
        .join('path')
        .attr('transform', `translate(${cx},${cy})`)
        .attr('d', isMinimum ? circlePath(95) : diamondPath(60))
        .style('fill', isMinimum ? fill : color('--gd-surface'))
        .style('stroke', isMinimum ? color('--gd-surface') : fill)
        .style('stroke-width', '2');
      const box = boxes[i];
      mark
        .selectAll<SVGTextElement, string>('text')
        .data(box ? words[i] : [])
        .join('text')
        .attr('class', (_, row) => `gd-halo gd-note${row === 0 ? ' gd-strong' : ''}`)
        .attr('text-anchor', 'middle')
        .attr('x', box ? box.x + box.width / 2 : 0)
        .attr('y', (_, row) => (box ? box.y + 11 + row * LINE : 0))
        .text((d) => d);
      if (!isMinimum || !(data.onHoverOutcome || data.onPickOutcome)) {
        set(this, { 'aria-hidden': true });
        return;
      }
      set(this, {
        role: 'button',
        tabindex: 0,
        'aria-label': words[i].join(', '),
        'aria-pressed': data.highlighted === point.outcome,
      });
      onEmphasis(this, point.outcome!, data.highlighted, data.onHoverOutcome, data.onPickOutcome);
      this.onkeydown = (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        this.dispatchEvent(new MouseEvent('click'));
      };
    });
  return [...markers, ...boxes.flatMap((box) => box ?? [])];
}

function labelOf(point: StationaryMark, { outcomes }: LandscapeData, variable: string): string[] {
  const place = `${variable} = ${formatNumber(point.theta)}`;
  if (point.kind === 'maximum') return [say('maximum'), place];
  const label = outcomes[point.outcome ?? -1]?.label ?? say('minimum');
  return [label.length > 28 ? `${label.slice(0, 27)}…` : label, place, `2/f″ = ${formatNumber(point.threshold)}`];
}

function sizeOf(svg: SVGElement, words: readonly string[]): { width: number; height: number } {
  return {
    width: Math.max(...words.map((text, i) => textWidth(svg, text, 11, i === 0 ? 600 : 400))),
    height: words.length * LINE,
  };
}

/** Below a minimum and above a maximum the curve leaves room, also a little aside; then on the other side. */
function placesFor(
  x: number,
  y: number,
  kind: StationaryMark['kind'],
  { width, height }: { width: number; height: number },
): Box[] {
  const aside = [0, 0.25, -0.25, 0.5, -0.5];
  const row = (top: number) => aside.map((share) => ({ x: x - width / 2 + share * width, y: top, width, height }));
  const [below, above] = [row(y + 11), row(y - 11 - height)];
  return kind === 'minimum' ? [...below, ...above] : [...above, ...below];
}
