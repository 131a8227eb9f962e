import { queryOf } from '../../elements/markup';
import { viewsOf, type LabElement } from './lab-element';

/**
 * The settings of a page's element in its address: `?seed=7&learning-rates=0.1+0.2` holds every parameter that is not where
 * the page has it. Opening the address gives the same picture.
 */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/**
 * The query that `readAddress` reads the present settings back from; empty if everything is as the page opens it.
 * @param first the views that the page opens with
 */
export function writeAddress(element: LabElement, first: string): string {
  const views = viewsOf(element).join(' ');
  return queryOf(element, element.describes?.parameters ?? [], { views: views === first ? undefined : views });
}
