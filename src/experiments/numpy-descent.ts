import { pythonNumber } from '../formula/python';
import type { NamedOptimizer, OptimizerName } from '../math/optimizers';
import { schedules, type Schedule, type ScheduleName } from '../math/schedules';

const FACTORS: Record<ScheduleName, (...coefficients: number[]) => string> = {
  constant: () => '1',
  step: (every, factor) => `${factor}**(k // ${every})`,
  exponential: (factor) => `${factor}**k`,
  cosine: () => '(1 + np.cos(np.pi * k / iterations)) / 2',
  inverse: (half) => `1 / (1 + k / ${half})`,
};

/** A function of Python: what the learning rate is multiplied by in iteration k of `iterations`. */
export function factorInPython({ name, coefficients, warmup = 0 }: Schedule): string {
  const factor = FACTORS[name](...(coefficients ?? schedules[name].defaults));
  return `def factor(k):
    return ${warmup > 0 ? `min(1, (k + 1) / ${warmup}) * ` : ''}${factor}`;
}

const STEPS: Record<OptimizerName, (...coefficients: string[]) => { state: readonly string[]; lines: string[] }> = {
  gd: () => ({ state: [], lines: ['return slope'] }),
  momentum: (beta) => ({
    state: ['velocity'],
    lines: [`velocity[:] = ${beta} * velocity + slope`, 'return velocity'],
  }),
  nesterov: (beta) => ({
    state: ['velocity'],
    lines: [`velocity[:] = ${beta} * velocity + slope`, `return slope + ${beta} * velocity`],
  }),
  adagrad: () => ({
    state: ['squares'],
    lines: ['squares[:] = squares + slope * slope', 'return slope / (np.sqrt(squares) + 1e-10)'],
  }),
  rmsprop: (rho) => ({
    state: ['squares'],
    lines: [`squares[:] = ${rho} * squares + (1 - ${rho}) * slope * slope`, 'return slope / (np.sqrt(squares) + 1e-8)'],
  }),
  adam: (first, second) => ({
    state: ['mean', 'squares'],
    lines: [
      `mean[:] = ${first} * mean + (1 - ${first}) * slope`,
      `squares[:] = ${second} * squares + (1 - ${second}) * slope * slope`,
      `unbiased, size = mean / (1 - ${first}**(k + 1)), squares / (1 - ${second}**(k + 1))`,
      'return unbiased / (np.sqrt(size) + 1e-8)',
    ],
  }),
};

/** A function of Python: the step that the optimizer makes of slopes in iteration k, and above it the numbers that it keeps of each of them. */
export function stepInPython({ name, coefficients }: NamedOptimizer, length: number): string {
  const { state, lines } = STEPS[name](...coefficients.map(pythonNumber));
  return `${state.map((kept) => `${kept} = np.zeros(${length})\n`).join('')}${state.length > 0 ? '\n' : ''}def step_of(slope, k):
${lines.map((line) => `    ${line}`).join('\n')}`;
}
