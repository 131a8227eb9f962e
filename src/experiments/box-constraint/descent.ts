import * as kit from '../../charts/kit';
import { format, PHI, PROJECTION, boxDomain, summarizeEnds, type Picture } from './shown';
import { say } from './words';

/** The weight and phi over the iterations, beside projection. */
export const descent: kit.Chart<Picture> = {
  draw(container, data) {
    const { problem, steps, onStep } = data;
    const { parameters, result, phiOf } = problem;
    const { iterations, lower, upper } = parameters;
    const { phi, theta, projected, optimum } = result;
    // At a bound phi is infinite, and the line ends.
    const projectedPhi = projected.map(phiOf);
    const reached = [...phi, ...projectedPhi].filter((value) => Math.abs(value) <= 40);
    const [low, high] = [Math.min(-1, ...reached), Math.max(1, ...reached)];
    const read = (weights: readonly number[], phis: readonly number[]) => (k: number) =>
      k < weights.length ? `θ = ${format(weights[k])}, φ = ${format(phis[k])}` : '';
    kit.drawIterations(container, {
      width: data.width,
      iterations,
      marked: steps < iterations ? steps : undefined,
      onPick: onStep,
      summary: summarizeEnds(data),
      runs: [
        { label: say('throughPhi'), color: PHI, values: [theta, phi], isHeavy: true, read: read(theta, phi) },
        {
          label: say('byProjection'),
          color: PROJECTION,
          values: [projected, projectedPhi],
          read: read(projected, projectedPhi),
        },
      ],
      panels: [
        {
          y: { domain: boxDomain(data), title: '↑ θ', grid: true },
          height: [170, 0.27, 240],
          marks: (panel) => [
            kit.rule({ name: 'gd-bounds', panel, y: [lower, upper], look: 'gd-threshold' }),
            kit.rule({ name: 'gd-minimum', panel, y: optimum === null ? [] : [optimum], look: 'gd-hair' }),
          ],
        },
        {
          y: { domain: [low - 0.05 * (high - low), high + 0.05 * (high - low)], title: '↑ φ', grid: true },
          height: [120, 0.18, 170],
        },
      ],
    });
  },
  summarize: summarizeEnds,
  table({ problem: { parameters, result } }) {
    const k = Array.from({ length: parameters.iterations + 1 }, (_, k) => k);
    return {
      iteration: k,
      phi: k.map((k) => result.phi[k] ?? ''),
      theta: k.map((k) => result.theta[k] ?? ''),
      projected: k.map((k) => result.projected[k] ?? ''),
    };
  },
};
