/**
 * Optimizers in the form of optax: `init` makes a state for parameters, `update` turns a gradient into a step and the next
 * state. A run makes theta -= rate * step. Nothing that is given is changed.
 *
 * The conventions are PyTorch's: momentum is not damped, and the small numbers that keep from dividing by 0 stand outside
 * of the roots.
 */
export interface Optimizer<State = never> {
  init(theta: ArrayLike<number>): State;
  /** @param k the iteration, from 0 on */
  update(gradient: ArrayLike<number>, state: State, k: number): readonly [step: Float64Array, state: State];
}

/** An optimizer's coefficients, each at least 0 and below 1, where nothing is said; and the optimizer that has them. */
interface Kind<State> {
  defaults: readonly number[];
  of(...coefficients: number[]): Optimizer<State>;
}

const zeros = ({ length }: ArrayLike<number>) => new Float64Array(length);

/** An entry from each of some arrays of the same length. */
function zip(of: (...values: number[]) => number, ...arrays: ArrayLike<number>[]): Float64Array {
  return Float64Array.from(arrays[0], (_, i) => of(...arrays.map((array) => array[i])));
}

const gd: Kind<undefined> = {
  defaults: [],
  of: () => ({ init: () => undefined, update: (gradient, state) => [Float64Array.from(gradient), state] }),
};

/** v = beta v + g; the step is v. */
const momentum: Kind<Float64Array> = {
  defaults: [0.9],
  of: (beta) => ({
    init: zeros,
    update(gradient, before) {
      const velocity = zip((v, g) => beta * v + g, before, gradient);
      return [velocity, velocity];
    },
  }),
};

/** v = beta v + g; the step is g + beta v. */
const nesterov: Kind<Float64Array> = {
  defaults: [0.9],
  of: (beta) => ({
    init: zeros,
    update(gradient, before) {
      const velocity = zip((v, g) => beta * v + g, before, gradient);
      return [zip((g, v) => g + beta * v, gradient, velocity), velocity];
    },
  }),
};

/** s = s + g^2; the step is g / (sqrt s + 1e-10). */
const adagrad: Kind<Float64Array> = {
  defaults: [],
  of: () => ({
    init: zeros,
    update(gradient, before) {
      const sum = zip((s, g) => s + g * g, before, gradient);
      return [zip((g, s) => g / (Math.sqrt(s) + 1e-10), gradient, sum), sum];
    },
  }),
};

/** s = rho s + (1 - rho) g^2; the step is g / (sqrt s + 1e-8). */
const rmsprop: Kind<Float64Array> = {
  defaults: [0.9],
  of: (rho) => ({
    init: zeros,
    update(gradient, before) {
      const mean = zip((s, g) => rho * s + (1 - rho) * g * g, before, gradient);
      return [zip((g, s) => g / (Math.sqrt(s) + 1e-8), gradient, mean), mean];
    },
  }),
};

interface Moments {
  first: Float64Array;
  second: Float64Array;
}

/** Means of g and g^2, both freed of the bias of their start at 0; the step is m / (sqrt v + 1e-8). */
const adam: Kind<Moments> = {
  defaults: [0.9, 0.999],
  of: (beta1, beta2) => ({
    init: (theta) => ({ first: zeros(theta), second: zeros(theta) }),
    update(gradient, before, k) {
      const first = zip((m, g) => beta1 * m + (1 - beta1) * g, before.first, gradient);
      const second = zip((v, g) => beta2 * v + (1 - beta2) * g * g, before.second, gradient);
      const [bias1, bias2] = [1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)];
      return [zip((m, v) => m / bias1 / (Math.sqrt(v / bias2) + 1e-8), first, second), { first, second }];
    },
  }),
};

export const optimizers = { gd, momentum, nesterov, adagrad, rmsprop, adam } as const;

export type OptimizerName = keyof typeof optimizers;
export const OPTIMIZER_NAMES = Object.keys(optimizers) as readonly OptimizerName[];

/** An optimizer by its name and coefficients, with a state that only it looks into. */
export function optimizerOf(name: OptimizerName, coefficients: readonly number[] = []): Optimizer<unknown> {
  const { defaults, of } = optimizers[name] as Kind<unknown>;
  return of(...defaults.map((usual, i) => coefficients[i] ?? usual));
}
