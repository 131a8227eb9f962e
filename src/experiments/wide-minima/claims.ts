import { isConstant } from '../../math/schedules';
import type { Claim } from '../experiment';
import { parseSchedule } from '../parameters/schedule';
import { descendHere, startsOf } from './population';
import { minimaOf, prepare, type RatedRuns, type WideMinimaResult } from './problem';
import type { WideMinimaParameters } from './parameters';

const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)}\u202f%`;
const fixed = (value: number, digits: number) => value.toFixed(digits).replace('-', '\u2212');

/** A rate that falls along a cosine, from below the limit of the sharp minimum and from above it. */
const FALLING = { schedule: 'cosine', from: [0.05, 0.3], starts: 150 };

/** What was found before: it is asked for with every result, and the page would stand still each time. */
const known = new Map<string, number[]>();

/** The share of the starts that end in the sharp minimum with a falling rate, by the rate that it falls from. */
function sharpShares(parameters: WideMinimaParameters): number[] {
  const { objective, low, high, tolerance, bound } = parameters;
  const key = [objective, low, high, tolerance, bound].join(' ');
  const shares = known.get(key) ?? findSharpShares(parameters);
  known.set(key, shares);
  return shares;
}

function findSharpShares(parameters: WideMinimaParameters): number[] {
  const { schedule, starts, from } = FALLING;
  const problem = prepare({ ...parameters, optimizer: 'gd', schedule, starts, sampling: 'grid', iterations: 1000 });
  const all = startsOf(problem, starts);
  return from.map((rate) => {
    const { outcomes } = descendHere(problem, problem.methods[0], rate, all, 1000);
    return outcomes.filter((outcome) => outcome === 0).length / starts;
  });
}

/** What the sheet prints about its function, each beside what came out here. With another function there is nothing to compare. */
export function claimsFor(objective: string): Claim<WideMinimaResult>[] {
  const claim = (statement: string, compute: Claim<WideMinimaResult>['compute']): Claim<WideMinimaResult> => ({
    source: 'S2.P4',
    statement,
    compute: (result) =>
      result.parameters.objective === objective &&
      isConstant(parseSchedule(result.parameters.schedule)) &&
      minimaOf(result.stationary).length === 2
        ? compute(result)
        : undefined,
  });
  const atRate = (
    learningRate: number,
    statement: string,
    compute: (run: RatedRuns) => ReturnType<Claim<WideMinimaResult>['compute']>,
  ) =>
    claim(statement, ({ runs }) => {
      const run = runs.find((one) => one.learningRate === learningRate && one.optimizer === 'gd');
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
    claim('The learning rate determines how sharp the minimum is that descent ends in.', (result) => {
      const { stationary, runs, parameters } = result;
      if (!runs.some(({ learningRate }) => learningRate === 0.01)) return undefined;
      const [first, second] = minimaOf(stationary).map(({ threshold }) => threshold.toPrecision(4));
      const [low, high] = sharpShares(parameters).map((share) => percent(share, 1));
      return {
        computed: `It can only rule minima out: above 2/f″ (${first} and ${second}) no run stays there. At 0.01 both are reached, and the start decides. If the rate falls to 0 along a cosine, the rate that it falls from decides: from ${FALLING.from[0]}, ${low} of the starts end in the sharp minimum, from ${FALLING.from[1]}, ${high}.`,
        verdict: 'imprecise',
      };
    }),
  ];
}
