import type { Outcome } from '../math/outcomes';
import { defineWords } from '../words/words';

/** What became of a run, in words. */
export const endingWords = /* @__PURE__ */ defineWords('endings', {
  diverged: 'diverged',
  left: 'left the domain of the function',
  converged: 'converged',
  elsewhere: 'converged to another minimum',
  still: 'stands still',
  cycling: 'cycling',
  moving: 'still moving',
  wandering: 'wandering',
});

/** The names of their colours. */
export const ENDING_COLORS: Readonly<Record<Outcome, string>> = {
  diverged: '--gd-diverged',
  left: '--gd-minimum-5',
  converged: '--gd-minimum-2',
  elsewhere: '--gd-minimum-3',
  still: '--gd-text',
  cycling: '--gd-minimum-1',
  moving: '--gd-bounded',
  wandering: '--gd-minimum-4',
};
