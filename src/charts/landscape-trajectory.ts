import { select } from 'd3';
import { drawText } from './axes';
import { idOf, one, set, textWidth } from './old';
import { formatNumber } from './kit/format';
import { placeLabels, type Box } from './kit/labels';
import type { LandscapeLayout } from './landscape';
import { color } from './kit/palette';
import type { LandscapeData } from './types';
import { landscapeWords as say } from '../words/charts-descent';

const RECENT = 12;
/** Pixels: farther than this, a point's exact place no longer changes a line's direction in the picture. */
const FAR = 1e6;

/** The followed run: its path so far, recent steps strongest, with its start and where it is now. */
export function drawTrajectory(
  svg: SVGSVGElement,
  { trajectory, variable = 'θ', domain }: LandscapeData,
  layout: LandscapeLayout,
  taken: readonly Box[],
): void {
  const { x, y, left, right, top, bottom } = layout;
  const group = one<SVGGElement>(svg, 'g', 'gd-trajectory');
  if (!trajectory) {
    group.replaceChildren();
    return;
  }
  const now = Math.min(trajectory.upTo, trajectory.theta.length - 1);
  const inside = (i: number) => trajectory.theta[i] >= domain.low && trajectory.theta[i] <= domain.high;
  const height = (i: number) => (Number.isFinite(trajectory.value[i]) ? y(trajectory.value[i]) : -FAR);
  // Lines leave the picture in their own direction and are cut at its edge; marks stay inside.
  const beyond = (i: number): [number, number] => [
    between(-FAR, x(trajectory.theta[i]), FAR),
    between(-FAR, height(i), FAR),
  ];
  const at = (i: number): [number, number] => [
    between(left, x(trajectory.theta[i]), right),
    between(top, height(i), bottom),
  ];
  const isVisible = (i: number) => inside(i) && height(i) >= top - 0.5;
  const clip = one<SVGElement>(svg, 'clipPath', 'gd-clip');
  set(clip, { id: idOf(svg) });
  set(one(clip, 'rect', 'gd-clip-box'), { x: left, y: top, width: right - left, height: bottom - top });
  const lines = one<SVGGElement>(group, 'g', 'gd-steps');
  set(lines, { 'clip-path': `url(#${idOf(svg)})` });
  let older = '';
  for (let i = 0; i <= Math.max(0, now - RECENT); i++)
    older += `${i ? 'L' : 'M'}${beyond(i)
      .map((v) => v.toFixed(1))
      .join(',')}`;
  const path = one<SVGPathElement>(lines, 'path', 'gd-older');
  set(path, { d: older, opacity: 0.3 });
  path.style.fill = 'none';
  path.style.stroke = 'currentColor';
  const steps = Array.from({ length: Math.min(RECENT, now) }, (_, i) => now - Math.min(RECENT, now) + i);
  select(lines)
    .selectAll('line')
    .data(steps)
    .join('line')
    .attr('x1', (i) => beyond(i)[0])
    .attr('y1', (i) => beyond(i)[1])
    .attr('x2', (i) => beyond(i + 1)[0])
    .attr('y2', (i) => beyond(i + 1)[1])
    .attr('opacity', (_, i) => 0.35 + (0.65 * (i + 1)) / steps.length)
    .style('stroke', 'currentColor')
    .style('stroke-width', '1.75');
  select(group)
    .selectAll('circle')
    .data([0, ...steps.map((i) => i + 1)].filter((i) => i === now || isVisible(i)))
    .join('circle')
    .attr('cx', (i) => at(i)[0])
    .attr('cy', (i) => at(i)[1])
    .attr('r', (i) => (i === now ? 6 : i === 0 ? 5 : 2.5))
    .style('fill', (i) => (i === 0 && now > 0 ? color('--gd-surface') : 'currentColor'))
    .style('stroke', (i) => (i === 0 && now > 0 ? 'currentColor' : color('--gd-surface')))
    .style('stroke-width', (i) => (i === now || i === 0 ? '2' : '1'));
  const theta = trajectory.theta[now];
  const gone = inside(now) ? '' : theta < domain.low ? `← ${formatNumber(theta, 3)}` : `${formatNumber(theta, 3)} →`;
  const labels = [
    { name: 'gd-start', text: say('start', { variable, theta: formatNumber(trajectory.theta[0]) }), place: at(0) },
    { name: 'gd-gone', text: gone, place: at(now) },
  ];
  const boxes = placeLabels(
    labels.map(({ text, place }) => besides(place, textWidth(svg, text, 11, 600))),
    { x: left, y: top, width: right - left, height: bottom - top },
    taken,
  );
  labels.forEach(({ name, text }, i) =>
    drawText(
      group,
      `${name} gd-note gd-halo gd-strong`,
      boxes[i]?.x ?? 0,
      (boxes[i]?.y ?? 0) + 11,
      boxes[i] ? text : '',
    ),
  );
}

/** The four places for a label beside a point. */
function besides([x, y]: readonly [number, number], width: number): Box[] {
  const size = { width, height: 14 };
  return [y - 18, y + 6].flatMap((top) => [
    { x: x + 10, y: top, ...size },
    { x: x - 10 - width, y: top, ...size },
  ]);
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
