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
