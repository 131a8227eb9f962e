import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import type { GaussianModelProblem } from './problem';
import { MOST_COLOR } from './shown';
import { say } from './words';

export interface ResidualsData {
  problem: GaussianModelProblem;
}

const CURVE = 120;

interface Bins {
  edges: number[];
  counts: number[];
}

/** Residuals of equal size differ by rounding. */
const ROUNDING = 1e-9;

/** Bins over three sigma to both sides, one of them around 0, as many as the root of n asks for: what lies alike on both sides looks alike. */
function binsOf({ residuals, result }: GaussianModelProblem): Bins {
  const sigma = Math.sqrt(result.sigmaSquared);
  const reach = Math.max(3 * sigma, 1.02 * Math.max(...residuals.map(Math.abs)));
  const half = Math.min(24, Math.max(3, Math.ceil(Math.sqrt(residuals.length))));
  const count = 2 * half + 1;
  const edges = Array.from({ length: count + 1 }, (_, i) => reach * ((2 * i) / count - 1));
  const counts = edges.slice(1).map(() => 0);
  for (const r of residuals)
    counts[half + Math.sign(r) * Math.floor((Math.abs(r) / (2 * reach)) * count + 0.5 + ROUNDING)]++;
  return { edges, counts };
}

const gaussian = (r: number, variance: number) =>
  Math.exp((-r * r) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** The residuals of the most likely model as a histogram, against the Gaussian that they are taken for. */
export const residuals: kit.Chart<ResidualsData> = {
  draw(container, data) {
    const { problem } = data;
    const { result } = problem;
    const { edges, counts } = binsOf(problem);
    const n = problem.residuals.length;
    const wide = edges[1] - edges[0];
    const heights = counts.map((count) => count / (n * wide));
    const reach = edges.at(-1)!;
    const laws = [
      { name: 'gd-gaussian', variance: result.sigmaSquared, label: say('gaussian'), look: 'gd-heavy' },
      ...(result.unbiased
        ? [{ name: 'gd-unbiased', variance: result.unbiased, label: say('gaussianUnbiased'), look: 'gd-dashed' }]
        : []),
    ];
    const root = kit.chartRoot(container);
    kit.drawKey(root, { entries: laws.map(({ label, look }) => ({ label, look })) });
    const highest = Math.max(...heights, ...laws.map(({ variance }) => gaussian(0, variance)));
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { domain: [-reach, reach], title: say('residualAxis') },
      y: { domain: [0, 1.1 * highest], title: say('densityAxis'), grid: true },
      height: [180, 0.35, 300],
      summary: residuals.summarize(data),
    });
    const across = (i: number) => reach * ((2 * i) / CURVE - 1);
    const bin = (r: number) => Math.max(0, Math.min(counts.length - 1, Math.floor((r + reach) / wide)));
    frame.draw(
      [
        kit.bars({
          length: counts.length,
          x0: (i) => edges[i],
          x1: (i) => edges[i + 1],
          y1: heights,
          color: MOST_COLOR,
        }),
        ...laws.map(({ name, variance, look }) =>
          kit.line({
            name,
            x: across,
            y: (i) => gaussian(across(i), variance),
            length: CURVE + 1,
            color: '--gd-text',
            look,
          }),
        ),
        kit.dots({
          name: 'gd-each',
          x: problem.residuals,
          y: () => 0,
          length: n,
          radius: n > 60 ? 2 : 4,
          color: '--gd-text',
          stroke: '--gd-surface',
        }),
      ],
      kit.scrub({
        name: say('readResiduals'),
        last: counts.length - 1,
        initial: Math.floor(counts.length / 2),
        at: (px) => bin(frame.x.invert(px)),
        value: (i) => Number(((edges[Math.round(i)] + edges[Math.round(i) + 1]) / 2).toPrecision(4)),
        read: (position) => {
          const i = Math.round(position);
          const middle = (edges[i] + edges[i + 1]) / 2;
          return {
            x: frame.x(middle),
            lines: [
              { text: say('between', { low: short(edges[i]), high: short(edges[i + 1]), count: counts[i] }) },
              { text: say('expected', { count: short(n * wide * gaussian(middle, result.sigmaSquared)) }) },
            ],
          };
        },
      }),
    );
  },
  summarize({ problem: { residuals: all, result } }) {
    const mean = all.reduce((sum, r) => sum + r, 0) / all.length;
    const size = Math.sqrt(result.sigmaSquared);
    return say('residualsSummary', {
      count: all.length,
      mean: short(Math.abs(mean) <= 1e-12 * size ? 0 : mean),
      sigmaSquared: short(result.sigmaSquared),
      inside: kit.formatShare(all.filter((r) => Math.abs(r) <= size * (1 + ROUNDING)).length / all.length),
    });
  },
  table: ({ problem }) => ({ example: problem.residuals.map((_, i) => i + 1), residual: problem.residuals }),
};
