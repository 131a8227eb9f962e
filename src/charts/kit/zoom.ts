import { pointer, select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { one, set } from './dom';
import type { Frame, Reader } from './panel';
import { showRead } from './reader';
import type { ReadoutLine } from './readout';
import { rasterWords as say } from './zoom-words';
import {
  canZoomIn,
  canZoomOut,
  sameWindow,
  stepped,
  zoomStep,
  type ZoomAxes,
  type ZoomStep,
  type ZoomWindow,
} from './zoom-window';

export interface Zooming {
  /** What the picture is. */
  name: string;
  window: ZoomWindow;
  scales: { x: 'linear' | 'log'; y: 'linear' | 'log' };
  /** The whole picture: zooming out ends here. */
  home: ZoomWindow;
  /** What is at a place. */
  read(x: number, y: number): readonly ReadoutLine[];
  /** Another window is asked for: draw again with it, and with a new image when there is one. */
  onWindow(window: ZoomWindow): void;
  pick?(x: number, y: number): void;
  /** Where the buttons stand. */
  bar: HTMLElement;
}

interface State {
  options: Zooming;
  frame: Frame;
  axes: ZoomAxes;
  /** d3's transform that belongs to the window that is drawn, and the one that belongs to the window last asked for. */
  drawn: ZoomTransform;
  asked: ZoomTransform;
  window: ZoomWindow;
  /** What is pointed at, as fractions of the frame from its left and top. */
  here?: readonly [number, number];
}

const states = new WeakMap<SVGRectElement, State>();
const HALF = 0.5;
const PAN = 0.1;

/**
 * A frame that is zoomed and moved by wheel, drag, two fingers and keys, without ever trapping a page that scrolls: a
 * plain wheel and one finger scroll it, and the wheel zooms only together with Ctrl or ⌘.
 */
export function zooming(options: Zooming): Reader {
  return (hit, frame) => {
    const axes: ZoomAxes = {
      x: { scale: options.scales.x, pixels: frame.right - frame.left, home: options.home.x },
      y: { scale: options.scales.y, pixels: frame.bottom - frame.top, home: options.home.y },
    };
    let state = states.get(hit);
    if (!state) {
      state = { options, frame, axes, drawn: zoomIdentity, asked: zoomIdentity, window: options.window };
      states.set(hit, state);
      listen(hit, state);
    }
    // A window that was asked for is drawn now; while its image is on its way, the earlier one may be drawn again.
    if (!sameWindow(state.window, options.window)) state.drawn = state.asked;
    Object.assign(state, { options, frame, axes, window: options.window });
    hit.classList.add('gd-zoom');
    set(hit, {
      role: 'application',
      tabindex: 0,
      'aria-roledescription': say('zoomable'),
      'aria-label': say(options.pick ? 'keysAndEnter' : 'keys', { name: options.name }),
    });
    point(hit, state, state.here);
    const ask = (step: ZoomStep) => askFor(state, stepped(state.window, step, state.axes));
    drawTools(options.bar, {
      'zoom-in': {
        isEnabled: canZoomIn(options.window, axes),
        press: () => ask(zoomStep(HALF)),
        otherwise: 'noDeeper',
      },
      'zoom-out': { isEnabled: canZoomOut(options.window, axes), press: () => ask(zoomStep(1 / HALF)) },
      home: { isEnabled: canZoomOut(options.window, axes), press: () => askFor(state, state.options.home) },
    });
  };
}

function askFor(state: State, window: ZoomWindow): void {
  state.options.onWindow(window);
}

/** Fractions of the frame, from its left and top, at a place of the frame's pixels. */
function fractions(
  { frame: { left, right, top, bottom } }: State,
  [x, y]: readonly [number, number],
): [number, number] {
  return [(x - left) / (right - left), (y - top) / (bottom - top)];
}

function valuesAt({ frame: { x, y, left, right, top, bottom } }: State, [across, down]: readonly [number, number]) {
  return [x.invert(left + across * (right - left)), y.invert(top + down * (bottom - top))] as const;
}

function listen(hit: SVGRectElement, state: State): void {
  const ask = (step: ZoomStep) => askFor(state, stepped(state.window, step, state.axes));
  const behaviour = zoom<SVGRectElement, unknown>()
    .filter((event: MouseEvent | TouchEvent) => {
      if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
      return 'touches' in event ? event.touches.length > 1 : event.button === 0;
    })
    .touchable(true)
    .extent(() => [
      [state.frame.left, state.frame.top],
      [state.frame.right, state.frame.bottom],
    ])
    .wheelDelta(({ deltaY, deltaMode }) => {
      const pixels = deltaY * (deltaMode === 1 ? 16 : deltaMode === 2 ? 400 : 1);
      return -Math.max(-1, Math.min(1, pixels * 0.006));
    })
    .clickDistance(5)
    .on('zoom', ({ transform }: D3ZoomEvent<SVGRectElement, unknown>) => {
      const window = stepped(state.window, stepBetween(state, transform), state.axes);
      state.asked = transform;
      if (sameWindow(window, state.window)) state.drawn = transform;
      else askFor(state, window);
    });
  select(hit).call(behaviour).on('dblclick.zoom', null);

  hit.onwheel = (event) => {
    if (!event.ctrlKey && !event.metaKey) showHint(state.frame);
  };
  hit.ondblclick = (event) => {
    const [x, y] = fractions(state, pointer(event, hit));
    ask(zoomStep(event.shiftKey ? 1 / HALF : HALF, x, 1 - y));
  };
  hit.onclick = (event) => state.options.pick?.(...valuesAt(state, fractions(state, pointer(event, hit))));
  hit.onpointermove = (event) => {
    if (event.buttons === 0 || event.pointerType === 'touch') point(hit, state, fractions(state, pointer(event, hit)));
  };
  hit.onpointerleave = () => {
    if (!hit.matches(':focus-visible')) point(hit, state, undefined);
  };
  hit.onfocus = () => {
    if (hit.matches(':focus-visible')) point(hit, state, [HALF, HALF]);
  };
  hit.onblur = () => point(hit, state, undefined);
  hit.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = PAN * (event.shiftKey ? 3 : 1);
    const keys: Record<string, () => void> = {
      ArrowLeft: () => ask({ x: -far, y: 0, factor: 1 }),
      ArrowRight: () => ask({ x: far, y: 0, factor: 1 }),
      ArrowUp: () => ask({ x: 0, y: far, factor: 1 }),
      ArrowDown: () => ask({ x: 0, y: -far, factor: 1 }),
      '+': () => ask(zoomStep(HALF)),
      '=': () => ask(zoomStep(HALF)),
      '-': () => ask(zoomStep(1 / HALF)),
      '0': () => askFor(state, state.options.home),
      Enter: () => state.options.pick?.(...valuesAt(state, [HALF, HALF])),
      ...(state.here && { Escape: () => point(hit, state, undefined) }),
    };
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  };
}

