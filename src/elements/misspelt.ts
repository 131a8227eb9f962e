import { closest } from '../formula/suggest';

/** Tells the page's author of attributes that are nearly an element's: a browser says nothing of one that it does not know. */
export function tellMisspelt(element: Element, known: readonly string[]): void {
  for (const name of element.getAttributeNames()) {
    const meant = known.includes(name) || name in element ? undefined : closest(name, known);
    if (meant) console.warn(`<${element.localName}> has no attribute ${name}: did you mean ${meant}?`);
  }
}
