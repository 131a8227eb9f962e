import { scaleSqrt, select } from 'd3';
import { drawText, drawYAxis } from './axes';
import { resolveColors } from './colors';
import { one, set, textWidth } from './dom';
import { formatCount, formatNumber } from './format';
import { placeLabels, type Box } from './labels';
import type { LandscapeLayout } from './landscape';
import { color, outcomeColor } from './palette';
import type { LandscapeData } from './types';

const FADED = 0.15;

/** Every member as a dot on the curve. Dots of one outcome are one path, so that thousands are drawn in a millisecond. */
export function drawDots(canvas: HTMLCanvasElement, data: LandscapeData, { x, y, width, height, left, right, top, bottom }: LandscapeLayout): void {
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
export function drawDensity(svg: SVGSVGElement, { population, outcomes, domain, highlighted }: LandscapeData, layout: LandscapeLayout): void {
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
      bins[population!.outcome[i]][Math.min(count - 1, Math.floor((count * (theta - domain.low)) / (domain.high - domain.low)))]++;
    } else beyond[theta < domain.low ? 0 : 1]++; // What is no number any more has left to the right as well as anywhere.
  }
  drawYAxis(group, 'gd-share-axis', { scale: across, ticks: [0.05, 0.25, 1].map((value) => ({ value, label: `${100 * value}\u202f%` })), at: left, gridTo: right });

  drawText(group, 'gd-share-title gd-title', 0, stripTop - 13, '↑ share of runs (square-root scale)');

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
  select(group).selectAll<SVGPathElement, (typeof columns)[number]>('path.gd-column').data(columns).join('path').attr('class', 'gd-column')
    .classed('gd-faded', ({ outcome }) => highlighted !== undefined && highlighted !== outcome)
    .attr('d', ({ d }) => d).style('fill', ({ outcome }) => outcomeColor(outcomes[outcome]));

  drawText(group, 'gd-beyond-low gd-note gd-halo gd-strong', left + 6, stripTop + 14, beyond[0] ? `← ${formatCount(beyond[0])} beyond` : '');
  drawText(group, 'gd-beyond-high gd-note gd-halo gd-strong', right - 6, stripTop + 14, beyond[1] ? `${formatCount(beyond[1])} beyond →` : '', 'end');
}

const RECENT = 12;

/** The followed run: its path so far, recent steps strongest, with its start and where it is now. */
export function drawTrajectory(svg: SVGSVGElement, { trajectory, variable = 'θ', domain }: LandscapeData, layout: LandscapeLayout, taken: readonly Box[]): void {
  const { x, y, left, right, top, bottom } = layout;
  const group = one<SVGGElement>(svg, 'g', 'gd-trajectory');
  if (!trajectory) {
    group.replaceChildren();
    return;
  }
  const now = Math.min(trajectory.upTo, trajectory.theta.length - 1);
  const inside = (i: number) => trajectory.theta[i] >= domain.low && trajectory.theta[i] <= domain.high;
  const at = (i: number): [number, number] => [
    Math.min(right, Math.max(left, x(trajectory.theta[i]))),
    Math.min(bottom, Math.max(top, Number.isFinite(trajectory.value[i]) ? y(trajectory.value[i]) : top)),
  ];
  let older = '';
  for (let i = 0; i <= Math.max(0, now - RECENT); i++) older += `${i ? 'L' : 'M'}${at(i).map((v) => v.toFixed(1)).join(',')}`;
  const path = one<SVGPathElement>(group, 'path', 'gd-older');
  set(path, { d: older, opacity: 0.3 });
  path.style.fill = 'none';
  path.style.stroke = 'currentColor';
  const steps = Array.from({ length: Math.min(RECENT, now) }, (_, i) => now - Math.min(RECENT, now) + i);
  select(group).selectAll('line').data(steps).join('line')
    .attr('x1', (i) => at(i)[0]).attr('y1', (i) => at(i)[1]).attr('x2', (i) => at(i + 1)[0]).attr('y2', (i) => at(i + 1)[1])
    .attr('opacity', (_, i) => 0.35 + (0.65 * (i + 1)) / steps.length)
    .style('stroke', 'currentColor').style('stroke-width', '1.75');
  select(group).selectAll('circle').data([0, ...steps.map((i) => i + 1)]).join('circle')
    .attr('cx', (i) => at(i)[0]).attr('cy', (i) => at(i)[1])
    .attr('r', (i) => (i === now ? 6 : i === 0 ? 5 : 2.5))
    .style('fill', (i) => (i === 0 && now > 0 ? color('--gd-surface') : 'currentColor'))
    .style('stroke', (i) => (i === 0 && now > 0 ? 'currentColor' : color('--gd-surface'))).style('stroke-width', (i) => (i === now || i === 0 ? '2' : '1'));
  const theta = trajectory.theta[now];
  const gone = inside(now) ? '' : theta < domain.low ? `← ${formatNumber(theta, 3)}` : `${formatNumber(theta, 3)} →`;
  const labels = [
    { name: 'gd-start', text: `start ${variable} = ${formatNumber(trajectory.theta[0])}`, place: at(0) },
    { name: 'gd-gone', text: gone, place: at(now) },
  ];
  const boxes = placeLabels(labels.map(({ text, place }) => besides(place, textWidth(svg, text, 11, 600))), { x: left, y: top, width: right - left, height: bottom - top }, taken);
  labels.forEach(({ name, text }, i) => drawText(group, `${name} gd-note gd-halo gd-strong`, boxes[i]?.x ?? 0, (boxes[i]?.y ?? 0) + 11, boxes[i] ? text : ''));
}

/** The four places for a label beside a point. */
function besides([x, y]: readonly [number, number], width: number): Box[] {
  const size = { width, height: 14 };
  return [y - 18, y + 6].flatMap((top) => [{ x: x + 10, y: top, ...size }, { x: x - 10 - width, y: top, ...size }]);
}
