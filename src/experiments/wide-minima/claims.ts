import type { Claim } from '../experiment';
import { minimaOf, type RatedRuns, type WideMinimaResult } from './problem';

const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)}\u202f%`;
const fixed = (value: number, digits: number) => value.toFixed(digits).replace('-', '\u2212');

/** What the sheet prints about its function, each beside what came out here. With another function there is nothing to compare. */
export function claimsFor(objective: string): Claim<WideMinimaResult>[] {
  const claim = (statement: string, compute: Claim<WideMinimaResult>['compute']): Claim<WideMinimaResult> => ({
    source: 'S2.P4',
    statement,
    compute: (result) =>
      result.parameters.objective === objective && minimaOf(result.stationary).length === 2
        ? compute(result)
        : undefined,
  });
  const atRate = (
    learningRate: number,
    statement: string,
    compute: (run: RatedRuns) => ReturnType<Claim<WideMinimaResult>['compute']>,
  ) =>
    claim(statement, ({ runs }) => {
      const run = runs.find((one) => one.learningRate === learningRate);
      return run && compute(run);
    });
  return [
    claim('There is a sharp minimum near 0 and a wide one near 10.', ({ stationary }) => {
      const [sharp, wide] = minimaOf(stationary);
      const isNear =
        Math.abs(sharp.theta) < 0.01 && Math.abs(wide.theta - 10) < 0.01 && sharp.curvature > wide.curvature;
      return {
        computed: `Minima at ${fixed(sharp.theta, 5)} with f″ = ${fixed(sharp.curvature, 3)} and at ${fixed(wide.theta, 5)} with f″ = ${fixed(wide.curvature, 3)}.`,
        verdict: isNear ? 'agrees' : 'differs',
      };
    }),
    atRate(0.01, 'At learning rate 0.01 descent ends in either of the two.', ({ converged, starts }) => ({
      computed: `${percent(converged[0], starts)} end in the sharp minimum, ${percent(converged[1], starts)} in the wide one.`,
      verdict: converged[0] > 0 && converged[1] > 0 ? 'agrees' : 'differs',
    })),
    atRate(0.3, 'At learning rate 0.3 it ends in the wide minimum.', ({ converged, starts }) => ({
      computed: `${percent(converged[1], starts)} end in the wide minimum, ${percent(converged[0], starts)} in the sharp one.`,
      verdict: converged[1] > 0.99 * starts ? 'agrees' : 'differs',
    })),
    atRate(4, 'At learning rate 4 it does not converge for most starts.', ({ diverged, starts }) => ({
      computed: `${percent(diverged, starts)} diverge.`,
      verdict: diverged > starts / 2 ? 'agrees' : 'differs',
    })),
    claim('The learning rate determines how sharp the minimum is that descent ends in.', ({ stationary, runs }) => {
      if (!runs.some(({ learningRate }) => learningRate === 0.01)) return undefined;
      const [first, second] = minimaOf(stationary).map(({ threshold }) => threshold.toPrecision(4));
      return {
        computed: `It can only rule minima out: above 2/f″ (${first} and ${second}) no run stays there. At 0.01 both are reached, and the start decides.`,
        verdict: 'imprecise',
      };
    }),
  ];
}
