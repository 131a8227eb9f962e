import type { nothing, TemplateResult } from 'lit';
import type { PictureSize } from '../experiments/experiment';

/** How one view is made into a picture. */
export interface Picture {
  /** In the language in force, as all words here. */
  title: () => string;
  /** How to read it. */
  hint: () => string;
  /** What to do with it; left out where there are no controls. */
  invitation?: () => string;
  /**
   * Everything that the picture depends on; it is drawn anew only when one of these is another value.
   * Undefined while there is nothing to draw.
   */
  inputs: () => readonly unknown[] | undefined;
  draw: (container: HTMLElement, width: number) => void;
  /** Why there is no such picture of what was computed, in words; left out where there always is one. */
  absent?: () => string | undefined;
  /** What it shows, with its numbers, in a sentence or two. */
  summary: () => string;
  /** Its data as columns. */
  table: () => Record<string, ArrayLike<number | string>>;
  tools?: () => TemplateResult | typeof nothing;
  /** The picture's size for a chart of this width, for views that compute one run per pixel. */
  size?: (width: number) => PictureSize;
}
