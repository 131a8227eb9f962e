import { parseColor, resolveColors } from './colors';
import { color } from './palette';

const SVG = 'http://www.w3.org/2000/svg';

/** What belongs to looking around, not to the picture. */
const LEFT_OUT =
  '[data-export="skip"], .gd-hidden, .gd-readout, .gd-hint, .gd-crosshair, .gd-hit, .gd-zoom, .gd-mark-ring';

/** The styles that make up how a shape or a text of ours looks; written out, the picture needs no stylesheet. */
const SHAPE_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'shape-rendering',
];
const TEXT_STYLES = ['font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor'];

/**
 * The chart in `container` as one SVG document that stands alone: every style written into it, canvases embedded as
 * PNG, and the HTML around the picture (keys, tables) as text. On the page's surface, so that light text stays readable.
 */
export function chartToSVG(container: HTMLElement): string {
  const frame = container.getBoundingClientRect();
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)];
  const root = document.createElementNS(SVG, 'svg');
  attributes(root, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  const [surface] = resolveColors(container, [color('--gd-surface')]);
  rectangle(root, { x: 0, y: 0, width, height }, surface, 0);
  addChildren(root, container, frame);
  return new XMLSerializer().serializeToString(root);
}

/**
 * The chart as a PNG of `scale` times its size on the page.
 *
 * @throws {Error} when the browser cannot draw it
 */
export async function chartToPNG(container: HTMLElement, scale = 2): Promise<Blob> {
  const { width, height } = container.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartToSVG(container))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no 2D canvas to draw the PNG with');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser could not make a PNG of the chart'))),
      'image/png',
    ),
  );
}

function addChildren(to: Element, element: Element, frame: DOMRect): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) addText(to, node, frame);
    else if (node instanceof Element && !node.matches(LEFT_OUT)) addElement(to, node, frame);
  }
}

function addElement(to: Element, element: Element, frame: DOMRect): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const box = element.getBoundingClientRect();
  const place = { x: box.left - frame.left, y: box.top - frame.top, width: box.width, height: box.height };
  if (element instanceof SVGSVGElement) {
    const group = append(to, 'g', { transform: `translate(${place.x},${place.y})` });
    for (const child of element.children) copyShape(group, child);
  } else if (element instanceof HTMLCanvasElement) {
    if (element.width && element.height)
      append(to, 'image', { ...place, preserveAspectRatio: 'none', href: element.toDataURL('image/png') });
  } else {
    const isChip = element.childNodes.length === 0;
    if (isChip && parseColor(style.backgroundColor)[3] > 0)
      rectangle(to, place, style.backgroundColor, parseFloat(style.borderTopLeftRadius) || 0, style.opacity);
    addChildren(to, element, frame);
  }
}

/** A copy of a shape with its styles as attributes. */
function copyShape(to: Element, shape: Element): void {
  if (shape.matches(LEFT_OUT)) return;
  const style = getComputedStyle(shape);
  const copy = append(to, shape.localName, {});
  for (const { name, value } of shape.attributes) {
    if (!/^(class|style|role|tabindex|aria-.*|data-.*)$/.test(name)) copy.setAttribute(name, value);
  }
  const isText = shape.localName === 'text';
  if (shape.childElementCount === 0)
    for (const name of isText ? [...SHAPE_STYLES, ...TEXT_STYLES] : SHAPE_STYLES)
      setStyle(copy, name, style.getPropertyValue(name));
  else setStyle(copy, 'opacity', style.opacity);
  for (const child of shape.childNodes) {
    if (child instanceof Element) copyShape(copy, child);
    else if (isText) copy.append(child.textContent ?? '');
  }
}

const INITIAL: Record<string, string> = {
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'paint-order': 'normal',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'shape-rendering': 'auto',
  'font-variant-numeric': 'normal',
  'text-anchor': 'start',
};

function setStyle(element: Element, name: string, value: string): void {
  if (!value || INITIAL[name] === value) return;
  if ((name === 'fill' || name === 'stroke') && value !== 'none') setColor(element, name, value);
  else element.setAttribute(name, value);
}

/** Plain notation: other programs that read SVG do not know every way in which CSS writes a colour. */
function setColor(element: Element, name: 'fill' | 'stroke', css: string): void {
  const [r, g, b, alpha] = parseColor(css);
  element.setAttribute(name, `rgb(${r},${g},${b})`);
  if (alpha < 1) element.setAttribute(`${name}-opacity`, String(Number(alpha.toFixed(3))));
}

/** Every line of a text of the page where it stands. */
function addText(to: Element, node: Text, frame: DOMRect): void {
  const parent = node.parentElement!;
  if (!node.data.trim()) return;
  const style = getComputedStyle(parent);
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += word;
    else lines.push({ text: word, box });
  }
  const ascent = ascentOf(style);
  for (const { text, box } of lines) {
    if (box.width === 0) continue;
    const copy = append(to, 'text', { x: box.left - frame.left, y: box.top - frame.top + ascent });
    for (const name of TEXT_STYLES.slice(0, -1)) setStyle(copy, name, style.getPropertyValue(name));
    setColor(copy, 'fill', style.color);
    copy.textContent = text.trimEnd();
  }
}

/** How far the baseline lies below the top of a line. */
function ascentOf(style: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return parseFloat(style.fontSize) * 0.9;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return context.measureText('M').fontBoundingBoxAscent;
}

function rectangle(
  to: Element,
  place: Record<'x' | 'y' | 'width' | 'height', number>,
  fill: string,
  radius: number,
  opacity = '1',
): void {
  const rect = append(to, 'rect', { ...place, rx: radius });
  setColor(rect, 'fill', fill);
  setStyle(rect, 'opacity', opacity);
}

function append(to: Element, name: string, values: Record<string, string | number>): Element {
  const element = document.createElementNS(SVG, name);
  attributes(element, values);
  to.append(element);
  return element;
}

function attributes(element: Element, values: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(values)) {
    // The serializer writes the namespace by itself.
    if (name !== 'xmlns') element.setAttribute(name, String(value));
  }
}
