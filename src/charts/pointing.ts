import { one, set } from './old';
import { chartWords as say } from './kit/words';

/** A picture whose parts are read one by one: by pointer, touch and keys alike. */
export interface Pointing<P> {
  /** What the picture is, and which keys do what. */
  name: string;
  /** The part at a place in the picture's own pixels. */
  at(x: number, y: number): P | undefined;
  /** Where the keyboard begins. */
  initial(): P | undefined;
  /** The part that a key leads to; undefined where it means nothing. */
  move(from: P, key: string): P | undefined;
  /** Shows what is to be read there, or takes it away; returns it in words. */
  show(part: P | undefined): string;
}

const pointed = new WeakMap<SVGRectElement, unknown>();

/** Makes a rectangle of the picture one that can be read. Called again, it takes the new data and forgets its place. */
export function point<P>(rect: SVGRectElement, plot: HTMLElement, options: Pointing<P>): void {
  const voice = one<HTMLDivElement>(plot, 'div', 'gd-hidden');
  set(voice, { 'aria-live': 'polite' });
  const here = () => pointed.get(rect) as P | undefined;
  const show = (part: P | undefined) => {
    pointed.set(rect, part);
    const words = options.show(part);
    // A focused picture tells what is pointed at.
    voice.textContent = rect.matches(':focus-visible') ? words : '';
  };
  const under = (event: PointerEvent) => {
    const box = rect.getBoundingClientRect();
    show(
      options.at(
        event.clientX - box.left + Number(rect.getAttribute('x')),
        event.clientY - box.top + Number(rect.getAttribute('y')),
      ),
    );
  };
  set(rect, {
    role: 'application',
    tabindex: 0,
    'aria-roledescription': say('readablePicture'),
    'aria-label': options.name,
  });
  show(undefined);
  rect.onpointermove = under;
  rect.onpointerdown = under;
  // What a finger tapped stays to be read once it is lifted.
  rect.onpointerleave = (event) => {
    if (event.pointerType !== 'touch' && !rect.matches(':focus-visible')) show(undefined);
  };
  rect.onfocus = () => {
    if (rect.matches(':focus-visible')) show(here() ?? options.initial());
  };
  rect.onblur = () => show(undefined);
  rect.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = here() ?? options.initial();
    const to = from === undefined ? undefined : options.move(from, event.key);
    if (to !== undefined) show(to);
    else if (event.key === 'Escape') show(undefined);
    else return;
    event.preventDefault();
  };
}
