// For charts that are not yet drawn with the kit.
import { widthOf } from './kit/chart';
import { inksOf as resolve, type RGB } from './kit/colors';
import { color } from './kit/palette';
import { measureIn, shortened as shorten } from './kit/text';
import type { Outcome } from './types';

export { idOf, one, set } from './kit/dom';
export { widthOf };
export { listOutcomes } from './outcome';
export const outcomeColor = (outcome: Outcome) => color(outcome.color);
export const textWidth = (container: Element, text: string, size: number, weight = 400) =>
  measureIn(container)(text, size, weight);
export const shortened = (container: Element, text: string, width: number, size: number) =>
  shorten(measureIn(container), text, width, size);
export interface Inks {
  outcomes: RGB[];
  surface: RGB;
  text: RGB;
}
export function inksOf(container: Element, outcomes: readonly Outcome[]): Inks {
  const [surface, text, ...rest] = resolve(container, ['--gd-surface', '--gd-text', ...outcomes.map((o) => o.color)]);
  return { outcomes: rest, surface, text };
}
