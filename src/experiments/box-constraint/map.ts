import * as kit from '../../charts/kit';
import { linearSpaced } from '../../math/spacing';
import { format, inFormula, lastOf, phiDomain, PHI, startHandle, boxDomain, type Picture } from './shown';
import { say } from './words';

const POINTS = 401;

const draw = kit.holdingAxes<Picture, kit.Interval>(phiDomain, (container, data, domain, grip) => {
  const { problem, width } = data;
  const { thetaOf, slopeOf, parameters, result } = problem;
  const { lower, upper, start, learningRate } = parameters;
  const at = linearSpaced(domain[0], domain[1], POINTS);
  const k = lastOf(data);
  const [now, slope, next] = [result.phi[k], slopeOf(result.phi[k]), result.phi[k + 1]];
  const stepWords = { phi: format(now), rate: inFormula(learningRate), slope: format(slope), next: format(next) };
  const frame = kit.cartesian(kit.chartRoot(container), {
    width,
    x: { domain, title: 'φ →', gap: 4 },
    panels: [
      { y: { domain: boxDomain(data), title: '↑ θ', grid: true }, height: [180, 0.3, 280] },
      {
        y: { domain: [0, 0.28 * (upper - lower)], title: say('slopeAxis'), grid: true },
        height: [90, 0.14, 130],
        note: say('flattest', { slope: format(slopeOf(0)) }),
      },
    ],
    summary: map.summarize(data),
  });
  const [above, below] = frame.panels;
  const shown = result.phi.slice(0, k + 1);
  frame.draw(
    [
      kit.rule({ name: 'gd-bounds', y: [lower, upper], look: 'gd-threshold' }),
      kit.line({
        name: 'gd-map',
        x: at,
        y: (i) => thetaOf(at[i]),
        length: POINTS,
        color: '--gd-text',
        look: 'gd-heavy',
      }),
      kit.line({
        name: 'gd-tangent',
        x: domain,
        y: (i) => thetaOf(now) + slope * (domain[i] - now),
        length: 2,
        color: PHI,
        look: 'gd-dashed',
      }),
      ...kit.trajectory({ panel: above, x: shown, y: shown.map(thetaOf), color: PHI }),
      kit.line({ name: 'gd-slope', panel: below, x: at, y: (i) => slopeOf(at[i]), length: POINTS, color: '--gd-text' }),
      kit.dots({
        name: 'gd-slopes',
        panel: below,
        x: shown,
        y: shown.map(slopeOf),
        length: shown.length,
        color: PHI,
        clip: true,
      }),
      kit.labels('gd-notes', [
        { text: next === undefined ? '' : say('step', stepWords), left: 10, top: 34, look: 'gd-strong' },
      ]),
      startHandle(data, thetaOf(start), grip),
    ],
    kit.scrub({
      name: say('readMap'),
      last: POINTS - 1,
      initial: (POINTS - 1) / 2,
      at: (px) => ((frame.x.invert(px) - domain[0]) / (domain[1] - domain[0])) * (POINTS - 1),
      value: (i) => at[Math.round(i)],
      read: (i) => {
        const phi = at[Math.round(i)];
        return {
          x: frame.x(phi),
          lines: [
            { text: say('place', { phi: format(phi), theta: format(thetaOf(phi)) }) },
            { text: say('slope', { slope: format(slopeOf(phi)) }) },
          ],
        };
      },
    }),
  );
});

/** The weight over phi, and below it its slope. */
export const map: kit.Chart<Picture> = {
  draw,
  summarize(data) {
    const { problem } = data;
    const { lower, upper } = problem.parameters;
    return say('mapWords', {
      lower: format(lower),
      upper: format(upper),
      greatest: format(problem.slopeOf(0)),
      slope: format(problem.slopeOf(problem.result.phi[lastOf(data)])),
    });
  },
  table(data) {
    const phi = linearSpaced(...phiDomain(data), 81);
    return { phi, theta: phi.map(data.problem.thetaOf), slope: phi.map(data.problem.slopeOf) };
  },
};
