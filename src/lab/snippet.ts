import { attributeOf, textOf } from '../experiments/parameters';
import type { SectionModel } from './page';

/** The script that registers the elements, as the site serves it. */
const SCRIPT = import.meta.env.DEV ? 'src/define.ts' : 'descent-lab.js';

/** The HTML that shows an element with its present settings in somebody's page. */
export function snippetFor({ tag, element, experiment }: SectionModel): string {
  const script = new URL(SCRIPT, document.baseURI);
  script.search = script.hash = '';
  const values = element as unknown as Record<string, unknown>;
  const attributes = experiment.parameters
    .filter(({ name, default: value }) => textOf(values[name]) !== textOf(value))
    .map(({ name }) => `\n  ${attributeOf(name)}="${escapeAttribute(textOf(values[name]))}"`);
  const opening = attributes.length === 0 ? `<${tag}>` : `<${tag}${attributes.join('')}\n>`;
  return `<script type="module" src="${script.href}"></script>\n${opening}</${tag}>`;
}

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
