import type { Engine, RunOptions } from '../../engine/contract';
import { descend } from '../../engine/descend';
import { parseObjective, toMathML } from '../../formula';
import type { Experiment } from '../experiment';
import { check, parameters, SHEET_OBJECTIVE, type WideMinimaParameters } from './parameters';
import { prepare, type WideMinimaProblem, type WideMinimaRun } from './problem';

/** Odd, so that minima at round numbers lie inside a bin and not on the edge of two. */
const HISTOGRAM_BINS = 151;

/** Gradient descent from every start at every listed learning rate. */
async function run(problem: WideMinimaProblem, engine: Engine, options: RunOptions): Promise<WideMinimaRun> {
  const { parameters: p, minima, stationary, task } = problem;
  const bins = { low: p.low, high: p.high, count: HISTOGRAM_BINS };
  const descent = await engine.run(descend, { ...task, learningRates: p.learningRates, histogram: bins }, options);
  const runs = p.learningRates.map((learningRate, i) => {
    const counts = Array.from(descent.counts.subarray(i * (minima.length + 2), (i + 1) * (minima.length + 2)));
    return {
      learningRate,
      starts: p.starts,
      converged: counts.slice(0, minima.length),
      bounded: counts[minima.length],
      diverged: counts[minima.length + 1],
      medianIterations: descent.medianIterations[i],
    };
  });
  return {
    result: { engine: descent.engine, parameters: p, stationary, runs },
    histogram: { counts: descent.histogram!, bins },
  };
}

/** Sharp and wide minima: which of them gradient descent ends in is decided by the learning rate (S2.P4). */
export const experiment: Experiment<WideMinimaParameters, WideMinimaProblem, WideMinimaRun> = {
  name: 'wide-minima',
  title: 'Wide and sharp minima',
  question:
    'This function has a sharp minimum near 0 and a wide one near 10. We run gradient descent from thousands of starting points. Where does it end, and what does the learning rate have to do with it?',
  parameters,
  check,
  // Fewer iterations than the one that is shown: the population goes back to its starts.
  follow: (name, value, { iteration }) => (name === 'iterations' && iteration > Number(value) ? { iteration: 0 } : {}),
  prepare,
  run,
  head: (p) => toMathML(parseObjective(p.objective)),
  claims: async () => (await import('./claims')).claimsFor(SHEET_OBJECTIVE),
};

export type { WideMinimaParameters } from './parameters';
export type { WideMinimaResult } from './problem';