/** What leads from the window that is drawn to the one at a transform of d3's. */
function stepBetween({ drawn, frame: { left, right, top, bottom } }: State, transform: ZoomTransform): ZoomStep {
  return {
    x: (drawn.applyX(transform.invertX(left)) - left) / (right - left),
    y: (bottom - drawn.applyY(transform.invertY(bottom))) / (bottom - top),
    factor: drawn.k / transform.k,
  };
}

/** The crosshair and what is under it, for pointer and keyboard alike. */
function point(hit: SVGRectElement, state: State, here: readonly [number, number] | undefined): void {
  state.here = here;
  const { frame, options } = state;
  if (!here) {
    showRead(frame, hit, undefined, true);
    return;
  }
  const [x, y] = valuesAt(state, here);
  showRead(frame, hit, { x: frame.x(x), y: frame.y(y), hair: 'cross', lines: options.read(x, y) }, true);
}

/** Says how to zoom to someone whose wheel just scrolled the page; it fades by itself. */
function showHint({ plot, left, right, top, bottom }: Frame): void {
  const hint = one<HTMLDivElement>(plot, 'div', 'gd-hint');
  if (!hint.hidden && hint.textContent) return;
  hint.textContent = /Mac|iP(hone|ad)/.test(navigator.platform) ? say('wheelMac') : say('wheel');
  hint.setAttribute('aria-hidden', 'true');
  Object.assign(hint.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${right - left}px`,
    height: `${bottom - top}px`,
  });
  hint.onanimationend = () => {
    hint.hidden = true;
  };
  hint.hidden = false;
}

const ICONS = {
  'zoom-in': { words: 'zoomIn', path: 'M8,3V13M3,8H13' },
  'zoom-out': { words: 'zoomOut', path: 'M3,8H13' },
  home: { words: 'home', path: 'M2.5,8L8,3L13.5,8M4.5,7V13H11.5V7' },
} as const;

type Tool = keyof typeof ICONS;

interface ToolState {
  isEnabled: boolean;
  press(): void;
  /** What is said where it is not enabled: why. */
  otherwise?: 'noDeeper';
}

function drawTools(parent: HTMLElement, tools: Record<Tool, ToolState>): void {
  const bar = one<HTMLDivElement>(parent, 'div', 'gd-tools');
  bar.dataset.export = 'skip';
  for (const [tool, { words, path }] of Object.entries(ICONS) as [Tool, (typeof ICONS)[Tool]][]) {
    const button = one<HTMLButtonElement>(bar, 'button', `gd-${tool} gd-tool`);
    button.type = 'button';
    const { isEnabled, press, otherwise = words } = tools[tool];
    const label = say(isEnabled ? words : otherwise);
    button.title = label;
    // Still reached by Tab, so that the reason is heard.
    set(button, { 'aria-label': label, 'aria-disabled': isEnabled ? undefined : true });
    button.onclick = isEnabled ? press : null;
    const icon = one<SVGSVGElement>(button, 'svg', 'gd-icon');
    set(icon, { viewBox: '0 0 16 16', 'aria-hidden': true });
    set(one(icon, 'path', 'gd-icon-path'), { d: path });
  }
}
