import { KINDS } from '../../engine/descend/endings';
import type { Engine } from '../../engine/contract';
import { population } from '../../engine/population';
import { threefry } from '../../math/random';
import { STREAM_STARTS, uniformIn } from '../../math/starts';
import type { Place } from '../../math/plane';
import { part } from '../experiment';
import type { ViewOptions } from '../view';
import { kindsAmong } from './kinds';
import { descendHere, type Paths } from './here';
import type { SurfaceParameters } from './parameters';
import type { SurfaceProblem, SurfaceRun } from './problem';
import type { Computing } from './shared';
import { momentsOf, startsIn } from './tasks';

/** Runs on their way at one learning rate: many with one optimizer, and the one from the start with each. */
export interface Flow {
  learningRate: number;
  start: Place;
  /** The run from the start, one of each optimizer; every n-th iterate. */
  paths: Place[][];
  /** Where those do not move at all: runs from a start beside it. */
  beside: Place[][];
  every: number;
  population: Paths;
  /** What becomes of each member of the population. */
  kinds: Uint8Array;
  /** The iteration from which on nothing is seen to move. */
  rests: number;
}

interface Previewed {
  problem: SurfaceProblem;
  run: SurfaceRun | undefined;
  parameters: SurfaceParameters;
}

const MEMBERS = 500;
const FRAMES = 400;
/** Gradients that are computed within a frame of the screen while the rate is moved. */
const PREVIEWED = 60_000;
/** How far beside the start a second one lies, on the way to the middle of the window. */
const BESIDE = 0.2;

/** What was computed last, of each run, or before there is one, of each problem: two pictures show the same. */
const last = new WeakMap<object, { key: string; flow: Flow; isPreview: boolean }>();
const keyOf = ({ learningRate, start, shownOptimizer }: SurfaceParameters) =>
  [learningRate, ...start, shownOptimizer].join(' ');

function remembered({ problem, run, parameters }: Previewed, isPreview: boolean): Flow | undefined {
  const known = last.get(run ?? problem);
  return known?.key === keyOf(parameters) && (isPreview || !known.isPreview) ? known.flow : undefined;
}

function remember({ problem, run, parameters }: Previewed, flow: Flow, isPreview: boolean): Flow {
  last.set(run ?? problem, { key: keyOf(parameters), flow, isPreview });
  return flow;
}

/** Follows a part of the population and the runs from the start, on the engine. */
export async function computeFlow(input: Computing, engine: Engine, options: ViewOptions<Flow>): Promise<Flow> {
  const known = remembered(input, false);
  if (known) return known;
  const { problem, parameters: p } = input;
  const { task, optimizers } = problem;
  const { every, at } = momentsOf(p.iterations, FRAMES);
  const starts = [placeOf(p.start), besideOf(problem, p)];
  const rated = { ...task, learningRates: [p.learningRate] };
  const members = {
    ...rated,
    optimizer: optimizers[p.shownOptimizer],
    starts: startsIn(problem, Math.min(p.starts, MEMBERS)),
    observe: { map: true, frames: { count: Math.min(p.starts, MEMBERS), at } },
  };
  const all = await engine.run(population, members, part(options, 0, 0.6));
  const paths: Place[][] = [];
  const beside: Place[][] = [];
  for (const [i, optimizer] of optimizers.entries()) {
    const two = {
      ...rated,
      optimizer,
      starts: { sampling: 'points' as const, points: starts },
      observe: { frames: { count: 2, at } },
    };
    const share = part(options, 0.6 + (0.4 * i) / optimizers.length, 0.6 + (0.4 * (i + 1)) / optimizers.length);
    const frames = (await engine.run(population, two, share)).frames!;
    paths.push(at.map((_, k) => [frames[4 * k], frames[4 * k + 1]]));
    beside.push(at.map((_, k) => [frames[4 * k + 2], frames[4 * k + 3]]));
  }
  const frames = all.frames!;
  const { count } = members.observe.frames;
  const moved: Paths = {
    x: Float64Array.from({ length: frames.length / 2 }, (_, i) => frames[2 * i]),
    y: Float64Array.from({ length: frames.length / 2 }, (_, i) => frames[2 * i + 1]),
    size: count,
    frames: at.length,
    every,
  };
  const kinds = kindsAmong(problem, all.endings, all.labels!);
  return remember(input, flowOf(input, paths, beside, moved, kinds), false);
}

