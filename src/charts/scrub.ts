import { set } from './old';

/** A picture that is read along x: by pointer and by arrow keys alike. Positions run from 0 to `last`. */
export interface Scrub {
  name: string;
  last: number;
  /** The position under x, in the picture's own pixels. */
  at(x: number): number;
  /** Where the keyboard begins. */
  initial: number;
  /** The number that a position stands for. */
  valueAt(position: number): number;
  /** Draws the crosshair and the readout, or takes them away; returns the readout in words. */
  show(position: number | undefined): string;
  /** The position was pressed, or Enter was. */
  pick?(position: number): void;
}

interface State {
  position: number | undefined;
  /** Where the pointer went down: a press that travels is a scroll or a selection, not a pick. */
  down?: { x: number; y: number };
}

const states = new WeakMap<SVGRectElement, State>();

/** Makes a rectangle of the picture a slider with a crosshair. Called again, it takes the new data and keeps its place. */
export function scrub(rect: SVGRectElement, options: Scrub): void {
  const state: State = states.get(rect) ?? { position: undefined };
  states.set(rect, state);
  const announce = (position: number, words: string) =>
    set(rect, { 'aria-valuenow': options.valueAt(position), 'aria-valuetext': words });
  const show = (position: number | undefined) => {
    state.position = position === undefined ? undefined : Math.min(options.last, Math.max(0, position));
    const words = options.show(state.position);
    if (state.position !== undefined) announce(state.position, words);
  };
  const under = (event: PointerEvent) =>
    options.at(event.clientX - rect.getBoundingClientRect().left + Number(rect.getAttribute('x')));

  set(rect, {
    role: 'slider',
    tabindex: 0,
    'aria-label': options.name,
    'aria-valuemin': options.valueAt(0),
    'aria-valuemax': options.valueAt(options.last),
  });
  if (state.position === undefined) set(rect, { 'aria-valuenow': options.valueAt(options.initial) });
  else show(state.position);

  rect.onpointermove = (event) => show(under(event));
  rect.onpointerleave = () => show(rect.matches(':focus-visible') ? state.position : undefined);
  rect.onpointerdown = (event) => {
    state.down = { x: event.clientX, y: event.clientY };
  };
  rect.onclick = (event) => {
    if (state.down && Math.hypot(event.clientX - state.down.x, event.clientY - state.down.y) > 6) return;
    options.pick?.(Math.min(options.last, Math.max(0, under(event as PointerEvent))));
  };
  rect.onfocus = () => {
    if (rect.matches(':focus-visible')) show(state.position ?? options.initial);
  };
  rect.onblur = () => show(undefined);
  rect.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const here = state.position ?? options.initial;
    const large = Math.max(1, Math.round(options.last / 12));
    const step = event.shiftKey ? large : 1;
    const to: Record<string, number> = {
      ArrowLeft: Math.round(here) - step,
      ArrowDown: Math.round(here) - step,
      ArrowRight: Math.round(here) + step,
      ArrowUp: Math.round(here) + step,
      PageDown: Math.round(here) - large,
      PageUp: Math.round(here) + large,
      Home: 0,
      End: options.last,
    };
    if (event.key in to) show(to[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') options.pick?.(here);
    else if (event.key === 'Escape') show(undefined);
    else return;
    event.preventDefault();
  };
}
