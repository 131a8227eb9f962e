import { valueOf, type LabElement } from './lab-element';

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
  const query = new URLSearchParams();
  for (const parameter of element.describes?.parameters ?? []) {
    const value = valueOf(element, parameter.name);
    const text = parameter.print(value);
    const isHome = parameter.name === 'views' ? text === first : parameter.isDefault(value);
    if (!isHome) query.set(parameter.attribute, text);
  }
  // The one parameter of all elements that is not the page's own.
  const engine = valueOf(element, 'engine');
  if (engine !== undefined && engine !== 'auto') query.set('engine', String(engine));
  return query.size > 0 ? `?${query}` : '';
}