/** The same at once and on the page, so of fewer runs, whose ends are seen by where they are. */
export function previewFlow(input: Previewed): Flow {
  const known = remembered(input, true);
  if (known) return known;
  const { problem, parameters: p } = input;
  const { optimizers } = problem;
  const { every: kept } = momentsOf(p.iterations, FRAMES);
  const size = Math.max(20, Math.min(MEMBERS, p.starts, Math.floor(PREVIEWED / p.iterations)));
  const members = descendHere(problem, optimizers[p.shownOptimizer], p.learningRate, membersOf(problem, size), kept);
  const pairs = optimizers.map((optimizer) =>
    descendHere(problem, optimizer, p.learningRate, [placeOf(p.start), besideOf(problem, p)], kept),
  );
  const pathOf = ({ x, y, frames }: Paths, member: number) =>
    Array.from({ length: frames }, (_, k): Place => [x[2 * k + member], y[2 * k + member]]);
  const [paths, beside] = [0, 1].map((member) => pairs.map((pair) => pathOf(pair, member)));
  return remember(input, flowOf(input, paths, beside, members, kindsSeen(problem, members)), true);
}

function flowOf(
  { problem, parameters: p }: Previewed,
  paths: Place[][],
  beside: Place[][],
  population: Paths,
  kinds: Uint8Array,
): Flow {
  const { every } = population;
  const isStill = paths.every((path) => path.every(([x, y]) => x === path[0][0] && y === path[0][1]));
  return {
    learningRate: p.learningRate,
    start: placeOf(p.start),
    paths,
    beside: isStill ? beside : [],
    every,
    population,
    kinds,
    rests: restOf(problem, population),
  };
}

const placeOf = ([x, y]: readonly number[]): Place => [x, y];

function besideOf({ window }: SurfaceProblem, { start }: SurfaceParameters): Place {
  const toMiddle = (axis: 'x' | 'y', i: number) =>
    start[i] + BESIDE * ((window[axis][0] + window[axis][1]) / 2 - start[i]);
  return [toMiddle('x', 0), toMiddle('y', 1)];
}

/** Members of the population, as engines draw them. */
export function membersOf(problem: SurfaceProblem, count: number, from = 0): Place[] {
  return Array.from({ length: count }, (_, i) => startPlace(problem, from + i));
}

function startPlace({ window, parameters: { seed } }: SurfaceProblem, index: number): Place {
  const words = threefry([seed, STREAM_STARTS], [index, 0]);
  const along = ([low, high]: readonly [number, number], word: number) => uniformIn({ low, high }, word);
  return [along(window.x, words[0]), along(window.y, words[1])];
}

/** What seems to have become of runs, by where they are in the end. */
function kindsSeen({ minima, task }: SurfaceProblem, { x, y, size, frames }: Paths): Uint8Array {
  const others = minima.length + (task.valley ? 1 : 0);
  const first = (frames - 1) * size;
  return Uint8Array.from({ length: size }, (_, i) => {
    const [atX, atY] = [x[first + i], y[first + i]];
    if (!(Math.max(Math.abs(atX), Math.abs(atY)) <= task.bound)) return others + KINDS.indexOf('diverged');
    const near = minima.findIndex((point) => Math.hypot(point.x - atX, point.y - atY) <= 50 * task.tolerance);
    return near >= 0 ? near : task.valley ? minima.length : others + KINDS.indexOf('moving');
  });
}

/** Less than that share of the picture is not seen. */
const SEEN = 1 / 800;

/** The first kept iteration from which on no member is seen to move. */
function restOf({ window }: SurfaceProblem, { x, y, size, frames, every }: Paths): number {
  const far = (values: Float64Array, [low, high]: readonly [number, number], frame: number) => {
    const clamped = (value: number) => Math.max(2 * low - high, Math.min(2 * high - low, value || 0));
    const last = (frames - 1) * size;
    for (let i = 0; i < size; i++)
      if (Math.abs(clamped(values[frame * size + i]) - clamped(values[last + i])) > SEEN * (high - low)) return true;
    return false;
  };
  for (let frame = frames - 2; frame >= 0; frame--)
    if (far(x, window.x, frame) || far(y, window.y, frame)) return (frame + 1) * every;
  return 0;
}
