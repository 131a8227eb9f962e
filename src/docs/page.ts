/**
 * The documentation: pages of the site under `docs/`, made when the site is built and by the development server.
 *
 * How a page's content is written:
 *
 * - A page is a file `src/docs/pages/NAME.ts` with `export const page: DocsPage`, or a function that makes one from what the
 *   elements say of themselves (`description.ts`); it becomes `docs/NAME.html`. Nothing lists
 *   it: the build finds it, the navigation and the index name it, and the tests open it.
 * - A section's content is HTML of our own, best written as `prose` (`formula/tex.ts`: Markdown with formulas, in which values
 *   may stand); `blocks.ts` has functions for what is more than text:
 *   `live` (an example that runs on the page, beside its code), `program` (the text of `src/docs/examples/NAME.ts`),
 *   `code`, `table`.
 * - A program under `src/docs/examples/` is a module that imports from `descent-lab` or `descent-lab/...` as a reader's would.
 *   What it gives to `console.log` stands under that line as a comment `// → ...`; a test runs every program and compares.
 * - What is written about an element stands in `src/experiments/NAME/page.ts`, and is part of its experiment's page
 *   (`src/pages/page.ts`); tables come from its schema and its comments.
 *
 * Nothing that an element needs may import anything from here.
 */

/** Markup of our own; what comes from elsewhere goes through `escapeHtml` first. */
export type Html = string;

export interface Section {
  title: string;
  /** The section's anchor; made from the title where it is left out. */
  id?: string;
  html: Html;
}

export interface DocsPage {
  title: string;
  /** What the page is about, in a sentence: for the index, and for those who search. */
  description: string;
  /** Pages are listed by this number, the least first. */
  place: number;
  /** The name of the page that this one is a part of: it stands under that one in lists. */
  parent?: string;
  /** What stands above the first section. */
  lead?: Html;
  sections: readonly Section[];
}

/** An example on the page of an element: HTML to copy, which runs beside its code as it is shown. */
export interface ElementExample {
  title: string;
  /** What there is to see, in a sentence or two. */
  text: Html;
  /** The code. */
  html: string;
  /** The name of a file of `src/docs/examples/on-page` that belongs to it: it runs on the page and is shown too. */
  script?: string;
}

/** What is written by hand about an experiment and its element. */
export interface ExperimentDocs {
  /** What the element is for, beyond the experiment's own sentence. */
  introduction: Html;
  /** At least three. */
  examples: readonly ElementExample[];
  /** The mathematics behind it. */
  mathematics: readonly Section[];
}
