import type { Engine, RunOptions } from '../../engine/contract';
import { population, type PopulationTask } from '../../engine/population';
import { outcomesAt } from '../../engine/descend';
import { parseSurface, toMathML } from '../../formula';
import { part, type Experiment } from '../experiment';
import { auditRuns } from './audit';
import { countsAt } from './kinds';
import { resolve } from './fit';
import { check, parameters, type SurfaceParameters } from './parameters';
import { prepare, type SurfaceProblem, type SurfaceRun, type SurfaceRuns } from './problem';
import { runTrajectory, startsIn } from './tasks';

/** What is computed of a run for each pixel of a picture, about: an engine that is chosen for the runs does that too. */
const PIXELS = 300_000;

/** Descends from every start with each of the optimizers, and follows the run from the start that was given. */
async function run(problem: SurfaceProblem, engine: Engine, options: RunOptions): Promise<SurfaceRun> {
  const { parameters: p, functions, optimizers, task, stationary, minima } = problem;
  const runs: SurfaceRuns[] = [];
  const ends: SurfaceRun['ends'] = [];
  let info!: SurfaceRun['result']['engine'];
  const hasPixels = p.views.includes('basins') || p.views.includes('rates');
  const all = hasPixels ? { ...options, follows: PIXELS * p.iterations } : options;
  for (const [i, optimizer] of optimizers.entries()) {
    const share = (from: number, to: number) => part(all, (i + from) / optimizers.length, (i + to) / optimizers.length);
    const whole: PopulationTask = {
      ...task,
      optimizer,
      learningRates: [p.learningRate],
      starts: startsIn(problem, p.starts),
    };
    const found = await engine.run(population, whole, share(0, 0.9));
    const trajectory = await runTrajectory(problem, optimizer, p.learningRate, engine, share(0.9, 1));
    const counts = countsAt(problem, found, 0);
    info = found.engine;
    ends.push({ counts, total: p.starts });
    runs.push({
      optimizer: optimizer.text,
      learningRate: p.learningRate,
      starts: p.starts,
      counts: outcomesAt(found, 0),
      targets: [
        ...minima.map(({ x, y }, m) => ({ kind: 'minimum' as const, x, y, count: counts[m] })),
        ...(task.valley ? [{ kind: 'valley' as const, count: counts[minima.length] }] : []),
      ],
      trajectory,
    });
  }
  const { points, curves, regions, isComplete } = stationary;
  const { isConstant } = functions;
  const found = { stationary: points, valleys: curves, regions, isComplete, isConstant };
  return { result: { engine: info, parameters: p, ...found, runs }, ends };
}

/** A loss over two weights: the gradient, where it leads, and where it leads nowhere (S4.Q3). */
export const experiment: Experiment<SurfaceParameters, SurfaceProblem, SurfaceRun> = {
  name: 'surface',
  title: 'A loss over two weights',
  question:
    'The gradient points uphill, and descent takes steps against it. From which starts does it reach a minimum, and where does it never move at all?',
  parameters,
  resolve,
  check,
  follow(name, value, { iteration }) {
    // What was looked at of another function is nowhere in particular on this one.
    if (name === 'objective') return { basinsWindow: [], iteration: 0 };
    if (name === 'optimizer') return { shownOptimizer: 0 };
    return name === 'iterations' && iteration > Number(value) ? { iteration: 0 } : {};
  },
  prepare,
  run,
  audit: auditRuns,
  head: (p) => toMathML(parseSurface(p.objective)),
  claims: async () => (await import('./claims')).claims,
};

export type { SurfaceParameters } from './parameters';
export type { SurfaceResult } from './problem';
