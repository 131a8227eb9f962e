import type { AnyExperiment } from '../experiments/experiment';
import { escapeAttribute, queryOf } from './markup';

/** An element, and what it shows. */
export interface Described extends HTMLElement {
  readonly describes?: AnyExperiment;
}

/** The height of a frame that its page does not set. */
const FRAME_HEIGHT = 640;

/**
 * Where the lab's pages are, as the page says: `data-lab` on the script that they come with (`<script src="https://the.lab/descent-lab.js" data-lab>`),
 * or on any other element, with an address. Undefined where it does not: the script alone may lie where no page of the lab is.
 */
export function labRoot(): string | undefined {
  const named = document.querySelector<HTMLElement>('[data-lab]');
  if (!named) return undefined;
  const script = named instanceof HTMLScriptElement ? named.src : '';
  try {
    const { href, protocol } = new URL(named.dataset.lab || '.', script || document.baseURI);
    return /^https?:$/.test(protocol) ? href.replace(/[^/]*$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** The address of an experiment's page of the lab, or of its bare element for a frame, with an element's present settings and one view. */
export function labAddress(
  element: Described,
  view: string,
  folder: 'experiments' | 'embed' = 'experiments',
): string | undefined {
  const { describes } = element;
  const root = labRoot();
  if (root === undefined || !describes) return undefined;
  return `${root}${folder}/${describes.name}.html${queryOf(element, describes.parameters, { views: view })}`;
}

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
