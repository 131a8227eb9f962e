import { wordsVersion } from '../../words/words';

const drawnFrom = new WeakMap<Element, readonly unknown[]>();

/**
 * Draws a part of a picture that is one of many alike, unless it stands there as drawn from the very same values in the same
 * language. Not for what paints on a canvas: that is drawn again when the page's colours change.
 */
export function ifChanged(part: Element, values: readonly unknown[], draw: () => void): void {
  const now = [wordsVersion(), ...values];
  const last = drawnFrom.get(part);
  if (last?.length === now.length && last.every((value, i) => Object.is(value, now[i]))) return;
  // What fails halfway is drawn again.
  drawnFrom.delete(part);
  draw();
  drawnFrom.set(part, now);
}
