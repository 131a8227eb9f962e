import { valueOf, type LabElement } from './lab-element';

/** The script that registers the elements, as the site serves it. */
const SCRIPT = import.meta.env.DEV ? '/src/define.ts' : '../descent-lab.js';

/** The HTML that shows an element with its present settings in somebody's page. */
export function snippetFor(element: LabElement): string {
  const { localName: tag, describes } = element;
  const script = new URL(SCRIPT, document.baseURI);
  script.search = script.hash = '';
  const attributes = (describes?.parameters ?? [])
    .filter((parameter) => !parameter.isDefault(valueOf(element, parameter.name)))
    .map(
      (parameter) =>
        `\n  ${parameter.attribute}="${escapeAttribute(parameter.print(valueOf(element, parameter.name)))}"`,
    );
  const opening = attributes.length === 0 ? `<${tag}>` : `<${tag}${attributes.join('')}\n>`;
  // Small as it is, the script is waited for, so that the element's room is there when the page is first shown.
  return `<script type="module" blocking="render" src="${script.href}"></script>\n${opening}</${tag}>`;
}

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
