import type { AnyExperiment } from '../experiments/experiment';
import type { AnyParameter } from '../experiments/parameters/parameter';
import { queryOf } from './markup';

/** An element, and what it shows. */
export interface Described extends HTMLElement {
  readonly describes?: AnyExperiment;
  readonly parameterList: readonly AnyParameter[];
}

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
