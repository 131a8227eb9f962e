import type { Claim } from '../experiment';
import { minimaOf, type RatedRuns, type WideMinimaResult } from './run';

const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(1)}\u202f%`;
const fixed = (value: number, digits: number) => value.toFixed(digits).replace('-', '\u2212');

/** The claim is about the sheet's function: with another one there is nothing to compare. */
function sheetsRun(result: WideMinimaResult, learningRate: number, defaultObjective: string): RatedRuns | undefined {
  if (result.parameters.objective !== defaultObjective || minimaOf(result.stationary).length !== 2) return undefined;
  return result.runs.find((run) => run.learningRate === learningRate);
}

/** What the sheet prints about its function, each beside what came out here. */
export function claimsFor(objective: string): Claim<WideMinimaResult>[] {
  return [
    {
      source: 'S2.P4',
      statement: 'There is a sharp minimum near 0 and a wide one near 10.',
      compute: (result) => {
        const minima = minimaOf(result.stationary);
        if (result.parameters.objective !== objective || minima.length !== 2) return undefined;
        const [sharp, wide] = minima;
        const near = Math.abs(sharp.theta) < 0.01 && Math.abs(wide.theta - 10) < 0.01 && sharp.curvature > wide.curvature;
        return {
          computed: `Minima at ${fixed(sharp.theta, 5)} with f″ = ${sharp.curvature.toFixed(3)} and at ${fixed(wide.theta, 5)} with f″ = ${wide.curvature.toFixed(3)}.`,
          verdict: near ? 'agrees' : 'differs',
        };
      },
    },
    {
      source: 'S2.P4',
      statement: 'At learning rate 0.01 descent ends in either of the two.',
      compute: (result) => {
        const run = sheetsRun(result, 0.01, objective);
        return run && {
          computed: `${percent(run.converged[0], run.starts)} end in the sharp minimum, ${percent(run.converged[1], run.starts)} in the wide one.`,
          verdict: run.converged[0] > 0 && run.converged[1] > 0 ? 'agrees' : 'differs',
        };
      },
    },
    {
      source: 'S2.P4',
      statement: 'At learning rate 0.3 it ends in the wide minimum.',
      compute: (result) => {
        const run = sheetsRun(result, 0.3, objective);
        return run && {
          computed: `${percent(run.converged[1], run.starts)} end in the wide minimum, ${percent(run.converged[0], run.starts)} in the sharp one.`,
          verdict: run.converged[1] > 0.99 * run.starts ? 'agrees' : 'differs',
        };
      },
    },
    {
      source: 'S2.P4',
      statement: 'At learning rate 4 it does not converge for most starts.',
      compute: (result) => {
        const run = sheetsRun(result, 4, objective);
        return run && { computed: `${percent(run.diverged, run.starts)} diverge.`, verdict: run.diverged > run.starts / 2 ? 'agrees' : 'differs' };
      },
    },
    {
      source: 'S2.P4',
      statement: 'The learning rate determines how sharp the minimum is that descent ends in.',
      compute: (result) => {
        const run = sheetsRun(result, 0.01, objective);
        const minima = minimaOf(result.stationary);
        return run && {
          computed: `It only rules minima out: a rate above 2/f″ (${minima.map(({ threshold }) => threshold.toPrecision(4)).join(' and ')}) leaves a minimum. At 0.01 both are reached, and the start decides.`,
          verdict: 'imprecise',
        };
      },
    },
  ];
}
