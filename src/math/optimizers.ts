/**
 * Optimizers in the form of optax: `init` makes a state for parameters, `update` turns a gradient into a step and the next
 * state. A run makes theta -= rate * step. Nothing that is given is changed.
 *
 * The conventions are PyTorch's: momentum is not damped, and the small numbers that keep from dividing by 0 stand outside
 * of the roots.
 */
export interface Optimizer<State = never> {
  /** What it is, as data: workers and the GPU are told by it. */
  readonly named: NamedOptimizer;
  init(theta: ArrayLike<number>): State;
  /** @param k the iteration, from 0 on */
  update(gradient: ArrayLike<number>, state: State, k: number): readonly [step: Float64Array, state: State];
}

/** An optimizer by its name and all its coefficients: plain data. */
export interface NamedOptimizer {
  readonly name: OptimizerName;
  readonly coefficients: readonly number[];
}

/** The numbers that an optimizer keeps of each parameter: `state[j][i]` is number j of parameter i. */
export type State = readonly Float64Array[];

/** Turns the gradient of the first `length` parameters into steps, and changes the state. */
export type Stepping = (gradient: Float64Array, state: State, steps: Float64Array, length: number) => void;

interface Kind {
  /** The usual coefficients. Each is at least 0 and below 1. */
  readonly defaults: readonly number[];
  /** How many numbers it keeps of each parameter, all 0 at first. */
  readonly kept: 0 | 1 | 2;
  /** What turns gradients into steps in iteration k. */
  at(k: number, ...coefficients: number[]): Stepping;
}

const gd: Kind = {
  defaults: [],
  kept: 0,
  at: () => (gradient, _, steps, length) => {
    for (let i = 0; i < length; i++) steps[i] = gradient[i];
  },
};

/** v = beta v + g; the step is v. */
const momentum: Kind = {
  defaults: [0.9],
  kept: 1,
  at:
    (_, beta) =>
    (gradient, [velocity], steps, length) => {
      for (let i = 0; i < length; i++) steps[i] = velocity[i] = beta * velocity[i] + gradient[i];
    },
};

/** v = beta v + g; the step is g + beta v. */
const nesterov: Kind = {
  defaults: [0.9],
  kept: 1,
  at:
    (_, beta) =>
    (gradient, [velocity], steps, length) => {
      for (let i = 0; i < length; i++) {
        velocity[i] = beta * velocity[i] + gradient[i];
        steps[i] = gradient[i] + beta * velocity[i];
      }
    },
};

/** s = s + g^2; the step is g / (sqrt s + 1e-10). */
const adagrad: Kind = {
  defaults: [],
  kept: 1,
  at:
    () =>
    (gradient, [sum], steps, length) => {
      for (let i = 0; i < length; i++) {
        sum[i] += gradient[i] * gradient[i];
        steps[i] = gradient[i] / (Math.sqrt(sum[i]) + 1e-10);
      }
    },
};

/** s = rho s + (1 - rho) g^2; the step is g / (sqrt s + 1e-8). */
const rmsprop: Kind = {
  defaults: [0.9],
  kept: 1,
  at:
    (_, rho) =>
    (gradient, [mean], steps, length) => {
      for (let i = 0; i < length; i++) {
        mean[i] = rho * mean[i] + (1 - rho) * gradient[i] * gradient[i];
        steps[i] = gradient[i] / (Math.sqrt(mean[i]) + 1e-8);
      }
    },
};

/** Means of g and g^2, both freed of the bias of their start at 0; the step is m / (sqrt v + 1e-8). */
const adam: Kind = {
  defaults: [0.9, 0.999],
  kept: 2,
  at(k, beta1, beta2) {
    const [bias1, bias2] = [1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)];
    return (gradient, [first, second], steps, length) => {
      for (let i = 0; i < length; i++) {
        first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
        second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] * gradient[i];
        steps[i] = first[i] / bias1 / (Math.sqrt(second[i] / bias2) + 1e-8);
      }
    };
  },
};

export const optimizers = { gd, momentum, nesterov, adagrad, rmsprop, adam } as const;

export type OptimizerName = keyof typeof optimizers;
export const OPTIMIZER_NAMES = Object.keys(optimizers) as readonly OptimizerName[];

export const GRADIENT_DESCENT: NamedOptimizer = { name: 'gd', coefficients: [] };

/** An optimizer by its name; coefficients that are left out are the usual ones. */
export function named(name: OptimizerName, coefficients: readonly number[] = []): NamedOptimizer {
  return { name, coefficients: optimizers[name].defaults.map((usual, i) => coefficients[i] ?? usual) };
}

/** An empty state for this many parameters. */
export function stateFor({ name }: NamedOptimizer, length: number): State {
  return Array.from({ length: optimizers[name].kept }, () => new Float64Array(length));
}

/** What turns gradients into steps in iteration k. */
export function steppingAt({ name, coefficients }: NamedOptimizer, k: number): Stepping {
  return (optimizers[name] as Kind).at(k, ...coefficients);
}

/** An optimizer by its name and coefficients, with a state that only it looks into. */
export function optimizerOf(name: OptimizerName, coefficients: readonly number[] = []): Optimizer<unknown> {
  const which = named(name, coefficients);
  const optimizer: Optimizer<State> = {
    named: which,
    init: ({ length }) => stateFor(which, length),
    update(gradient, before, k) {
      const state = before.map((numbers) => numbers.slice());
      const steps = new Float64Array(gradient.length);
      steppingAt(which, k)(Float64Array.from(gradient), state, steps, gradient.length);
      return [steps, state];
    },
  };
  return optimizer as Optimizer<unknown>;
}

/**
 * The learning rate above which the optimizer leaves a minimum of a quadratic whose largest curvature is given; undefined
 * for those that theory sets none.
 */
export function rateLimit({ name, coefficients: [beta] }: NamedOptimizer, curvature: number): number | undefined {
  switch (name) {
    case 'gd':
      return 2 / curvature;
    case 'momentum':
      return (2 * (1 + beta)) / curvature;
    case 'nesterov':
      return (2 * (1 + beta)) / ((1 + 2 * beta) * curvature);
    default:
      return undefined;
  }
}

/**
 * The factor by which a step multiplies the distance to the minimum of a quadratic, after many steps: the greatest modulus of the roots of
 * the optimizer's recurrence z^2 - (sum) z + (product). Undefined where the step is no linear function of the gradients.
 */
export function stepFactor(
  { name, coefficients: [beta] }: NamedOptimizer,
  rate: number,
  curvature: number,
): number | undefined {
  const along = rate * curvature;
  switch (name) {
    case 'gd':
      return Math.abs(1 - along);
    case 'momentum':
      return greatestRoot(1 + beta - along, beta);
    case 'nesterov':
      return greatestRoot((1 + beta) * (1 - along), beta * (1 - along));
    default:
      return undefined;
  }
}

function greatestRoot(sum: number, product: number): number {
  const discriminant = sum * sum - 4 * product;
  return discriminant < 0 ? Math.sqrt(product) : (Math.abs(sum) + Math.sqrt(discriminant)) / 2;
}
