import { formatNumber } from '../../charts/kit';
import { norm } from '../../math/norms';
import { listSign } from '../../words/numbers';
import { say } from './words';

/** A norm in pictures: its number is its place in the list, and what stands out in one picture stands out in all. */
export interface ShownNorm {
  power: number;
  name: string;
  color: string;
  value: number;
}

export const L1 = 1;
export const L2 = 2;
export const INFINITY = 3;
/** The ℓp norm. */
export const LP = 4;
export const COLORS = ['--gd-minimum-4', '--gd-minimum-1', '--gd-minimum-2', '--gd-minimum-3', '--gd-text'];

/** The norms of a vector. */
export function normsOf(x: readonly number[], p: number): ShownNorm[] {
  const names = ['‖x‖₀', '‖x‖₁', '‖x‖₂', '‖x‖∞', say('lp', { p: formatNumber(p) })];
  return [0, 1, 2, Infinity, p].map((power, i) => ({
    power,
    name: names[i],
    color: COLORS[i],
    value: norm(x, power),
  }));
}

export const isNoNorm = ({ power }: ShownNorm): boolean => power > 0 && power < 1;

/** At most a dozen of a vector's entries. */
export function vectorText(x: readonly number[]): string {
  const entries = x.slice(0, 12).map((value) => formatNumber(value, 3));
  return `(${[...entries, ...(x.length > 12 ? ['…'] : [])].join(`${listSign()} `)})`;
}

/** The norms with their values, as a part of a sentence. */
export const normsText = (norms: readonly ShownNorm[]): string =>
  norms.map(({ name, value }) => say('is', { name, value: formatNumber(value) })).join('; ');
