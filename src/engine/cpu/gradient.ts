import type { Gradient } from './block';

export function gradientOf(_objective: string): Gradient {
  return (points, slopes, length) => {
    for (let i = 0; i < length; i++) {
      const t = points[i];
      const u = 3 * (t - 3);
      const e = Math.exp(-Math.abs(u));
      const p = u >= 0 ? 1 / (1 + e) : e / (1 + e);
      const q = u >= 0 ? e / (1 + e) : 1 / (1 + e);
      const a = 10 * t * t;
      const b = ((t - 10) * (t - 10)) / 2 + 50;
      slopes[i] = q * 20 * t + p * (t - 10) + 3 * p * q * (b - a);
    }
  };
}
