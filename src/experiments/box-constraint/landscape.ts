import * as kit from '../../charts/kit';
import { linearSpaced } from '../../math/spacing';
import { format, lastOf, phiDomain, PHI, PROJECTION, startHandle, type Picture } from './shown';
import { say } from './words';

const POINTS = 401;
const BESIDE = 620;
const GAP = 22;

const draw = kit.holdingAxes<Picture, kit.Interval>(phiDomain, (container, data, domain, grip) => {
  const { problem } = data;
  const { value, thetaOf, parameters, result, minima } = problem;
  const { lower, upper, start } = parameters;
  const root = kit.chartRoot(container);
  const total = kit.widthOf(root, data.width);
  const isWide = total >= BESIDE;
  const width = isWide ? Math.floor((total - GAP) / 2) : total;
  kit.drawKey(root, {
    entries: [
      { label: say('throughPhi'), color: PHI, look: '' },
      { label: say('byProjection'), color: PROJECTION, look: '' },
    ],
  });
  const columns = kit.one<HTMLElement>(root, 'div', 'gd-columns');
  columns.style.gap = `${GAP}px`;
  columns.classList.toggle('gd-stacked', !isWide);
  const k = lastOf(data);
  const phi = result.phi.slice(0, k + 1);
  const theta = result.theta.slice(0, k + 1);
  const projected = result.projected.slice(0, k + 1);
  const margin = 0.35 * (upper - lower);
  const weights = linearSpaced(lower - margin, upper + margin, POINTS);
  const phis = linearSpaced(domain[0], domain[1], POINTS);
  const inBox = linearSpaced(lower, upper, POINTS).map(value).filter(Number.isFinite);
  // Both pictures have one height, so that the same dot stands as high in both.
  const heights = kit.curveDomain(inBox, value(thetaOf(start)));
  const height = isWide ? 280 : 220;

  const over = kit.cartesian(kit.one<HTMLElement>(columns, 'div', 'gd-over-theta'), {
    width,
    height,
    x: { domain: [weights[0], weights[POINTS - 1]], title: 'θ →' },
    y: { domain: heights, title: '↑ J(θ)', grid: true },
    summary: landscape.summarize(data),
  });
  over.draw([
    kit.band({ x: [[lower, upper]], color: PHI, opacity: 0.08 }),
    kit.rule({ name: 'gd-bounds', x: [lower, upper], look: 'gd-threshold' }),
    kit.line({ name: 'gd-curve', x: weights, y: weights.map(value), length: POINTS, look: 'gd-heavy' }),
    kit.dots({
      name: 'gd-minima',
      x: minima.map((one) => one.theta),
      y: minima.map((one) => one.value),
      length: minima.length,
      radius: 5,
      color: '--gd-surface',
      stroke: '--gd-text',
    }),
    kit.dots({
      name: 'gd-projected',
      x: projected,
      y: projected.map(value),
      length: projected.length,
      radius: 6,
      isHollow: true,
      color: PROJECTION,
      clip: true,
    }),
    ...kit.trajectory({ panel: over, x: theta, y: theta.map(value), color: PHI }),
    kit.labels('gd-notes', [{ text: say('box'), x: (lower + upper) / 2, top: 14, anchor: 'middle' }]),
  ]);

  const flat = kit.cartesian(kit.one<HTMLElement>(columns, 'div', 'gd-over-phi'), {
    width,
    height,
    x: { domain, title: 'φ →' },
    y: { domain: heights, title: '↑ J(θ(φ))', grid: true },
    summary: landscape.summarize(data),
  });
  flat.draw([
    kit.line({ name: 'gd-curve', x: phis, y: (i) => value(thetaOf(phis[i])), length: POINTS, look: 'gd-heavy' }),
    ...kit.trajectory({ panel: flat, x: phi, y: theta.map(value), color: PHI }),
    // Where J is no number the start stays in reach, at the lower edge.
    startHandle(
      data,
      kit.within(heights)(Number.isNaN(value(thetaOf(start))) ? heights[0] : value(thetaOf(start))),
      grip,
    ),
  ]);
});

/** J over the weight, with the box, and J over phi. */
export const landscape: kit.Chart<Picture> = {
  draw,
  summarize(data) {
    const { problem } = data;
    const k = lastOf(data);
    const { theta, gradients } = problem.result;
    const slope = problem.gradient(theta[k]);
    if (!Number.isFinite(slope)) return `${say('sameFunction')} ${say('stoppedAt', { theta: format(theta[k]) })}`;
    return `${say('sameFunction')} ${say('landscapeWords', { slope: format(slope), flat: format(gradients[k]) })}`;
  },
  table({ problem: { result, value, minima } }) {
    const k = result.phi.map((_, k) => k);
    return {
      iteration: k,
      phi: result.phi,
      theta: result.theta,
      loss: result.theta.map(value),
      gradient: result.gradients,
      projected: k.map((k) => result.projected[k] ?? ''),
      minimum: k.map((k) => minima[k]?.theta ?? ''),
    };
  },
};
