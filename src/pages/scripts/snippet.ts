import { markupOf } from '../../elements/markup';
import type { LabElement } from './lab-element';

/** The script that registers the elements, as the site serves it. */
const SCRIPT = import.meta.env.DEV ? '/src/define.ts' : '../descent-lab.js';

/** The HTML that shows an element with its present settings in somebody's page. */
export function snippetFor(element: LabElement): string {
  const script = new URL(SCRIPT, document.baseURI);
  script.search = script.hash = '';
  // Small as it is, the script is waited for, so that the element's room is there when the page is first shown.
  return `<script type="module" blocking="render" src="${script.href}" data-lab></script>\n${markupOf(element, element.describes?.parameters ?? [])}`;
}
