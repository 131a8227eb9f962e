import { select } from 'd3';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The one child of `parent` with this class: made at the first call, found again at the next, so that drawing
 * twice leaves one picture, and focus and listeners stay where they are.
 */
export function one<E extends Element>(parent: Element, tag: string, className: string): E {
  const first = className.split(' ')[0];
  for (const child of parent.children) if (child.classList.contains(first)) return child as E;
  const isSVG = tag === 'svg' || (parent instanceof SVGElement && tag !== 'div');
  const child = isSVG ? document.createElementNS(SVG, tag) : document.createElement(tag);
  child.setAttribute('class', className);
  parent.append(child);
  return child as Element as E;
}

/** Sets attributes; undefined and null remove one. */
export function set(element: Element, attributes: Record<string, string | number | boolean | null | undefined>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** Joins the children of `parent` that have a tag (and a class) to data, and hands each of them to `draw`. */
export function each<E extends Element, D>(
  parent: Element,
  tag: string,
  className: string,
  data: readonly D[],
  draw: (element: E, datum: D, index: number) => void,
): void {
  select(parent)
    .selectChildren<E, D>(className ? `${tag}.${className.split(' ')[0]}` : tag)
    .data(data)
    .join((enter) => enter.append<E>(tag).attr('class', className || null))
    .each(function (datum, index) {
      draw(this, datum, index);
    });
}

let lastId = 0;
const ids = new WeakMap<Element, string>();

/** An id for what belongs to `element`, unlike that of any other element. */
export function idOf(element: Element): string {
  if (!ids.has(element)) ids.set(element, `gd-${++lastId}`);
  return ids.get(element)!;
}
