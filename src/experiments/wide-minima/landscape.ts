import { landscape as chart } from '../../charts/landscape';
import { descend } from '../../engine/descend';
import { trace } from '../../engine/trace';
import { linearSpaced } from '../../math/spacing';
import { startAt } from '../../math/starts';
import { defineWords } from '../../words/words';
import { part } from '../experiment';
import type { View } from '../view';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { shared, shownRate, type Input } from './shared';

const say = defineWords('wide-minima', {
  shownRate: 'Learning rate shown in the landscape',
  rate: 'rate',
});

/** The population of starts on its way, at one learning rate, and one run that is followed. */
interface Landscape {
  learningRate: number;
  /** Frames x population, the frame slowest; frame k is iteration k * every. */
  population: ArrayLike<number>;
  size: number;
  frames: number;
  every: number;
  /** The final outcome of each member. */
  outcomes: Uint8Array;
  /** The followed run, one iterate per frame; undefined while none is chosen. */
  followed?: ArrayLike<number>;
}

const POPULATION = 600;
const FRAMES = 1000;
const CURVE_POINTS = 800;

/**
 * The function with a part of the population on it, at any of its iterations (every n-th, where there are more than
 * 1,000).
 *
 * @csspart transport - the player of the population's descent: play, steps, slider
 */
export const landscape: View<Parameters, Problem, Run, Landscape> = {
  title: 'The function and the runs on it',
  room: 560,
  hint: 'Each dot is one run, coloured by where it will end.',
  invitation: 'Press Play to start; click the curve to follow a single run.',
  async compute({ problem: { task }, parameters: p }, engine, options) {
    const learningRate = shownRate(p);
    const starts = { ...task.starts, count: Math.min(p.starts, POPULATION) };
    const points = Array.from({ length: starts.count }, (_, i) => startAt(starts, i));
    const every = Math.ceil(p.iterations / FRAMES);
    const run = { objective: p.objective, learningRate, iterations: p.iterations, every, bound: p.bound };
    const ends = { ...task, starts, learningRates: [learningRate], records: true };
    const { labels } = await engine.run(descend, ends, part(options, 0, 0.5));
    const population = await engine.run(trace, { ...run, starts: points }, part(options, 0.5, 0.95));
    const followed =
      p.selectedStart === null
        ? undefined
        : await engine.run(trace, { ...run, starts: [p.selectedStart] }, part(options, 0.95, 1));
    return {
      learningRate,
      population: population.iterates,
      size: starts.count,
      frames: population.frames,
      every,
      outcomes: labels!,
      followed: followed?.iterates,
    };
  },
  data({ problem, computed: view, ui }: Input<Landscape>) {
    const { value, stationary, parameters: p } = problem;
    const { low, high, iterations } = p;
    const frame = Math.min(view.frames - 1, Math.floor(ui.parameters.iteration / view.every));
    const theta = Float64Array.from({ length: view.size }, (_, i) => view.population[frame * view.size + i]);
    const followed =
      ui.parameters.selectedStart === null || !view.followed ? undefined : Float64Array.from(view.followed);
    let minimum = 0;
    return {
      ...shared(problem, ui),
      curve: curveOf(problem),
      domain: { low, high },
      stationary: stationary.map((point) => ({
        ...point,
        outcome: point.kind === 'minimum' ? minimum++ : undefined,
      })),
      population: { theta, value: theta.map(value), outcome: view.outcomes },
      trajectory: followed && { theta: followed, value: followed.map(value), upTo: frame },
      iteration: frame * view.every,
      iterations,
      learningRate: view.learningRate,
      frames: { theta: view.population, size: view.size, every: view.every },
      onPickStart: (start: number) => ui.set('selectedStart', start),
    };
  },
  chart,
  tools: ({ computed: { every }, ui }) => {
    const { learningRates, iteration, iterations } = ui.parameters;
    const value = shownRate(ui.parameters);
    const options = [...new Set([...learningRates, value])];
    return [
      { kind: 'pick', parameter: 'selectedRate', label: say('rate'), title: say('shownRate'), options, value },
      { kind: 'play', parameter: 'iteration', iteration, iterations, every },
    ];
  },
};

const curves = new WeakMap<Problem, { theta: Float64Array; value: Float64Array }>();

function curveOf(problem: Problem) {
  let curve = curves.get(problem);
  if (!curve) {
    const { low, high } = problem.parameters;
    const theta = linearSpaced(low, high, CURVE_POINTS);
    curves.set(problem, (curve = { theta, value: theta.map(problem.value) }));
  }
  return curve;
}
