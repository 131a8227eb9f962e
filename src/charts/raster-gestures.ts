import { one } from './old';
import { rasterWords as say } from '../words/charts-descent';

/** What a visitor can do to a zoomable picture. Points are fractions of the picture, from its left and top. */
export interface Gestures {
  zoom(factor: number, at: Point): void;
  /** Moves the picture's contents by fractions of its size. */
  pan(by: Point): void;
  home(): void;
  pick(at: Point): void;
  /** Points at a place, or at none. */
  point(at: Point | undefined): void;
}

export interface Point {
  x: number;
  y: number;
}

const CENTRE: Point = { x: 0.5, y: 0.5 };
const STEP = 0.1;
export const ZOOM_STEP = 0.5;
/** A press that moves less than this many pixels is a click. */
const SLOP = 5;

interface Press {
  /** Where each finger or the mouse is, in pixels of the viewport. */
  pointers: Map<number, Point>;
  start?: Point;
  moved: boolean;
}

const presses = new WeakMap<HTMLElement, Press>();

/**
 * Zooming and panning by wheel, drag, pinch and keys, without ever trapping a page that scrolls: a plain wheel and one
 * finger moving up or down scroll it, and the wheel zooms only together with Ctrl or ⌘. Call again to change handlers.
 */
export function listenForGestures(area: HTMLElement, gestures: Gestures): void {
  const press: Press = presses.get(area) ?? { pointers: new Map(), moved: false };
  presses.set(area, press);
  const fraction = (point: Point): Point => {
    const box = area.getBoundingClientRect();
    return { x: (point.x - box.left) / box.width, y: (point.y - box.top) / box.height };
  };
  const place = (event: MouseEvent): Point => ({ x: event.clientX, y: event.clientY });

  area.onwheel = (event) => {
    if (!event.ctrlKey && !event.metaKey) {
      showHint(area);
      return;
    }
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
    gestures.zoom(Math.exp(Math.max(-0.7, Math.min(0.7, pixels * 0.004))), fraction(place(event)));
  };
  area.ondblclick = (event) => gestures.zoom(event.shiftKey ? 1 / ZOOM_STEP : ZOOM_STEP, fraction(place(event)));

  area.onpointerdown = (event) => {
    if (event.button !== 0) return;
    press.pointers.set(event.pointerId, place(event));
    if (press.pointers.size === 1) {
      press.start = place(event);
      press.moved = false;
    } else press.moved = true;
    // A pointer that no longer exists cannot be captured; the gesture then ends at the picture's edge.
    try {
      area.setPointerCapture(event.pointerId);
    } catch {
      /* see above */
    }
  };
  area.onpointermove = (event) => {
    const before = press.pointers.get(event.pointerId);
    if (!before) {
      gestures.point(fraction(place(event)));
      return;
    }
    const now = place(event);
    if (press.start && !press.moved && Math.hypot(now.x - press.start.x, now.y - press.start.y) < SLOP) return;
    press.moved = true;
    const { width, height } = area.getBoundingClientRect();
    const others = [...press.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    press.pointers.set(event.pointerId, now);
    if (others.length === 0) {
      gestures.pan({ x: (now.x - before.x) / width, y: (now.y - before.y) / height });
    } else {
      const other = others[0];
      const apart = (point: Point) => Math.max(10, Math.hypot(point.x - other.x, point.y - other.y));
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      gestures.pan({ x: (now.x - before.x) / 2 / width, y: (now.y - before.y) / 2 / height });
      gestures.zoom(apart(before) / apart(now), fraction(middle));
    }
  };
  area.onpointerup = (event) => {
    const wasClick = press.pointers.has(event.pointerId) && !press.moved;
    press.pointers.delete(event.pointerId);
    if (wasClick) gestures.pick(fraction(place(event)));
  };
  area.onpointercancel = (event) => void press.pointers.delete(event.pointerId);
  area.onpointerleave = () => {
    if (!area.matches(':focus-visible')) gestures.point(undefined);
  };

  area.onfocus = () => {
    if (area.matches(':focus-visible')) gestures.point(CENTRE);
  };
  area.onblur = () => gestures.point(undefined);
  area.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const large = event.shiftKey ? 3 : 1;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => gestures.pan({ x: STEP * large, y: 0 }),
      ArrowRight: () => gestures.pan({ x: -STEP * large, y: 0 }),
      ArrowUp: () => gestures.pan({ x: 0, y: STEP * large }),
      ArrowDown: () => gestures.pan({ x: 0, y: -STEP * large }),
      '+': () => gestures.zoom(ZOOM_STEP, CENTRE),
      '=': () => gestures.zoom(ZOOM_STEP, CENTRE),
      '-': () => gestures.zoom(1 / ZOOM_STEP, CENTRE),
      '0': () => gestures.home(),
      Enter: () => gestures.pick(CENTRE),
      Escape: () => gestures.point(undefined),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  };
}

/** Says how to zoom to someone whose wheel just scrolled the page; it fades by itself. */
function showHint(area: HTMLElement): void {
  const hint = one<HTMLDivElement>(area.parentElement!, 'div', 'gd-hint');
  if (!hint.hidden && hint.textContent) return;
  hint.textContent = /Mac|iP(hone|ad)/.test(navigator.platform) ? say('wheelMac') : say('wheel');
  hint.setAttribute('aria-hidden', 'true');
  Object.assign(hint.style, {
    left: area.style.left,
    top: area.style.top,
    width: area.style.width,
    height: area.style.height,
  });
  hint.onanimationend = () => {
    hint.hidden = true;
  };
  hint.hidden = false;
}
