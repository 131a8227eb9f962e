import css from './kit.css?inline';
import { one } from './dom';
import { paletteStyles } from './palette';

/** Columns by name; a number stays a number, and what is unknown is an empty text. */
export type Table = Record<string, ArrayLike<number | string>>;

/** One kind of chart. */
export interface Chart<Data> {
  /** Draws into `container`, again and again with new data: elements are joined, so that focus and what is read survive. */
  draw(container: HTMLElement, data: Data & { width?: number }): void;
  /**
   * What the chart shows, in words with its numbers.
   * @param container what it is drawn in, once it is: what a picture shows may depend on its shape
   */
  summarize(data: Data, container?: Element): string;
  /** Its numbers as columns. */
  table(data: Data): Table;
  /** What it says that is in no column: a limit that was measured, for one. Plain data. */
  facts?(data: Data): Readonly<Record<string, unknown>>;
}

/** The one element that a chart is drawn in. */
export function chartRoot(container: HTMLElement): HTMLDivElement {
  adoptStyles(container, paletteStyles + css);
  return one<HTMLDivElement>(container, 'div', 'gd-chart');
}

const sheets = new Map<string, CSSStyleSheet>();

/** Gives the tree that `container` is in a style sheet, once. */
export function adoptStyles(container: HTMLElement, text: string): void {
  const tree = container.getRootNode();
  if (!(tree instanceof Document || tree instanceof ShadowRoot)) return;
  if (!sheets.has(text)) sheets.set(text, new CSSStyleSheet());
  const sheet = sheets.get(text)!;
  if (tree.adoptedStyleSheets.includes(sheet)) return;
  if (sheet.cssRules.length === 0) sheet.replaceSync(text);
  tree.adoptedStyleSheets.push(sheet);
}

/** How a picture is told to those who do not see it: by its text, unless that stands beside it as its figure's caption. */
export function told(container: Element, summary: string): Record<string, string | boolean | undefined> {
  const isCaptioned = Boolean(container.closest('figure')?.querySelector('figcaption'));
  return isCaptioned ? { 'aria-hidden': true } : { role: 'img', 'aria-label': summary };
}

/** The width to draw at: the one asked for, or the container's own. Below 240 pixels nothing can be read. */
export function widthOf(container: HTMLElement, asked: number | undefined): number {
  return Math.max(240, Math.floor(asked ?? (container.clientWidth || 640)));
}
