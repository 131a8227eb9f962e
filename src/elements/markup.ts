import type { AnyParameter } from '../experiments/parameters/parameter';

/** Texts of attributes that are to be others than an element's own; undefined leaves one out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** The present settings of an element as attributes and their texts: every parameter that is not at its default. */
export function settingsOf(
  element: HTMLElement,
  parameters: readonly AnyParameter[],
  changes: Changes = {},
): [attribute: string, text: string][] {
  const values = element as unknown as Readonly<Record<string, unknown>>;
  return parameters.flatMap((parameter): [string, string][] => {
    const { name, attribute } = parameter;
    const isHome = attribute in changes ? changes[attribute] === undefined : parameter.isDefault(values[name]);
    return isHome ? [] : [[attribute, changes[attribute] ?? parameter.print(values[name])]];
  });
}

/**
 * The HTML of an element with its present settings.
 * @param parameters those that every element has included: hidden answers stay hidden
 */
export function markupOf(element: HTMLElement, parameters: readonly AnyParameter[], changes?: Changes): string {
  const lines = settingsOf(element, parameters, changes)
    .map(([attribute, text]) => `\n  ${attribute}="${escapeAttribute(text)}"`)
    .join('');
  const tag = element.localName;
  return `<${tag}${lines}${lines === '' ? '' : '\n'}></${tag}>`;
}

/** The query of an address that the lab's pages read the present settings back from; empty if there is nothing to say. */
export function queryOf(element: HTMLElement, parameters: readonly AnyParameter[], changes?: Changes): string {
  const query = new URLSearchParams(settingsOf(element, parameters, changes));
  // Of the parameters of all elements, those that are not the page's own.
  const { engine = 'auto', answers = 'shown' } = element as { engine?: string; answers?: string };
  if (engine !== 'auto') query.set('engine', engine);
  if (answers !== 'shown') query.set('answers', answers);
  return query.size > 0 ? `?${query}` : '';
}

export const escapeAttribute = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
