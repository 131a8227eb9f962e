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

/** The width to draw at: asked for, or the container's own; never so small that nothing can be drawn. */
export function widthOf(container: HTMLElement, asked: number | undefined): number {
  return Math.max(240, Math.floor(asked ?? (container.clientWidth || 640)));
}

let lastId = 0;
const ids = new WeakMap<Element, string>();

/** An id for what belongs to `element`, unlike that of any other element. */
export function idOf(element: Element): string {
  if (!ids.has(element)) ids.set(element, `gd-${++lastId}`);
  return ids.get(element)!;
}

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a text is, without laying it out: also right while the container is hidden. */
export function textWidth(container: Element, text: string, size: number, weight = 400): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * size * 0.6;
  ruler.font = `${weight} ${size}px ${getComputedStyle(container).fontFamily || 'sans-serif'}`;
  return ruler.measureText(text).width;
}

/** The text, or as much of its beginning as fits into a width, with an ellipsis. */
export function shortened(container: Element, text: string, width: number, size: number): string {
  if (textWidth(container, text, size) <= width) return text;
  let [fits, tooMany] = [0, text.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (textWidth(container, `${text.slice(0, middle).trimEnd()}…`, size) <= width) fits = middle;
    else tooMany = middle;
  }
  return fits > 0 ? `${text.slice(0, fits).trimEnd()}…` : '';
}
