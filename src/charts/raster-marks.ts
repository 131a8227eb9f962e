import { select } from 'd3';
import { drawText } from './axes';
import type { Scale } from './scales';
import { one, set, textWidth } from './old';
import { formatNumber } from './kit/format';
import { placeLabels } from './kit/labels';
import { color } from './kit/palette';
import { outcomeColor } from './old';
import type { RasterData, ThresholdMark } from './types';

type Across = 'theta' | 'rate';

interface MarksFrame {
  x: Scale;
  y: Scale;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A dashed line at each threshold, named inside the picture where there is room. */
export function drawThresholds(
  svg: SVGSVGElement,
  data: RasterData,
  across: Across,
  { x, y, left, right, top, bottom }: MarksFrame,
): void {
  const isVisible = (rate: number) => rate > data.window.rateLow && rate < data.window.rateHigh;
  const visible = data.thresholds.filter(({ predicted }) => isVisible(predicted));
  const place = across === 'theta' ? y : x;
  const bounds = { x: left + 3, y: top + 3, width: right - left - 6, height: bottom - top - 6 };
  const boxes = placeLabels(
    visible.map((threshold) => {
      const at = place(threshold.predicted);
      const size = { width: textWidth(svg, thresholdName(threshold), 11, 600) + 24, height: 18 };
      if (across === 'theta') return [at - 21, at + 3].map((y) => ({ x: right - 4 - size.width, y, ...size }));
      return [0, 1, 2].flatMap((row) =>
        [at + 4, at - 4 - size.width].map((x) => ({ x, y: top + 4 + row * 20, ...size })),
      );
    }),
    bounds,
  );
  const labels = new Map(visible.map((threshold, i) => [threshold, boxes[i]]));
  const group = one<SVGGElement>(svg, 'g', 'gd-thresholds');
  select(group)
    .selectAll<SVGGElement, (typeof visible)[number]>('g')
    .data(visible)
    .join('g')
    .each(function (threshold) {
      const at = place(threshold.predicted);
      this.classList.toggle('gd-faded', data.highlighted !== undefined && data.highlighted !== threshold.outcome);
      const ends =
        across === 'theta' ? { x1: left, x2: right, y1: at, y2: at } : { x1: at, x2: at, y1: top, y2: bottom };
      // On top of any colour: a light line under the dark dashes.
      set(one(this, 'line', 'gd-under'), ends);
      set(one(this, 'line', 'gd-threshold'), ends);
      const label = labels.get(threshold);
      set(
        one(this, 'rect', 'gd-plate'),
        label ? { x: label.x, y: label.y, width: label.width, height: label.height, rx: 3 } : { width: 0, height: 0 },
      );
      const chip = one<SVGRectElement>(this, 'rect', 'gd-chip');
      set(chip, label ? { x: label.x + 5, y: label.y + 5, width: 8, height: 8, rx: 1.5 } : { width: 0, height: 0 });
      chip.style.fill = outcomeColor(data.outcomes[threshold.outcome]);
      drawText(
        this,
        'gd-note gd-strong',
        (label?.x ?? 0) + 18,
        (label?.y ?? 0) + 13,
        label ? thresholdName(threshold) : '',
      );
    });
}

function thresholdName({ predicted }: ThresholdMark): string {
  return `2/f″ = ${formatNumber(predicted)}`;
}

/** A ring at the picked start and rate; a line where only the rate is picked. */
export function drawPicked(
  svg: SVGSVGElement,
  { picked, window }: RasterData,
  across: Across,
  { x, y, left, right, top, bottom }: MarksFrame,
): void {
  const group = one<SVGGElement>(svg, 'g', 'gd-picked');
  const isInside = picked && picked.learningRate >= window.rateLow && picked.learningRate <= window.rateHigh;
  if (!isInside) {
    group.replaceChildren();
    return;
  }
  const at = across === 'theta' ? y(picked.learningRate) : x(picked.learningRate);
  const ends = across === 'theta' ? { x1: left, x2: right, y1: at, y2: at } : { x1: at, x2: at, y1: top, y2: bottom };
  set(one(group, 'line', 'gd-under'), ends);
  set(one(group, 'line', 'gd-selected'), ends);
  const { start } = picked;
  const points = start !== undefined && start >= window.low && start <= window.high ? [start] : [];
  const [cx, cy] = across === 'theta' ? [x, () => at] : [() => at, y];
  select(group)
    .selectAll<SVGCircleElement, number>('circle')
    .data(points)
    .join('circle')
    .attr('cx', cx)
    .attr('cy', cy)
    .attr('r', 6)
    .style('fill', 'currentColor')
    .style('stroke', color('--gd-surface'))
    .style('stroke-width', '2');
}
