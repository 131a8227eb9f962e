import type { Outcome } from './types';

/**
 * The colours of every picture. A page may set the custom property on any ancestor; without one, the value here
 * holds, for light and dark pages.
 *
 * Chosen by measuring: at least 3:1 against white and against the dark surface, and the four that appear most (two
 * minima, bounded, diverged) stay apart by lightness as well as hue under protanopia, deuteranopia and tritanopia.
 */
export const DEFAULTS: Record<string, string> = {
  '--gd-minimum-1': 'light-dark(#c04f08, #f5873d)',
  '--gd-minimum-2': 'light-dark(#1c6fb7, #5aa7ee)',
  '--gd-minimum-3': 'light-dark(#0c7a42, #aedb8c)',
  '--gd-minimum-4': 'light-dark(#bb5fe6, #b763f0)',
  '--gd-minimum-5': 'light-dark(#99180f, #e2452d)',
  '--gd-minimum-6': 'light-dark(#2833b0, #3f8f5b)',
  '--gd-bounded': 'light-dark(#8b9098, #737a85)',
  '--gd-diverged': 'light-dark(#62205a, #e6b8e2)',
  // A signal, what is observed of it, and what descent makes of that; and whatever is set against these.
  '--gd-series-signal': 'light-dark(#3d424b, #c4cad4)',
  '--gd-series-observed': 'light-dark(#c04f08, #f5873d)',
  '--gd-series-recovery': 'light-dark(#1c6fb7, #5aa7ee)',
  '--gd-series-negative': 'light-dark(#62205a, #e6b8e2)',
  '--gd-maximum': 'light-dark(#5a5f69, #a4abb8)',
  '--gd-accent': 'light-dark(#0b5bd3, #8ab4ff)',
  '--gd-on-accent': 'light-dark(#ffffff, #0b1a33)',
  '--gd-error': 'light-dark(#b3261e, #ff8a80)',
  '--gd-surface': 'light-dark(#ffffff, #14171c)',
  '--gd-text': 'currentColor',
  // Mixed from the text's colour, these suit any page, whatever its background.
  '--gd-muted': 'color-mix(in srgb, currentColor 74%, transparent)',
  '--gd-axis': 'color-mix(in srgb, currentColor 50%, transparent)',
  '--gd-grid': 'color-mix(in srgb, currentColor 13%, transparent)',
  '--gd-border': 'color-mix(in srgb, currentColor 24%, transparent)',
  '--gd-panel': 'color-mix(in srgb, currentColor 4%, transparent)',
};

const MINIMUM_COLORS = 6;

/** The CSS value of a colour by the name of its custom property, with its default: `var(--gd-bounded, …)`. */
export function color(name: string): string {
  const fallback = DEFAULTS[name];
  return fallback === undefined ? `var(${name})` : `var(${name}, ${fallback})`;
}

/** The CSS value of an outcome's colour. */
export function outcomeColor(outcome: Outcome): string {
  return color(outcome.color);
}

/** The outcomes in their order: the minima as given, then bounded, then diverged. Six colours, then again from the first. */
export function listOutcomes(minima: readonly { theta: number; label: string }[]): Outcome[] {
  return [
    ...minima.map(({ theta, label }, i) => ({ kind: 'minimum' as const, label, theta, color: `--gd-minimum-${(i % MINIMUM_COLORS) + 1}` })),
    { kind: 'bounded', label: 'bounded', color: '--gd-bounded' },
    { kind: 'diverged', label: 'diverged', color: '--gd-diverged' },
  ];
}
