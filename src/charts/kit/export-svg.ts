import { parseColor } from './colors';
import { set } from './dom';

export const SVG = 'http://www.w3.org/2000/svg';

export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Plain notation: other programs that read SVG do not know every way in which CSS writes a colour. */
export function setColor(element: Element, name: 'fill' | 'stroke', css: string): void {
  const [r, g, b, alpha] = parseColor(css);
  element.setAttribute(name, `rgb(${r},${g},${b})`);
  if (alpha < 1) element.setAttribute(`${name}-opacity`, String(Number(alpha.toFixed(3))));
}

export function rectangle(to: Element, place: Place, fill: string, radius: number, opacity = '1'): Element {
  const rect = append(to, 'rect', { ...place, rx: radius });
  setColor(rect, 'fill', fill);
  if (opacity !== '1') set(rect, { opacity });
  return rect;
}

export function append(to: Element, name: string, values: Record<string, string | number>): Element {
  const element = document.createElementNS(SVG, name);
  set(element, values);
  to.append(element);
  return element;
}
