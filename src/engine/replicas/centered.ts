import type { ReplicasTask } from './task';

/** A run that is so far from the minimizer, in widths of the problem, has diverged: float32 holds the fourth power of twice that. */
export const BOUND = 1e7;

/**
 * A task in numbers without units: the weight as its distance from the minimizer, in widths of the problem, and curvatures in units of
 * their mean. So float32 keeps its digits whatever the data are.
 */
export interface Centered {
  /** theta = center + scale * distance. */
  center: number;
  scale: number;
  start: number;
  rates: Float64Array;
  /** Example i has the gradient curvatures[i] * distance + noises[i]. */
  curvatures: Float64Array;
  noises: Float64Array;
  /** What the mean over all draws is, at each rate and kept iterate: moments are taken around it. */
  references: Float64Array;
}

/** The number of iterates that are kept. */
export const framesOf = ({ iterations, every }: Pick<ReplicasTask, 'iterations' | 'every'>): number =>
  Math.floor(iterations / every) + 1;

export function centered(task: ReplicasTask): Centered {
  const { start, learningRates, iterations, every } = task;
  const curvatures = Float64Array.from(task.curvatures);
  const gradients = Float64Array.from(task.gradients);
  const curvature = mean(curvatures);
  const unit = curvature || 1;
  // Where nothing is curved there is no minimizer: a step is then the same from anywhere.
  const center = curvature > 0 ? -mean(gradients) / curvature : start;
  const slopes = gradients.map((gradient, i) => gradient + curvatures[i] * center);
  const scale = Math.abs(start - center) + Math.sqrt(mean(slopes.map((slope) => slope * slope))) / unit || 1;
  const noises = slopes.map((slope) => slope / unit / scale);
  const distance = (start - center) / scale;
  const rates = Float64Array.from(learningRates, (rate) => rate * unit);
  const [pull, push] = [curvature > 0 ? 1 : 0, curvature > 0 ? 0 : mean(noises)];
  const frames = framesOf(task);
  const references = new Float64Array(rates.length * frames);
  rates.forEach((rate, i) => {
    let expected = distance;
    for (let k = 0; k <= iterations; k++) {
      if (k % every === 0) references[i * frames + k / every] = expected;
      expected = Math.max(-BOUND, Math.min(BOUND, expected - rate * (pull * expected + push)));
    }
  });
  return {
    center,
    scale,
    start: distance,
    rates,
    curvatures: curvatures.map((one) => one / unit),
    noises,
    references,
  };
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
