import { drawInBall } from '../../../math/ball';
import { GRADIENT_DESCENT, stateFor, steppingAt } from '../../../math/optimizers';
import { FOLLOWED } from '../../../math/outcomes';
import type { LeastSquaresDescentTask } from '../../least-squares-descent';
import * as ending from '../../least-squares-descent/ending';
import type { WorkerKernel } from '../worker-kernel';
import type { Part } from './plan';

/** About a millisecond's multiply-adds. */
const PRODUCTS_BETWEEN_PAUSES = 500_000;

/** Descent on least squares in float64: the definition of `leastSquaresDescent`. An item is a run. */
export const leastSquaresDescent: WorkerKernel<LeastSquaresDescentTask, Part> = {
  *run(task, from, to) {
    const { columns, starts, learningRates, iterations } = task;
    const frames = ending.framesOf(task);
    const runs = to - from;
    const part: Part = {
      outcomes: new Uint8Array(runs),
      growths: new Float64Array(runs),
      errors: new Float64Array(frames * runs * columns),
    };
    const follow = follower(task);
    const cost = (iterations + FOLLOWED) * (columns * columns + 8);
    let products = 0;
    for (let i = 0; i < runs; i++) {
      const run = from + i;
      const steps = follow(learningRates[Math.floor(run / starts.count)], run % starts.count, (frame, error) =>
        part.errors.set(error, (frame * runs + i) * columns),
      );
      let step = steps.next();
      for (; !step.done; step = steps.next()) yield i / runs;
      [part.outcomes[i], part.growths[i]] = step.value;
      products += cost;
      if (products < PRODUCTS_BETWEEN_PAUSES) continue;
      products = 0;
      yield (i + 1) / runs;
    }
    return part;
  },

  transfer: ({ outcomes, growths, errors }) => [outcomes.buffer, growths.buffer, errors.buffer] as ArrayBuffer[],
};

type Followed = [outcome: number, growth: number];

/** What follows a run from its start to its end; it yields now and then. `shaders/least-squares.wgsl` does the same. */
function follower(task: LeastSquaresDescentTask) {
  const {
    columns,
    hessian,
    projector,
    starts,
    iterations,
    tolerance,
    bound,
    every,
    optimizer = GRADIENT_DESCENT,
  } = task;
  const window = ending.growthSteps(task);
  const scale = ending.scaleOf(task);
  const last = ending.lastOf(task);
  const factors = ending.factorsOf(task);
  const isPlain = optimizer.name === 'gd';
  const rest = ending.REST * starts.radius;
  /** Below it a length is lost in rounding. */
  const floor = 0.1 * rest;
  const steppings = isPlain ? [] : Array.from(factors, (_, k) => steppingAt(optimizer, k));
  const [e, g, steps, raw] = Array.from({ length: 4 }, () => new Float64Array(columns));
  const stride = Math.ceil(PRODUCTS_BETWEEN_PAUSES / (columns * columns + 8));

  const multiply = (matrix: ArrayLike<number>, x: Float64Array, y: Float64Array) => {
    for (let i = 0, at = 0; i < columns; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += matrix[at++] * x[j];
      y[i] = sum;
    }
  };
  const length = (x: Float64Array) => {
    let squares = 0;
    for (let i = 0; i < columns; i++) squares += x[i] * x[i];
    return Math.sqrt(squares);
  };

  return function* (
    rate: number,
    start: number,
    keep: (frame: number, error: Float64Array) => void,
  ): Generator<void, Followed> {
    const state = stateFor(optimizer, columns);
    drawInBall(starts, start, columns, raw);
    if (projector) multiply(projector, raw, e);
    else e.set(raw);
    g.fill(0);
    let growth = ending.NO_GROWTH;
    let [begun, before, rising] = [0, 0, 0];
    let [stays, turns] = [true, true];
    let [distance, high, least, most] = [0, 0, Infinity, 0];
    for (let k = 0; ; k++) {
      if (every > 0 && k <= iterations && k % every === 0) keep(k / every, e);
      let turned = 0;
      let size = 0;
      let largest = 0;
      for (let i = 0, at = 0; i < columns; i++) {
        let sum = 0;
        for (let j = 0; j < columns; j++) sum += hessian[at++] * e[j];
        turned += sum * g[i];
        size += (sum * scale) ** 2;
        largest = Math.max(largest, Math.abs(e[i]));
        g[i] = sum;
      }
      size = Math.min(Math.sqrt(size), ending.LONGEST);
      // At rest, or beyond the bound, a run is over; where it was too quick for a whole stretch, its growth is that of what there was.
      const isBeyond = !(largest <= bound);
      const isOver = isBeyond || (isPlain && size < rest);
      if (k === 0) begun = size;
      else if (k % window === 0 || (isOver && k < window)) {
        if (begun > floor) growth = Math.log(Math.max(size, floor) / begun) / (k < window ? k : window);
        begun = size;
      }
      if (isOver) {
        for (let frame = Math.floor(k / every) + 1; frame < ending.framesOf(task); frame++) keep(frame, e);
        return [isBeyond ? ending.DIVERGED : length(e) <= tolerance ? ending.CONVERGED : ending.STILL, growth];
      }
      rising = k > 0 && size > before ? rising + 1 : 0;
      before = size;
      const followed = k - iterations;
      if (followed >= 0) {
        if (followed === 0) distance = length(e);
        if (followed <= FOLLOWED / 2) {
          stays &&= length(e) <= tolerance;
          high = Math.max(high, size);
        } else {
          turns &&= turned < 0;
          least = Math.min(least, size);
          most = Math.max(most, size);
        }
      }
      if (k === last) break;
      const at = Math.min(k, factors.length - 1);
      if (isPlain) for (let i = 0; i < columns; i++) e[i] -= rate * factors[at] * g[i];
      else {
        steppings[at](g, state, steps, columns);
        for (let i = 0; i < columns; i++) e[i] -= rate * factors[at] * steps[i];
      }
      if (k % stride === stride - 1) yield;
    }
    if (rising >= ending.RISING) return [ending.DIVERGED, growth];
    if (stays && length(e) <= Math.max(distance, tolerance / 100)) return [ending.CONVERGED, growth];
    if (least === most && !turns) return [ending.STILL, growth];
    if (turns && most <= least * (1 + ending.SAME)) return [ending.CYCLING, growth];
    return [most < high ? ending.MOVING : ending.WANDERING, growth];
  };
}
