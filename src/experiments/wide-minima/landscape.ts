import { landscape as chart } from '../../charts/landscape';
import { KINDS } from '../../engine/descend/endings';
import { linearSpaced } from '../../math/spacing';
import type { View } from '../view';
import { shownRate } from '../parameters/shown-rate';
import { descendBy, follow } from './descents';
import { followed, pathOf, type Path } from './followed';
import { hurriedStarts, inHand, knownInHand } from './in-hand';
import type { Method } from './methods';
import type { WideMinimaParameters as Parameters } from './parameters';
import { descendHere, startsOf, type Population } from './population';
import type { RatedStarts, WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';
import { rateTool } from './rate-tool';
import { kindsAmong, optimizerTool, shared, shownMethod, type Input } from './shared';

/** The population of starts on its way, with one optimizer at one learning rate, and one run that is followed. */
interface Landscape extends Omit<Population, 'iterates'> {
  method: Method;
  learningRate: number;
  iterates: ArrayLike<number>;
  /** The followed run, one iterate per frame. */
  followed: Path;
  /** Where all starts end at this rate or, while it is dragged, at one that it had a moment ago; undefined before that is known. */
  inHand?: RatedStarts;
  /** The iteration from which on nothing is seen to move. */
  rests: number;
}

const POPULATION = 600;
/** Slopes that are computed within a frame of the screen while the rate is moved. */
const PREVIEWED = 150_000;
const FRAMES = 1000;
const CURVE_POINTS = 800;

/**
 * The function with a part of the population on it, at any of its iterations (every n-th, where there are more than
 * 1,000).
 *
 * @csspart bar - what moves the pictures: the learning rate and the player
 * @csspart rate - the learning rate in hand: a slider with 2/f″ marked on it
 * @csspart transport - the player of the population's descent: play, steps, slider, speed
 */
export const landscape: View<Parameters, Problem, Run, Landscape> = {
  title: 'The function and the runs on it',
  hint: 'Each dot is one run, coloured by where it will end.',
  invitation: 'Press Play; move the learning rate; click the curve to follow a single run.',
  async compute({ problem, run, parameters: p }, engine, options) {
    const { task } = problem;
    const quietly = { signal: options.signal, beside: options.beside };
    const learningRate = shownRate(p);
    const number = shownMethod(problem, p);
    const method = problem.methods[number];
    const points = startsOf(problem, POPULATION);
    const every = Math.ceil(p.iterations / FRAMES);
    const path = { learningRate, every };
    const starts = { ...task.starts, count: points.length };
    const ends = { ...task, starts, learningRates: [learningRate], records: true };
    const many = { ...path, starts: points };
    const single = { ...path, starts: [followedStart(p)] };
    const hand = { rate: learningRate, method: number, count: p.starts };
    // Side by side: one after the other, what is small would leave the engine idle. The progress is that of what is large.
    const [all, { labels, endings }, population, one] = await Promise.all([
      inHand(problem, run, hand, engine, options),
      descendBy(method, ends, engine, quietly),
      follow(problem, method, many, engine, quietly),
      follow(problem, method, single, engine, quietly),
    ]);
    const computed = { iterates: population.iterates, size: points.length, frames: population.frames, every };
    return {
      ...computed,
      method,
      learningRate,
      ...kindsAmong(problem, endings, labels!),
      followed: pathOf(problem, one.iterates),
      inHand: all,
      rests: restOf(computed, p),
    };
  },
  preview({ problem, run, parameters: p }, last) {
    const every = Math.ceil(p.iterations / FRAMES);
    const size = Math.max(1, Math.min(POPULATION, Math.floor(PREVIEWED / p.iterations)));
    const learningRate = shownRate(p);
    const number = shownMethod(problem, p);
    const method = problem.methods[number];
    const known = run && knownInHand(problem, run, { rate: learningRate, method: number, count: p.starts });
    const population = descendHere(problem, method, learningRate, startsOf(problem, size), every);
    const one = descendHere(problem, method, learningRate, [followedStart(p)], every);
    return {
      ...last,
      ...population,
      method,
      learningRate,
      followed: pathOf(problem, one.iterates),
      ...(known && { inHand: known }),
      rests: restOf(population, p),
    };
  },
  async hurry({ problem, run, parameters: p }, engine, options) {
    const hand = { rate: shownRate(p), method: shownMethod(problem, p), count: hurriedStarts(problem, run) };
    const all = await inHand(problem, run, hand, engine, options);
    return (shown) => ({ ...shown, inHand: all });
  },
  data({ problem, computed: view, ui }: Input<Landscape>) {
    const { value, stationary, parameters: p } = problem;
    const { low, high, iterations } = p;
    const { phase } = ui;
    const frame = Math.min(view.frames - 1, Math.floor(ui.parameters.iteration / view.every));
    const at = (k: number) => {
      const first = Math.max(0, k) * view.size;
      return Float64Array.from({ length: view.size }, (_, i) => view.iterates[first + i]);
    };
    const places = (theta: Float64Array) => ({ theta, value: theta.map(value) });
    const [now, before] = [at(frame), at(frame - 1)];
    // Where few steps are seen one by one, dots glide from iterate to iterate.
    const theta = phase < 1 ? now.map((to, i) => before[i] + phase * (to - before[i])) : now;
    let minimum = 0;
    return {
      ...shared(problem, ui, [...(view.inHand?.histogram.seen ?? []), ...view.seen]),
      curve: curveOf(problem),
      domain: { low, high },
      stationary: stationary.map((point) => ({
        ...point,
        ...(point.kind === 'minimum' && {
          threshold: ui.hidesAnswers ? undefined : view.method.limits?.[minimum],
          outcome: minimum++,
        }),
      })),
      stretches: problem.stretches,
      optimizer: view.method.name,
      population: { ...places(theta), outcome: view.outcomes },
      trail: frame > 0 ? [before, at(frame - 2), at(frame - 3)].slice(0, frame).map(places) : [],
      counts: { ...countsOf(problem, view), starts: p.starts },
      followed: followed(problem, view, {
        frame,
        phase,
        isShown: ui.isInteractive || p.selectedStart !== null,
        hasFactor: !ui.hidesAnswers,
      }),
      iteration: frame * view.every,
      iterations,
      learningRate: view.learningRate,
      starts: at(0),
      onPickStart: (start: number) => ui.set('selectedStart', start),
      onMoveStart: (start: number) => ui.move('selectedStart', start),
    };
  },
  chart,
  tools: ({ problem, computed: { every, rests }, ui }) => {
    const { iteration, iterations } = ui.parameters;
    return [
      rateTool(problem, ui.parameters),
      { kind: 'play', parameter: 'iteration', iteration, iterations, every, rests },
      ...optimizerTool({ problem, ui }),
    ];
  },
};

/** How many runs end where: of all starts, or before that is known, of those that are drawn. */
function countsOf(problem: Problem, { inHand: all, outcomes, size }: Landscape) {
  if (all) return { byOutcome: all.histogram.totals, total: all.run.starts };
  const byOutcome = new Array<number>(problem.minima.length + KINDS.length).fill(0);
  for (const kind of outcomes) byOutcome[kind]++;
  return { byOutcome, total: size };
}

/** Where the followed run starts: near the left end, as long as nobody has chosen. */
const followedStart = ({ selectedStart, low, high }: Parameters) => selectedStart ?? low + 0.06 * (high - low);

/** Less than that share of the picture's width is not seen. */
const SEEN = 1 / 1600;

/** The first kept iteration from which on no member is seen to move. */
function restOf(
  { iterates, size, frames, every }: Pick<Landscape, 'iterates' | 'size' | 'frames' | 'every'>,
  p: Parameters,
): number {
  const span = p.high - p.low;
  const clamped = (theta: number) => Math.max(p.low - span, Math.min(p.high + span, theta || 0));
  const last = (frames - 1) * size;
  const ends = Float64Array.from({ length: size }, (_, i) => clamped(iterates[last + i]));
  for (let frame = frames - 2; frame >= 0; frame--)
    for (let i = 0; i < size; i++)
      if (Math.abs(clamped(iterates[frame * size + i]) - ends[i]) > SEEN * span) return (frame + 1) * every;
  return 0;
}

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
