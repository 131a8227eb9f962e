import { localized } from '../../words/numbers';
import { wideMinimaClaims as say } from '../../words/claims';
import type { Claim } from '../experiment';
import { minimaOf, type RatedRuns, type WideMinimaResult } from './run';

const percent = (count: number, of: number) => localized(`${((100 * count) / of).toFixed(1)}\u202f%`);
const fixed = (value: number, digits: number) => localized(value.toFixed(digits).replace('-', '\u2212'));
const number = (value: number) => localized(String(value));

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
      get statement() {
        return say('claimMinima');
      },
      compute: (result) => {
        const minima = minimaOf(result.stationary);
        if (result.parameters.objective !== objective || minima.length !== 2) return undefined;
        const [sharp, wide] = minima;
        const near =
          Math.abs(sharp.theta) < 0.01 && Math.abs(wide.theta - 10) < 0.01 && sharp.curvature > wide.curvature;
        return {
          computed: say('foundMinima', {
            sharp: fixed(sharp.theta, 5),
            sharpCurvature: fixed(sharp.curvature, 3),
            wide: fixed(wide.theta, 5),
            wideCurvature: fixed(wide.curvature, 3),
          }),
          verdict: near ? 'agrees' : 'differs',
        };
      },
    },
    {
      source: 'S2.P4',
      get statement() {
        return say('claimEither', { rate: number(0.01) });
      },
      compute: (result) => {
        const run = sheetsRun(result, 0.01, objective);
        return (
          run && {
            computed: say('foundEither', {
              sharp: percent(run.converged[0], run.starts),
              wide: percent(run.converged[1], run.starts),
            }),
            verdict: run.converged[0] > 0 && run.converged[1] > 0 ? 'agrees' : 'differs',
          }
        );
      },
    },
    {
      source: 'S2.P4',
      get statement() {
        return say('claimWide', { rate: number(0.3) });
      },
      compute: (result) => {
        const run = sheetsRun(result, 0.3, objective);
        return (
          run && {
            computed: say('foundWide', {
              wide: percent(run.converged[1], run.starts),
              sharp: percent(run.converged[0], run.starts),
            }),
            verdict: run.converged[1] > 0.99 * run.starts ? 'agrees' : 'differs',
          }
        );
      },
    },
    {
      source: 'S2.P4',
      get statement() {
        return say('claimDiverges', { rate: number(4) });
      },
      compute: (result) => {
        const run = sheetsRun(result, 4, objective);
        return (
          run && {
            computed: say('foundDiverges', { share: percent(run.diverged, run.starts) }),
            verdict: run.diverged > run.starts / 2 ? 'agrees' : 'differs',
          }
        );
      },
    },
    {
      source: 'S2.P4',
      get statement() {
        return say('claimDetermines');
      },
      compute: (result) => {
        const run = sheetsRun(result, 0.01, objective);
        const minima = minimaOf(result.stationary);
        if (!run) return undefined;
        const [first, second] = minima.map(({ threshold }) => localized(threshold.toPrecision(4)));
        return {
          computed: say('foundDetermines', { first, second, rate: number(0.01) }),
          verdict: 'imprecise',
        };
      },
    },
  ];
}
