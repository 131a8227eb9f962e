import { pointer, select } from 'd3';
import { one, set } from './dom';
import type { Box } from './labels';
import { plainDigits } from './format';
import { paint } from './palette';
import type { Frame, Reader } from './panel';
import { hideReadout, showReadout, type ReadoutLine } from './readout';
import { chartWords as say } from './words';

/** What is read at a place, and how the place is shown, in the frame's pixels. */
export interface Read {
  x: number;
  y?: number;
  /** Which lines run through it; an upright one without it. */
  hair?: 'upright' | 'cross' | 'none';
  /** The radius of a dot on it, or of a ring around it. */
  dot?: number;
  ring?: number;
  /** Frames around what is meant. */
  boxes?: readonly { x: number; y: number; width: number; height: number }[];
  /** Straight lines at it, such as a tangent; heavy ones in the text's colour without a look and a colour. */
  segments?: readonly { x1: number; y1: number; x2: number; y2: number; look?: string; color?: string }[];
  lines: readonly ReadoutLine[];
  /** They stand below it: what is beside and above stays in sight. */
  isBelow?: boolean;
  /** What they do not cover where they can stand elsewhere, in the frame's pixels. */
  avoid?: readonly Box[];
  /** A last line that is not said to screen readers: what a press does. */
  hint?: string;
  /** What stands between the lines where they are said. */
  between?: string;
}

export interface Pointing<P> {
  /** What the picture is, and which keys do what. */
  name: string;
  /** What is at a place in the frame's pixels. */
  at(x: number, y: number): P | undefined;
  /** Where the keyboard begins. */
  initial(): P | undefined;
  /** Where a key leads to; undefined where it means nothing. */
  move(from: P, event: KeyboardEvent): P | undefined;
  read(place: P): Read;
  pick?(place: P): void;
  /** In place of `pick`: a double click or Enter adds something there. */
  add?(place: P): void;
  /** A pressed pointer, or a finger along x, takes the place with it. */
  drag?(place: P): void;
  /** A key takes the place with it at once. */
  walk?(place: P): void;
  /** A place kept from earlier data, as far as there still is one. */
  keep?(place: P): P | undefined;
  /** Said at a place, beside its words: its number on a slider, for one. */
  announce?(place: P | undefined, words: string): void;
}

interface State {
  here: unknown;
  down?: readonly [number, number];
}

const states = new WeakMap<Element, State>();
/** A press that travels further, in pixels, is a scroll or a selection and no pick. */
const SLOP = 6;

/** Parts that are read one by one. */
export function pointing<P>(options: Pointing<P>): Reader {
  return (hit, frame) => {
    set(hit, {
      role: 'application',
      tabindex: 0,
      'aria-roledescription': say('readablePicture'),
      'aria-label': options.name,
    });
    listen(hit, frame, options);
  };
}

export interface Scrub {
  name: string;
  /** Positions run from 0 to this one. */
  last: number;
  initial: number;
  /** The position at x, in the frame's pixels. */
  at(x: number): number;
  /** The number that a position stands for; the position itself without it. */
  value?(position: number): number;
  read(position: number): Read;
  pick?(position: number): void;
  drag?(position: number): void;
  /** A key moves what the slider stands for at once; without it, a key reads on, and Enter picks. */
  walk?(position: number): void;
}

/** A frame that is read along x, as a slider is. */
export function scrub({ name, last, initial, at, value = Math.round, read, pick, drag, walk }: Scrub): Reader {
  const within = (position: number) => Math.min(last, Math.max(0, position));
  return (hit, frame) => {
    set(hit, {
      role: 'slider',
      tabindex: 0,
      'aria-label': name,
      'aria-valuemin': plainDigits(value(0)),
      'aria-valuemax': plainDigits(value(last)),
      'aria-valuenow': plainDigits(value(initial)),
      'aria-valuetext': undefined,
    });
    listen<number>(hit, frame, {
      name,
      at: (x) => within(at(x)),
      initial: () => initial,
      move(from, { key, shiftKey }) {
        const large = Math.max(1, Math.round(last / 12));
        const step = shiftKey ? large : 1;
        const steps: Record<string, number> = {
          ArrowLeft: -step,
          ArrowDown: -step,
          ArrowRight: step,
          ArrowUp: step,
          PageDown: -large,
          PageUp: large,
          Home: -Infinity,
          End: Infinity,
        };
        return Object.hasOwn(steps, key) ? within(Math.round(from) + steps[key]) : undefined;
      },
      read,
      pick,
      drag,
      walk,
      keep: within,
      announce(position, words) {
        // What was read on the way and left is none of its values any more.
        const isRead = position !== undefined;
        const now = plainDigits(value(isRead ? position : initial));
        set(hit, { 'aria-valuenow': now, 'aria-valuetext': isRead ? words : undefined });
      },
    });
  };
}

