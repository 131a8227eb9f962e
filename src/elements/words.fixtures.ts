/** What tests share that find out whether every word of an element can be translated. */
import { expect } from 'vitest';
import { english } from '../words/english';
import type { Words } from '../words/set-words';
import type { Text as WordsText } from '../words/words';
import type { AnyElement } from './elements.fixtures';

/** Every text of the table in brackets, with its values outside of them: what stands in none was said by somebody else. */
export function bracketed(): Words {
  const form = (text: string) =>
    text.replace(/\{(\w+)(\|[^{}]*)?\}|[^{}]+/g, (piece, _, forms?: string) =>
      forms ? piece.replace(/(?<=\|)[^|}]+/g, '⟦$&⟧') : piece.startsWith('{') ? piece : `⟦${piece}⟧`,
    );
  const inBrackets = (text: WordsText) =>
    typeof text === 'string'
      ? form(text)
      : (Object.fromEntries(
          Object.entries(text).map(([category, one]) => [category, form(one)]),
        ) as unknown as WordsText);
  const sections = Object.entries(english).map(([name, section]) => {
    const texts = Object.entries(section).map(([key, text]) => [key, inBrackets(text)]);
    return [name, Object.fromEntries(texts)];
  });
  return Object.fromEntries(sections) as Words;
}

/** A text of the table, also one that was cut short for want of room. */
export const SAID = /⟦[^⟦⟧]*(?:⟧|…)/g;

/** What is nobody's to translate: units and names of file formats, functions as formulas have them. */
const NOT_WORDS = /(?<!\p{L})(?:[KMGTP]iB|ms|µs|SVG|PNG|CSV|JSON|huber|square|theta|exp|google swiftshader)(?!\p{L})/gu;

const SPOKEN = [
  'aria-label',
  'aria-valuetext',
  'aria-roledescription',
  'aria-description',
  'title',
  'alt',
  'placeholder',
  'label',
];

/** Everything that is to be seen or heard of an element, or of a part of one, and is in no brackets. `known`: names and values of this page. */
export function unsaid(whole: Element, known: readonly string[] = []): string[] {
  const found: string[] = [];
  const look = (where: string, text: string) => {
    let rest = text.replace(SAID, ' ').replace(NOT_WORDS, ' ');
    for (const name of known) rest = rest.replaceAll(name, ' ');
    // A letter alone stands in a formula.
    if (/\p{L}{2,}/u.test(rest)) found.push(`${where}: ${text.trim()}`);
  };
  const walk = (node: Node) => {
    if (node instanceof Text)
      look(node.parentElement?.getAttribute('class') ?? node.parentElement?.localName ?? '', node.data);
    if (node instanceof globalThis.Element) {
      // Names in formulas are nobody's to translate either.
      if (node.localName === 'style' || node.localName === 'mi' || node.getAttribute('translate') === 'no') return;
      for (const name of SPOKEN)
        if (node.hasAttribute(name)) look(`${node.localName} ${name}`, node.getAttribute(name)!);
    }
    node.childNodes.forEach(walk);
  };
  walk(whole.shadowRoot ?? whole);
  return found;
}

/** How many texts of the table are to be seen or heard. */
export function countSaid(element: AnyElement): number {
  return element.shadowRoot!.innerHTML.match(SAID)?.length ?? 0;
}

/** Points at every picture, and zooms out of it, so that it says what is there. */
export function pointEverywhere(element: AnyElement, look: (picture: Element) => void): void {
  for (const target of element.shadowRoot!.querySelectorAll<HTMLElement | SVGElement>('.gd-hit, .gd-zoom')) {
    const box = target.getBoundingClientRect();
    const picture = target.closest('figure') ?? element;
    for (const [x, y] of [
      [0.02, 0.5],
      [0.5, 0.5],
      [0.97, 0.1],
    ]) {
      const place = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
      target.dispatchEvent(new PointerEvent('pointermove', { ...place, bubbles: true, pointerType: 'mouse' }));
      look(picture);
    }
    target.dispatchEvent(new WheelEvent('wheel', { deltaY: 10, bubbles: true, cancelable: true }));
    look(picture);
  }
}

/** Expects that every word of an element stands in the table, also what it says when it is pointed at. */
export async function expectEveryWord(element: AnyElement, known: readonly string[] = []): Promise<void> {
  await element.updateComplete;
  for (const menu of element.shadowRoot!.querySelectorAll('details')) menu.open = true;
  expect(unsaid(element, known)).toEqual([]);
  pointEverywhere(element, (picture) => expect(unsaid(picture, known)).toEqual([]));
  expect(unsaid(element, known)).toEqual([]);
}
