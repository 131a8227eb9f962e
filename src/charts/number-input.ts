import { one, set } from './kit';
import { isSameNumber, takeBack, typeInto } from './kit/typed';

export interface NumberInput {
  value: number;
  /** What was typed there: a text that was refused, or the number itself. */
  typed?: unknown;
  /** For screen readers. */
  label: string;
  /** How far an arrow key moves it; with Shift ten times as far. Dragging goes by the same steps. */
  step?: number;
  /** Takes what was typed, a number or not, and what was dragged, and says whether it could be taken. */
  set(text: string, isTyping?: boolean): boolean;
}

/** Pixels of dragging to a step, and how many of them are no more than an unsteady click. */
const PIXELS = 4;
const SLOP = 3;

interface Drag {
  from: number;
  value: number;
  isMoving: boolean;
}
/** Those that are being typed in: there a pointer selects. */
const edited = new WeakSet<HTMLInputElement>();
const drags = new WeakMap<HTMLInputElement, Drag>();

/** A number that is typed, moved by the arrow keys, or dragged to the left and right. */
export function drawNumberInput(parent: Element, className: string, options: NumberInput): HTMLInputElement {
  const { value, typed = value, label, step = 0.1 } = options;
  const input = one<HTMLInputElement>(parent, 'input', `${className} gd-number-input`);
  set(input, {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    role: 'spinbutton',
    'aria-label': label,
    'aria-valuenow': value,
    'aria-invalid': typed === value ? undefined : true,
  });
  typeInto(input, {
    // A number has the minus sign of those that stand around it; what was refused stays as it was typed.
    text: typeof typed === 'number' ? String(typed).replace(/^-/, '\u2212') : String(typed),
    isSame: isSameNumber,
    set(text, isTyping) {
      const isTaken = options.set(text, isTyping);
      if (isTaken || !isTyping) set(input, { 'aria-invalid': isTaken ? undefined : true });
      return isTaken;
    },
  });
  const moved = (from: number, steps: number) =>
    options.set(String(Number((Math.round(from / step + steps) * step).toPrecision(12))));
  input.onkeydown = (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === 'Escape' && takeBack(input)) event.preventDefault();
    if (event.key === 'Escape' || event.key === 'Enter') edited.delete(input);
    else if (!way) edited.add(input);
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moved(value, way * (event.shiftKey ? 10 : 1));
  };
  input.onpointerdown = (event) => {
    if (event.button !== 0 || (input.matches(':focus') && edited.has(input))) return;
    drags.set(input, { from: event.clientX, value, isMoving: false });
    input.setPointerCapture(event.pointerId);
  };
  input.onmousedown = (event) => {
    if (drags.has(input)) event.preventDefault();
  };
  input.onpointermove = ({ clientX }) => {
    const drag = drags.get(input);
    if (!drag || (!drag.isMoving && Math.abs(clientX - drag.from) <= SLOP)) return;
    drag.isMoving = true;
    moved(drag.value, Math.round((clientX - drag.from) / PIXELS));
  };
  input.onpointerup = input.onpointercancel = ({ type }) => {
    const drag = drags.get(input);
    drags.delete(input);
    if (!drag || drag.isMoving || type === 'pointercancel') return;
    input.focus();
    input.select();
    edited.add(input);
  };
  input.onblur = () => edited.delete(input);
  return input;
}
