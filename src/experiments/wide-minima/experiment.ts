import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { parseObjective, toMathML } from '../../formula';
import { part, type Experiment } from '../experiment';
import { auditRuns } from './audit';
import { resolve } from './fit';
import { check, parameters, SHEET_OBJECTIVE, type WideMinimaParameters } from './parameters';
import { prepare, type RatedStarts, type WideMinimaProblem, type WideMinimaRun } from './problem';
import { ratedRuns } from './rated-runs';

/** Descent from every start at every listed learning rate, with each of the optimizers. */
async function run(problem: WideMinimaProblem, engine: Engine, options: RunOptions): Promise<WideMinimaRun> {
  const { parameters: p, stationary, task, methods } = problem;
  const rated: RatedStarts[] = [];
  let info!: EngineInfo;
  for (const [i, method] of methods.entries()) {
    const share = part(options, i / methods.length, (i + 1) / methods.length);
    const found = await ratedRuns(problem, method, p.learningRates, task.starts, engine, share);
    info = found.engine;
    rated.push(...found.rated);
  }
  return {
    result: { engine: info, parameters: p, stationary, runs: rated.map(({ run }) => run) },
    histograms: rated.map(({ histogram }) => histogram),
  };
}

/** Sharp and wide minima: which of them gradient descent ends in is decided by the learning rate (S2.P4). */
export const experiment: Experiment<WideMinimaParameters, WideMinimaProblem, WideMinimaRun> = {
  name: 'wide-minima',
  title: 'Wide and sharp minima',
  question:
    'This function has a sharp minimum near 0 and a wide one near 10. We run gradient descent from thousands of starting points. Where does it end, and what does the learning rate have to do with it?',
  parameters,
  resolve,
  check,
  follow(name, value, { iteration }) {
    // What was looked at of another function is nowhere in particular on this one.
    if (name === 'objective')
      return { basinsWindow: [], bifurcationWindow: [], selectedRate: null, selectedStart: null, iteration: 0 };
    if (name === 'optimizer') return { shownOptimizer: 0 };
    // Fewer iterations than the one that is shown: the population goes back to its starts.
    return name === 'iterations' && iteration > Number(value) ? { iteration: 0 } : {};
  },
  prepare,
  run,
  audit: auditRuns,
  head: (p) => toMathML(parseObjective(p.objective)),
  claims: async () => (await import('./claims')).claimsFor(SHEET_OBJECTIVE),
};

export type { WideMinimaParameters } from './parameters';
export type { WideMinimaResult } from './problem';
