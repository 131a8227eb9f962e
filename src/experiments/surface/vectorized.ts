import * as kit from '../../charts/kit';
import type { Engine, EngineInfo, RunOptions } from '../../engine/contract';
import { population } from '../../engine/population';
import { scheduleFactor } from '../../math/schedules';
import { stateFor, steppingAt } from '../../math/optimizers';
import type { Place } from '../../math/plane';
import { membersOf } from './flow';
import { descendHere } from './here';
import type { SurfaceProblem } from './problem';
import { startsIn } from './tasks';
import { say } from './words';

/** A way to descend from many starts, timed on this machine. */
export interface Timing {
  /** Milliseconds for all starts, and the number that was timed: fewer where all would take too long. */
  milliseconds: number;
  timed: number;
}

export interface Timings {
  starts: number;
  iterations: number;
  /** One start after the other, number by number. */
  single: Timing;
  /** All starts in one array, instruction by instruction. */
  array: Timing;
  /** On the engine. */
  engine: Timing;
  info: EngineInfo;
}

/** About how long the page is held up by a measurement. */
const MEASURED_MILLISECONDS = 60;
const PAUSE = () => new Promise((resolve) => setTimeout(resolve));

/** Times the same descent in three ways. */
export async function timeVectorized(
  problem: SurfaceProblem,
  learningRate: number,
  engine: Engine,
  options: RunOptions,
): Promise<Timings> {
  const { task, optimizers, parameters } = problem;
  const { starts } = parameters;
  const single = await timed(starts, 1, (from, count) => {
    for (let i = from; i < from + count; i++) descendAlone(problem, learningRate, membersOf(problem, 1, i)[0]);
  });
  options.signal?.throwIfAborted();
  const array = await timed(starts, 512, (from, count) =>
    descendHere(problem, optimizers[0], learningRate, membersOf(problem, count, from), task.iterations + 1),
  );
  options.signal?.throwIfAborted();
  const whole = { ...task, optimizer: optimizers[0], learningRates: [learningRate], starts: startsIn(problem, starts) };
  // The first run prepares what later ones find ready.
  const { engine: info } = await engine.run(population, whole, options);
  const began = performance.now();
  await engine.run(population, whole, options);
  return {
    starts,
    iterations: task.iterations,
    single,
    array,
    engine: { milliseconds: performance.now() - began, timed: starts },
    info,
  };
}

/** Times work on as many of the starts as take a measurable time, and scales it to all of them. */
async function timed(starts: number, batch: number, work: (from: number, count: number) => unknown): Promise<Timing> {
  work(0, Math.min(batch, starts));
  await PAUSE();
  let done = 0;
  const began = performance.now();
  do {
    const count = Math.min(batch, starts - done);
    work(done, count);
    done += count;
  } while (done < starts && performance.now() - began < MEASURED_MILLISECONDS);
  return { milliseconds: ((performance.now() - began) * starts) / done, timed: done };
}

/** One start, one step after the other, as a loop in a textbook. */
function descendAlone({ functions, task, optimizers }: SurfaceProblem, learningRate: number, [x, y]: Place): void {
  const theta = Float64Array.of(x, y);
  const [gradient, steps] = [new Float64Array(2), new Float64Array(2)];
  const state = stateFor(optimizers[0], 2);
  for (let k = 0; k < task.iterations; k++) {
    gradient.set(functions.gradient(theta[0], theta[1]));
    for (const axis of task.frozen ?? []) gradient[axis] = 0;
    steppingAt(optimizers[0], k)(gradient, state, steps, 2);
    const rate = learningRate * scheduleFactor(task.schedule, k, task.iterations);
    theta[0] -= rate * steps[0];
    theta[1] -= rate * steps[1];
    if (!(Math.abs(theta[0]) <= task.bound && Math.abs(theta[1]) <= task.bound)) return;
  }
}

export interface VectorizedData {
  timings: Timings;
}

const WAYS = ['single', 'array', 'engine'] as const;
const COLORS = { single: '--gd-minimum-1', array: '--gd-minimum-2', engine: '--gd-minimum-3' } as const;

function nameOf(way: (typeof WAYS)[number], { info }: Timings): string {
  if (way !== 'engine') return say(way);
  return info.kind === 'cpu'
    ? say('onWorkers', { count: Math.max(1, info.workers ?? 1) })
    : say('onEngine', { adapter: info.adapter });
}

function timeText(milliseconds: number): string {
  return milliseconds < 1000
    ? say('milliseconds', { number: kit.formatNumber(milliseconds, 3) })
    : say('seconds', { number: kit.formatNumber(milliseconds / 1000, 3) });
}

function rowsOf({ timings }: VectorizedData) {
  const slowest = Math.max(...WAYS.map((way) => timings[way].milliseconds));
  return WAYS.map((way) => {
    const { milliseconds, timed } = timings[way];
    const steps = (timings.starts * timings.iterations) / (milliseconds / 1000);
    const times = timings.single.milliseconds / milliseconds;
    const words = { steps: kit.formatNumber(steps / 1e6, 3), times: kit.formatNumber(times, 3) };
    const speed = say(way === 'single' ? 'speed' : 'speedBeside', words);
    const note = timed < timings.starts ? `${speed}; ${say('scaled', { count: timed })}` : speed;
    return {
      name: nameOf(way, timings),
      color: COLORS[way],
      value: timeText(milliseconds),
      parts: [milliseconds / slowest],
      note,
      steps,
    };
  });
}

/** The same starts one at a time, in one array, and on the engine: how long each takes here. */
export const vectorized: kit.Chart<VectorizedData> = {
  draw(container, data) {
    const { starts, iterations } = data.timings;
    const root = kit.chartRoot(container);
    kit.set(root, kit.told(root, vectorized.summarize(data)));
    kit.drawRows(
      kit.one(root, 'div', 'gd-timings'),
      [{ title: say('sameStarts', { count: starts, iterations: kit.formatCount(iterations) }), rows: rowsOf(data) }],
      {},
    );
  },
  summarize(data) {
    const { starts, iterations } = data.timings;
    const title = say('sameStarts', { count: starts, iterations: kit.formatCount(iterations) });
    return `${title} ${rowsOf(data)
      .map(({ name, value, note }) => `${name}: ${value} (${note})`)
      .join('; ')}.`;
  },
  table(data) {
    const rows = rowsOf(data);
    return {
      way: WAYS.map((way) => way),
      milliseconds: WAYS.map((way) => data.timings[way].milliseconds),
      'steps per second': rows.map(({ steps }) => steps),
      'starts timed': WAYS.map((way) => data.timings[way].timed),
    };
  },
};
