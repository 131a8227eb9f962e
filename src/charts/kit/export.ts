import { parseColor, resolveColors } from './colors';
import { set } from './dom';
import { LINES, MARGIN, textWriter, type Caption } from './export-caption';
import { append, rectangle, setColor, SVG, type Place } from './export-svg';
import { color } from './palette';

export type { Caption } from './export-caption';

/** What belongs to looking around, not to the picture. */
const LEFT_OUT = '[data-export="skip"], .gd-hidden, .gd-readout, .gd-hint, .gd-crosshair, .gd-hit, .gd-mark-ring';

/** The styles that make up how a shape or a text looks, with what they are where nothing is said: written out, the picture needs no stylesheet. */
const SHAPE_STYLES: Record<string, string> = {
  fill: '',
  'fill-opacity': '1',
  stroke: '',
  'stroke-width': '',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'stroke-opacity': '1',
  opacity: '1',
  'paint-order': 'normal',
  'shape-rendering': 'auto',
};
const FONT_STYLES: Record<string, string> = { 'font-family': '', 'font-size': '', 'font-weight': '' };
const TEXT_STYLES: Record<string, string> = {
  ...SHAPE_STYLES,
  ...FONT_STYLES,
  'font-variant-numeric': 'normal',
  'text-anchor': 'start',
};

/** Where something on the screen stands in the chart's own pixels, whatever transform or zoom the page gives the chart. */
type Locate = (bounds: DOMRect) => Place;

/**
 * The chart in `container` as one SVG document that stands alone: the chart at its own size, with a margin, under its title
 * and over what it was computed with. Every style is written into it, canvases are embedded as PNG, and the HTML around the
 * picture (keys, tables) is text. On the page's surface, so that light text stays readable.
 */
export function chartToSVG(container: HTMLElement, caption?: Caption): string {
  return new XMLSerializer().serializeToString(exported(container, caption));
}

function exported(container: HTMLElement, caption?: Caption): SVGSVGElement {
  const { offsetWidth, offsetHeight } = container;
  const root = document.createElementNS(SVG, 'svg');
  const width = offsetWidth + 2 * MARGIN;
  const [surface] = resolveColors(container, [color('--gd-surface')]);
  const ground = rectangle(root, { x: 0, y: 0, width, height: 0 }, surface, 0);
  const write = textWriter(root, container, offsetWidth);
  let y = MARGIN;
  if (caption) {
    append(root, 'title', {}).textContent = caption.title;
    y = write(caption.title, y, LINES.title, true);
    y = write(caption.formula, y, LINES.small) + 8;
  }
  const chart = append(root, 'g', { transform: `translate(${MARGIN},${y})` });
  withLocator(container, (locate) => addChildren(chart, container, locate));
  y += offsetHeight;
  if (caption) y = write(caption.settings, y + 8, LINES.small);
  const height = y + MARGIN;
  set(ground, { height });
  set(root, { width, height, viewBox: `0 0 ${width} ${height}` });
  return root;
}

/**
 * The same as a PNG, `scale` times as large.
 *
 * @throws {Error} when the browser cannot draw it
 */
export async function chartToPNG(container: HTMLElement, caption?: Caption, scale = 2): Promise<Blob> {
  const svg = exported(container, caption);
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: Math.ceil(width * scale), height: Math.ceil(height * scale) });
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

/** Hands over what knows places in `container`, by a point of it that an SVG element's screen matrix gives. */
function withLocator(container: HTMLElement, use: (locate: Locate) => void): void {
  const probe = document.createElementNS(SVG, 'svg');
  set(probe, { width: 1, height: 1 });
  // As properties, since a page's policy may forbid styles in attributes.
  Object.assign(probe.style, { position: 'absolute', left: '0', top: '0', visibility: 'hidden' });
  const isStatic = getComputedStyle(container).position === 'static';
  if (isStatic) container.style.position = 'relative';
  container.prepend(probe);
  const { a, b, c, d, e, f } = probe.getScreenCTM() ?? new DOMMatrix();
  probe.remove();
  if (isStatic) container.style.position = '';
  const inverse = new DOMMatrix([a, b, c, d, e, f]).inverse();
  const [across, aslant] = [a * a, b * b];
  use((bounds) => {
    const centre = inverse.transformPoint({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
    // The bounds of a turned box: |a| w + |c| h wide, and |b| w + |d| h tall.
    const determinant = Math.abs(a * d) - Math.abs(b * c);
    const isSlanted = Math.abs(determinant) < 1e-3 * (across + aslant);
    const scale = Math.sqrt(across + aslant) || 1;
    const width = isSlanted
      ? bounds.width / scale
      : (Math.abs(d) * bounds.width - Math.abs(c) * bounds.height) / determinant;
    const height = isSlanted
      ? bounds.height / scale
      : (Math.abs(a) * bounds.height - Math.abs(b) * bounds.width) / determinant;
    return { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  });
}

function addChildren(to: Element, element: Element, locate: Locate): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) addText(to, node, locate);
    else if (node instanceof Element && !node.matches(LEFT_OUT)) addElement(to, node, locate);
  }
}

function addElement(to: Element, element: Element, locate: Locate): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const place = locate(element.getBoundingClientRect());
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
    if (element instanceof HTMLInputElement) addValue(to, element, place, style);
    addChildren(to, element, locate);
  }
}

/** What stands in a field, in its middle. */
function addValue(to: Element, { value }: HTMLInputElement, place: Place, style: CSSStyleDeclaration): void {
  const copy = append(to, 'text', {
    x: place.x + place.width / 2,
    y: place.y + place.height / 2,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
  });
  writeStyles(copy, style, FONT_STYLES);
  setColor(copy, 'fill', style.color);
  copy.textContent = value;
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
  if (shape.childElementCount === 0) writeStyles(copy, style, isText ? TEXT_STYLES : SHAPE_STYLES);
  else writeStyles(copy, style, { opacity: '1' });
  for (const child of shape.childNodes) {
    if (child instanceof Element) copyShape(copy, child);
    else if (isText) copy.append(child.textContent ?? '');
  }
}

function writeStyles(element: Element, style: CSSStyleDeclaration, styles: Record<string, string>): void {
  for (const [name, initial] of Object.entries(styles)) {
    const value = style.getPropertyValue(name);
    if (!value || value === initial) continue;
    if ((name === 'fill' || name === 'stroke') && value !== 'none') setColor(element, name, value);
    else element.setAttribute(name, value);
  }
}

/** Every line of a text of the page where it stands. */
function addText(to: Element, node: Text, locate: Locate): void {
  if (!node.data.trim()) return;
  const style = getComputedStyle(node.parentElement!);
  const range = document.createRange();
  const lines: { text: string; place: Place }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const place = locate(range.getBoundingClientRect());
    const line = lines.at(-1);
    if (line && Math.abs(line.place.y - place.y) < 2) line.text += word;
    else lines.push({ text: word, place });
  }
  const ascent = ascentOf(style);
  for (const { text, place } of lines) {
    if (!(place.width > 0)) continue;
    const copy = append(to, 'text', { x: place.x, y: place.y + ascent });
    writeStyles(copy, style, FONT_STYLES);
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
