import { escapeAttribute } from './markup';
import { labRoot } from './lab';

/** The height of a frame that its page does not set. */
const FRAME_HEIGHT = 640;

/** HTML of the script that registers the elements. Small as it is, it is waited for, so that an element's room is there when the page is first shown. */
export const scriptMarkup = (address: string): string =>
  `<script type="module" blocking="render" src="${escapeAttribute(address)}" data-lab></script>`;

/** The same, from where this page has it; empty where that is not known. */
export function scriptMarkupHere(): string {
  const root = labRoot();
  if (root !== undefined) return scriptMarkup(`${root}descent-lab.js`);
  const own = document.querySelector<HTMLScriptElement>('script[src*="descent-lab"]');
  if (!own) return '';
  const type = own.type === 'module' ? ' type="module" blocking="render"' : '';
  return `<script${type} src="${escapeAttribute(own.src)}"></script>`;
}

/** HTML that shows an element's page in a frame. */
export const frameMarkup = (address: string, title: string): string =>
  `<iframe\n  src="${escapeAttribute(address)}"\n  title="${escapeAttribute(title)}"\n  width="100%" height="${FRAME_HEIGHT}" style="border: 0" loading="lazy"\n></iframe>`;
