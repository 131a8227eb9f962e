import { select } from 'd3';
import { drawText, drawYAxis } from './axes';
import { resolveColors } from './kit/colors';
import { one } from './old';
import { formatCount, formatPercent } from './kit/format';
import type { LandscapeLayout } from './landscape';
import { outcomeColor } from './old';
import { scaleSqrt } from './scales';
import type { LandscapeData } from './types';
import { landscapeWords as say } from '../words/charts-descent';

const FADED = 0.15;

/** Every member as a dot on the curve. Dots of one outcome are one path, so that thousands are drawn in a millisecond. */
export function drawDots(
  canvas: HTMLCanvasElement,
  data: LandscapeData,
  { x, y, width, height, left, right, top, bottom }: LandscapeLayout,
): void {
  const ratio = globalThis.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const { population } = data;
  if (!population) return;
  const colors = resolveColors(canvas.parentElement!, data.outcomes.map(outcomeColor));
  const radius = population.theta.length > 1000 ? 2.4 : 3;
  const paths = data.outcomes.map(() => new Path2D());
  for (let i = 0; i < population.theta.length; i++) {
    const px = x(population.theta[i]);
    const py = Math.max(top, y(population.value[i]));
    if (!(px >= left && px <= right && py <= bottom)) continue;
    const path = paths[population.outcome[i]];
    path.moveTo(px + radius, py);
    path.arc(px, py, radius, 0, 2 * Math.PI);
  }
  for (let outcome = paths.length - 1; outcome >= 0; outcome--) {
    context.globalAlpha = data.highlighted === undefined || data.highlighted === outcome ? 0.85 : FADED;
    context.fillStyle = colors[outcome];
    context.fill(paths[outcome]);
  }
}

/**
 * How the population is spread now: the share of runs in each bin. Its scale goes by the square root, the same at
 * every iteration: runs spread out make low bars that would vanish beside those of runs that have gathered.
 */
export function drawDensity(
  svg: SVGSVGElement,
  { population, outcomes, domain, highlighted }: LandscapeData,
  layout: LandscapeLayout,
): void {
  const { left, right, stripTop, stripBottom } = layout;
  const group = one<SVGGElement>(svg, 'g', 'gd-density');
  const count = Math.max(25, Math.min(101, Math.round((right - left) / 9)));
  const total = population?.theta.length ?? 0;
  const height = scaleSqrt([0, 1], [0, stripBottom - stripTop]);
  const across = scaleSqrt([0, 1], [stripBottom, stripTop]);
  const bins = outcomes.map(() => new Float64Array(count));
  const beyond = [0, 0];
  for (let i = 0; i < total; i++) {
    const theta = population!.theta[i];
    if (theta >= domain.low && theta <= domain.high) {
      bins[population!.outcome[i]][
        Math.min(count - 1, Math.floor((count * (theta - domain.low)) / (domain.high - domain.low)))
      ]++;
    } else beyond[theta < domain.low ? 0 : 1]++; // What is no number any more has left to the right as well as anywhere.
  }
  drawYAxis(group, 'gd-share-axis', {
    scale: across,
    ticks: [0.05, 0.25, 1].map((value) => ({ value, label: formatPercent(100 * value) })),
    at: left,
    gridTo: right,
  });

  drawText(group, 'gd-share-title gd-title', 0, stripTop - 13, say('shareAxis'));

  const columns: { outcome: number; d: string }[] = [];
  const step = (right - left) / count;
  const base = new Float64Array(count);
  const sums = Float64Array.from({ length: count }, (_, bin) => bins.reduce((sum, counts) => sum + counts[bin], 0));
  outcomes.forEach((_, outcome) => {
    let d = '';
    for (let bin = 0; bin < count; bin++) {
      const share = bins[outcome][bin];
      if (!share) continue;
      // The whole column follows the scale; the outcomes divide it by their shares.
      const tall = (height(sums[bin] / total) * share) / sums[bin];
      d += `M${left + bin * step + 0.5},${stripBottom - base[bin]}h${Math.max(2, step - 1)}v${-tall}h${-Math.max(2, step - 1)}z`;
      base[bin] += tall;
    }
    columns.push({ outcome, d });
  });
  select(group)
    .selectAll<SVGPathElement, (typeof columns)[number]>('path.gd-column')
    .data(columns)
    .join('path')
    .attr('class', 'gd-column')
    .classed('gd-faded', ({ outcome }) => highlighted !== undefined && highlighted !== outcome)
    .attr('d', ({ d }) => d)
    .style('fill', ({ outcome }) => outcomeColor(outcomes[outcome]));

  drawText(
    group,
    'gd-beyond-low gd-note gd-halo gd-strong',
    left + 6,
    stripTop + 14,
    beyond[0] ? say('beyondLeft', { number: formatCount(beyond[0]) }) : '',
  );
  drawText(
    group,
    'gd-beyond-high gd-note gd-halo gd-strong',
    right - 6,
    stripTop + 14,
    beyond[1] ? say('beyondRight', { number: formatCount(beyond[1]) }) : '',
    'end',
  );
}
