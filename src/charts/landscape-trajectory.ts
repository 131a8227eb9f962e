import { line, select } from 'd3';
import * as plot from './kit';
import { formatNumber } from './kit/format';
import { landscapeWords as say, type LandscapeData } from './landscape-data';

/** Steps that are drawn strong. */
const RECENT = 12;
/** Pixels: farther than this, a point's exact place no longer changes a line's direction in the picture. */
const FAR = 1e6;

/**
 * The followed run: its path so far, recent steps strongest, with its start and where it is now.
 *
 * @param taken where no text may stand
 * @param curve where it may stand if there is no other room
 */
export function trajectoryMarks(
  { followed, variable = 'θ', domain }: LandscapeData,
  frame: plot.Frame,
  taken: readonly plot.Box[],
  curve: readonly plot.Box[],
): { marks: plot.Mark[]; taken: readonly plot.Box[] } {
  if (!followed) return { marks: [], taken: [] };
  const { x, y, left, right, top, bottom, measure } = frame;
  const now = Math.min(followed.upTo, followed.theta.length - 1);
  // On the way to an iterate the run is drawn where it is.
  const theta = Float64Array.from(followed.theta);
  const value = Float64Array.from(followed.value);
  theta[now] = followed.here.theta;
  value[now] = followed.here.value;
  const recent = Math.min(RECENT, now);
  const isInside = (i: number) => theta[i] >= domain.low && theta[i] <= domain.high;
  const height = (i: number) => (Number.isFinite(value[i]) ? y(value[i]) : -FAR);
  const between = (low: number, place: number, high: number) => Math.min(high, Math.max(low, place));
  // Lines leave the picture in their own direction and are cut at its edge; marks stay inside.
  const beyond = (i: number) => [between(-FAR, x(theta[i]), FAR), between(-FAR, height(i), FAR)] as [number, number];
  const at = (i: number) => [between(left, x(theta[i]), right), between(top, height(i), bottom)] as const;
  const steps = Array.from({ length: recent }, (_, i) => now - recent + i);
  const points = [0, ...steps.map((i) => i + 1)].filter((i) => i === now || (isInside(i) && height(i) >= top - 0.5));
  const gone = theta[now] < domain.low ? `← ${formatNumber(theta[now], 3)}` : `${formatNumber(theta[now], 3)} →`;
  const texts = [
    { text: say('start', { variable, theta: formatNumber(theta[0]) }), place: at(0) },
    { text: isInside(now) ? '' : gone, place: at(now) },
  ];
  const { mark: words, boxes } = plot.placedLabels(
    'gd-trajectory-labels',
    frame,
    texts.map(({ text, place: [px, py] }) => {
      const wide = measure(text, 11, 600);
      const sides = [px + 10, px - 10 - wide];
      const places = [py - 18, py + 6, py - 32, py + 20, py - 46, py + 34].flatMap((up) =>
        sides.map((aside) => ({ x: aside, y: up, width: wide, height: 14 })),
      );
      const clear = places.filter((place) => plot.isClear(place, curve));
      // Rather on the curve than nowhere: it is all that tells where the run began, or has gone to.
      return { text, look: 'gd-strong', places: [...clear, ...places].map(({ x, y }) => [x, y] as const) };
    }),
    taken,
  );
  const marks: plot.Mark[] = [
    {
      name: 'gd-trajectory',
      isInteractive: true,
      draw(group) {
        group.style.pointerEvents = 'none';
        const clipped = plot.one<SVGGElement>(group, 'g', 'gd-steps');
        clipped.setAttribute('clip-path', frame.clip);
        const older = line<number>(
          (i) => beyond(i)[0],
          (i) => beyond(i)[1],
        ).digits(1)(Array.from({ length: now - recent + 1 }, (_, i) => i));
        select(plot.one<SVGPathElement>(clipped, 'path', 'gd-older gd-series'))
          .attr('d', older)
          .style('stroke', 'currentColor')
          .style('stroke-opacity', 0.3);
        select(clipped)
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
        const isHollow = (i: number) => i === 0 && now > 0;
        select(group)
          .selectChildren('circle')
          .data(points)
          .join('circle')
          .attr('cx', (i) => at(i)[0])
          .attr('cy', (i) => at(i)[1])
          .attr('r', (i) => (i === now ? 6 : i === 0 ? 5 : 2.5))
          .style('fill', (i) => (isHollow(i) ? plot.color('--gd-surface') : 'currentColor'))
          .style('stroke', (i) => (isHollow(i) ? 'currentColor' : plot.color('--gd-surface')))
          .style('stroke-width', (i) => (i === now || i === 0 ? '2' : '1'));
      },
    },
    words,
  ];
  return { marks, taken: boxes.flatMap((box) => box ?? []) };
}
