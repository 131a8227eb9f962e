import { each, one, set } from './dom';
import { rove } from './roving';
import { color } from './palette';

export interface KeyOptions {
  /** What is explained: in words, with the name of its colour and a note such as a count; a line shows how it looks, by its classes. */
  entries: readonly { label: string; color?: string; look?: string; note?: string }[];
  /** Which of them are shown; all of them without it. */
  shown?: readonly number[];
  highlighted?: number;
  onHover?(entry: number | undefined): void;
  onPick?(entry: number): void;
  /** The class of the list, where a chart has several keys. */
  name?: string;
}

/** The colours and lines and what they mean; with handlers the entries are buttons that make one of them stand out. */
export function drawKey(parent: Element, options: KeyOptions): void {
  const { entries, shown = entries.map((_, i) => i), highlighted, onHover, onPick, name = 'gd-key' } = options;
  const list = one<HTMLUListElement>(parent, 'ul', name === 'gd-key' ? name : `${name} gd-key-list`);
  set(list, { role: 'list' });
  each<HTMLLIElement, number>(list, 'li', '', shown, (place, index) => {
    const { label, color: ink, look, note } = entries[index];
    const item = oneButton(place, 'gd-key-item', Boolean(onHover || onPick), highlighted === index);
    item.classList.toggle('gd-faded', highlighted !== undefined && highlighted !== index);
    if (look === undefined) one<HTMLElement>(item, 'span', 'gd-swatch').style.background = color(ink ?? '--gd-text');
    else {
      const sample = one<SVGSVGElement>(item, 'svg', 'gd-sample');
      set(sample, { width: 28, height: 10, 'aria-hidden': true });
      const line = one<SVGPathElement>(sample, 'path', 'gd-series');
      set(line, { class: `gd-series ${look}`, d: 'M0,5H28' });
      line.style.stroke = ink === undefined ? 'currentColor' : color(ink);
    }
    one<HTMLElement>(item, 'span', 'gd-label').textContent = label;
    if (note !== undefined) one<HTMLElement>(item, 'span', 'gd-key-note').textContent = note;
    if (onHover || onPick) onEmphasis(item, index, highlighted, onHover, onPick);
  });
}

/** A button, or where nothing comes of pressing it a text. */
export function oneButton(parent: HTMLElement, className: string, isButton: boolean, isPressed: boolean): HTMLElement {
  const tag = isButton ? 'button' : 'span';
  if (parent.firstElementChild && parent.firstElementChild.localName !== tag) parent.replaceChildren();
  const element = one<HTMLElement>(parent, tag, className);
  if (isButton) set(element, { type: 'button', 'aria-pressed': isPressed });
  return element;
}

/** Colours in a row, from what the first stands for to what the last does; without colours there is no ramp, nor one of before. */
export function drawRamp(parent: Element, low: string, high: string, colors: readonly string[]): void {
  if (colors.length === 0) return parent.querySelector(':scope > .gd-ramp-key')?.remove();
  const legend = one<HTMLDivElement>(parent, 'div', 'gd-ramp-key');
  one(legend, 'span', 'gd-low').textContent = low;
  const ramp = one<HTMLSpanElement>(legend, 'span', 'gd-ramp');
  set(ramp, { 'aria-hidden': true });
  each<HTMLSpanElement, string>(ramp, 'span', '', colors, (step, css) => {
    step.style.background = css;
    step.style.width = `${Math.max(6, Math.round(70 / colors.length))}px`;
  });
  one(legend, 'span', 'gd-high').textContent = high;
}

/** Pointing at a part, focusing it and pressing it make what it stands for stand out. */
export function onEmphasis(
  part: HTMLElement | SVGElement,
  entry: number,
  highlighted: number | undefined,
  onHover?: (entry: number | undefined) => void,
  onPick?: (entry: number) => void,
): void {
  rove(part);
  part.onpointerenter = (event) => {
    if (event.pointerType !== 'touch') onHover?.(entry);
  };
  part.onpointerleave = (event) => {
    if (event.pointerType !== 'touch') onHover?.(undefined);
  };
  part.onfocus = () => {
    if (part.matches(':focus-visible')) onHover?.(entry);
  };
  part.onblur = () => onHover?.(undefined);
  part.onclick = () => {
    if (onPick) onPick(entry);
    // A finger cannot hover: its press does what hovering does, and the next one takes it back.
    else onHover?.(highlighted === entry && !part.matches(':hover') ? undefined : entry);
  };
}
