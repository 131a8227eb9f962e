import { scriptMarkup } from '../../elements/embedding';
import { markupOf } from '../../elements/markup';
import type { LabElement } from './lab-element';

/** The script that registers the elements, as the site serves it. */
const SCRIPT = import.meta.env.DEV ? '/src/define.ts' : '../descent-lab.js';

/** The HTML that shows an element with its present settings in somebody's page. */
export function snippetFor(element: LabElement): string {
  const script = new URL(SCRIPT, document.baseURI);
  script.search = script.hash = '';
  return `${scriptMarkup(script.href)}\n${markupOf(element, element.parameterList)}`;
}
