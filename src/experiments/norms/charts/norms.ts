import { formatNumber } from '../../../charts/kit';
import { listSign } from '../../../words/numbers';
import { norm } from '../norm';
import { say } from '../words';

/** The norms of the pictures, by number: what stands out in one picture stands out in all. */
export const NORMS = [
  { power: 0, name: '‖x‖₀', color: '--gd-minimum-4' },
  { power: 1, name: '‖x‖₁', color: '--gd-minimum-1' },
  { power: 2, name: '‖x‖₂', color: '--gd-minimum-2' },
  { power: Infinity, name: '‖x‖∞', color: '--gd-minimum-3' },
] as const;
export const L1 = 1;
export const L2 = 2;
/** The number of the ℓp norm, which has the colour of the text. */
export const LP = NORMS.length;
export const LP_COLOR = '--gd-text';

/** A norm that a picture shows: of a vector, or as a ball. */
export interface ShownNorm {
  power: number;
  name: string;
  color: string;
  value: number;
}

/** The norms of a vector, the ℓp norm last. */
export function normsOf(x: readonly number[], p: number): ShownNorm[] {
  const last = { power: p, name: say('lpName', { p: formatNumber(p) }), color: LP_COLOR };
  return [...NORMS, last].map(({ power, name, color }) => ({ power, name, color, value: norm(x, power) }));
}

/** What the ℓp norm is, and for p below 1 that it is none. */
export function noteOn({ power }: ShownNorm): string {
  if (power < 1 && power > 0) return say('noNorm');
  const names: Record<string, string> = {
    0: say('nonzero'),
    1: say('sum'),
    2: say('length'),
    Infinity: say('largest'),
  };
  return names[power] ?? say('power');
}

export const vectorText = (x: readonly number[]): string =>
  `(${x.map((value) => formatNumber(value, 3)).join(`${listSign()} `)})`;

/** The norms with their values, as a part of a sentence. */
export const normsText = (norms: readonly ShownNorm[]): string =>
  norms.map(({ name, value }) => say('normIs', { norm: name, value: formatNumber(value) })).join('; ');

/** The next round number: axes that end at one do not move with every change. */
export function roundUp(size: number): number {
  if (!(size > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 1.5, 2, 3, 4, 5, 6, 8].find((lead) => lead * power >= size) ?? 10);
}

/** The nearest multiple of a step, without the noise of its last digits: 0 is exactly 0. */
export function snapped(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(6));
}
