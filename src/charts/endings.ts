import type { Outcome } from '../math/outcomes';
import { defineWords } from '../words/words';
import { formatNumber } from './kit/format';

/** What became of a run, in words. */
export const endingWords = /* @__PURE__ */ defineWords('endings', {
  diverged: 'diverged',
  left: 'left the domain',
  converged: 'converged',
  elsewhere: 'converged to another minimum',
  outside: 'in a minimum outside the range',
  outsideAt: 'in a minimum outside the range at {places}',
  still: 'standing still',
  cycling: 'in a cycle',
  cycleOf: 'in a cycle of {period} steps',
  moving: 'still moving',
  falling: 'falling',
  wandering: 'wandering (chaotic)',
  or: ' or ',
});

/** Numbers, one or the other: 2, 4 or 8. */
export function listed(numbers: readonly number[]): string {
  const texts = numbers.map((number) => formatNumber(number));
  const last = texts.slice(-1);
  return [texts.slice(0, -1).join(', '), ...last].filter(Boolean).join(endingWords('or'));
}

/** The names of their colours. */
export const ENDING_COLORS: Readonly<Record<Outcome, string>> = {
  diverged: '--gd-diverged',
  left: '--gd-left',
  converged: '--gd-minimum-2',
  elsewhere: '--gd-elsewhere',
  still: '--gd-still',
  cycling: '--gd-cycling',
  moving: '--gd-moving',
  wandering: '--gd-wandering',
};
