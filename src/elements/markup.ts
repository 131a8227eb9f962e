import type { AnyParameter } from '../experiments/parameters/parameter';

/**
 * The HTML of an element with its present settings: every parameter that is not at its default.
 * @param changes texts of attributes that are to be others
 */
export function markupOf(
  element: HTMLElement,
  parameters: readonly AnyParameter[],
  changes: Readonly<Record<string, string>> = {},
): string {
  const values = element as unknown as Readonly<Record<string, unknown>>;
  const attributes = parameters.flatMap((parameter) => {
    const { name, attribute } = parameter;
    if (attribute in changes) return [[attribute, changes[attribute]]];
    return parameter.isDefault(values[name]) ? [] : [[attribute, parameter.print(values[name])]];
  });
  const lines = attributes.map(([attribute, text]) => `\n  ${attribute}="${escapeAttribute(text)}"`).join('');
  const tag = element.localName;
  return `<${tag}${lines}${lines === '' ? '' : '\n'}></${tag}>`;
}

const escapeAttribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
