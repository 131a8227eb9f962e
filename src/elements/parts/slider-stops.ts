import type { SliderScale } from '../../experiments/parameters';

const STEPS = 200;

/**
 * The values that a slider stops at, each another one: two digits are as exact as a pointer is. The parameter's default
 * is one of them, so that a person who has left it comes back to it.
 */
export function sliderStops({ minimum, maximum, scale, isInteger }: SliderScale, home: unknown): number[] {
  const inside = Array.from({ length: STEPS - 1 }, (_, i) => {
    const share = (i + 1) / STEPS;
    const exact = scale === 'log' ? minimum * (maximum / minimum) ** share : minimum + share * (maximum - minimum);
    const short = Number(exact.toPrecision(2));
    return Math.min(maximum, Math.max(minimum, isInteger ? Math.round(short) : short));
  });
  const stops = new Set([minimum, ...inside, maximum]);
  if (typeof home === 'number' && home > minimum && home < maximum) stops.add(home);
  return [...stops].sort((a, b) => a - b);
}