function listen<P>(hit: SVGRectElement, frame: Frame, options: Pointing<P>): void {
  const state: State = states.get(hit) ?? { here: undefined };
  states.set(hit, state);
  const here = () => state.here as P | undefined;
  const show = (place: P | undefined) => {
    state.here = place;
    const words = showRead(frame, hit, place === undefined ? undefined : options.read(place), !options.announce);
    options.announce?.(place, words);
  };
  const under = (event: PointerEvent | MouseEvent) => options.at(...pointer(event, hit));
  const kept = here();
  show(kept === undefined ? undefined : options.keep?.(kept));

  // A finger's double tap is a double click, and does not zoom the page.
  hit.style.touchAction = options.drag ? 'pan-y' : options.add ? 'manipulation' : '';
  hit.onpointermove = (event) => {
    const place = under(event);
    show(place);
    if (place !== undefined && hit.hasPointerCapture(event.pointerId)) options.drag?.(place);
  };
  hit.onpointerdown = (event) => {
    state.down = [event.clientX, event.clientY];
    if (options.drag && event.isPrimary && event.button === 0) hit.setPointerCapture(event.pointerId);
    show(under(event));
  };
  // What a finger tapped stays to be read once it is lifted.
  hit.onpointerleave = (event) => {
    if (event.pointerType !== 'touch') show(hit.matches(':focus-visible') ? here() : undefined);
  };
  hit.onpointercancel = () => show(undefined);
  hit.onclick = (event) => {
    if (state.down && Math.hypot(event.clientX - state.down[0], event.clientY - state.down[1]) > SLOP) return;
    const place = under(event);
    if (place !== undefined) options.pick?.(place);
  };
  hit.ondblclick = (event) => {
    const place = options.add && under(event);
    if (place !== undefined) options.add!(place);
  };
  hit.onfocus = () => {
    if (hit.matches(':focus-visible')) show(here() ?? options.initial());
  };
  hit.onblur = () => show(undefined);
  hit.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const press = options.pick ?? options.add;
    const from = here() ?? options.initial();
    const to = from === undefined ? undefined : options.move(from, event);
    if (to !== undefined) {
      show(to);
      options.walk?.(to);
    } else if (event.key === 'Escape' && here() !== undefined) show(undefined);
    else if (press && from !== undefined && (event.key === 'Enter' || event.key === ' ')) press(from);
    else return;
    event.preventDefault();
  };
}

/** Draws the crosshair and the readout, or takes them away; returns the readout in words, which a focused picture says. */
export function showRead(frame: Frame, hit: SVGElement, read: Read | undefined, isSaid: boolean): string {
  const { plot, left, right, panels } = frame;
  const [top, bottom] = [panels[0].top, panels[panels.length - 1].bottom];
  const { x = 0, y = (top + bottom) / 2, hair = 'upright', dot, ring, boxes = [], segments = [] } = read ?? {};
  const looks = ['gd-under', 'gd-selected'];
  interface Line {
    look: string;
    color?: string;
    x1: number;
    x2: number;
    y1: number;
    y2: number;
  }
  const lines: Line[] = [
    ...(read && hair !== 'none' ? [{ look: 'gd-hair', x1: x, x2: x, y1: top, y2: bottom }] : []),
    ...(read && hair === 'cross' ? [{ look: 'gd-hair', x1: left, x2: right, y1: y, y2: y }] : []),
    ...segments.map((segment) => ({ look: 'gd-selected', ...segment })),
  ];
  const circles = [
    ...(dot ? [{ look: 'gd-ink', r: dot }] : []),
    ...(ring ? looks.map((look) => ({ look, r: ring })) : []),
  ];
  const frames = boxes.flatMap((box) => looks.map((look) => ({ look, ...box })));
  const group = select(one<SVGGElement>(hit.parentElement!, 'g', 'gd-crosshair'));
  group
    .selectAll<SVGLineElement, Line>('line')
    .data(lines)
    .join('line')
    .attr('class', (d) => d.look)
    .style('stroke', (d) => (d.color ? paint(d.color) : null))
    .attr('x1', (d) => d.x1)
    .attr('x2', (d) => d.x2)
    .attr('y1', (d) => d.y1)
    .attr('y2', (d) => d.y2);
  group
    .selectAll<SVGCircleElement, (typeof circles)[number]>('circle')
    .data(circles)
    .join('circle')
    .attr('class', ({ look }) => look)
    .attr('cx', x)
    .attr('cy', y)
    .attr('r', ({ r }) => r);
  group
    .selectAll<SVGRectElement, (typeof frames)[number]>('rect')
    .data(frames)
    .join('rect')
    .attr('class', ({ look }) => look)
    .attr('x', (d) => d.x)
    .attr('y', (d) => d.y)
    .attr('width', (d) => d.width)
    .attr('height', (d) => d.height);
  const words = (read?.lines ?? []).map(({ text }) => text).join(read?.between ?? ', ');
  const said = isSaid && hit.matches(':focus-visible') ? words : '';
  speak(plot, said);
  if (!read) hideReadout(plot);
  else showReadout(plot, x + (ring ?? 0), y, read.hint ? [...read.lines, { text: read.hint }] : read.lines, read);
  return words;
}

/** Says something at a place, until what has the focus loses it, or something else is read. */
export function tell({ plot }: Frame, x: number, y: number, text: string): void {
  showReadout(plot, x, y, [{ text }]);
  speak(plot, text);
  const { activeElement } = plot.getRootNode() as Document | ShadowRoot;
  activeElement?.addEventListener('blur', () => hideReadout(plot), { once: true });
}

/** Has screen readers say it. */
function speak(plot: HTMLElement, words: string): void {
  const voice = one<HTMLDivElement>(plot, 'div', 'gd-hidden');
  set(voice, { 'aria-live': 'polite' });
  if (voice.textContent !== words) voice.textContent = words;
}
