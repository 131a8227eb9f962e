/** Keys by which fields and pictures are moved or scrolled. */
const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
const PRESSES = ['Enter', ' '];
const EDITS = [...MOVES, 'Enter', 'Escape', 'Backspace', 'Delete', 'Insert'];

/** The types of `<input>` that are no text fields, with the keys that each acts on. */
const INPUTS: Record<string, readonly string[]> = {
  range: MOVES,
  radio: MOVES,
  checkbox: [' '],
  file: PRESSES,
  button: PRESSES,
};

/**
 * Keeps the keys that an element's own fields, buttons and pictures act on from the page around it: a slide deck must not
 * turn its page when a slider is moved, nor go full screen when an f is typed. All other keys go on: Tab, Escape where
 * nothing is open or typed, and whatever is pressed together with Ctrl, Alt or ⌘. Escape leaves a text field.
 */
export function keepKeys(root: ShadowRoot): void {
  /** Keys that went down in here: the page does not see them come up, either. */
  const down = new Set<string>();
  root.addEventListener('keydown', (event) => {
    const { code, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    const isKept = !ctrlKey && !altKey && !metaKey && isUsed(event as KeyboardEvent);
    if (isKept) down.add(code);
    else down.delete(code);
    if (!isKept) return;
    event.stopPropagation();
    const { key, target } = event as KeyboardEvent;
    if (key === 'Escape' && target instanceof HTMLInputElement) target.blur();
  });
  root.addEventListener('keypress', (event) => {
    if (down.has((event as KeyboardEvent).code)) event.stopPropagation();
  });
  root.addEventListener('keyup', (event) => {
    if (down.delete((event as KeyboardEvent).code)) event.stopPropagation();
  });
}

/** Whether text can be typed, or pasted, there. */
export function isTextField(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !(target.type in INPUTS);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** Whether something happens in here: a picture or menu has taken the key, or the browser will act on it. */
function isUsed(event: KeyboardEvent): boolean {
  const { key, target, defaultPrevented } = event;
  if (defaultPrevented) return true;
  if (!(target instanceof Element)) return false;
  const isCharacter = [...key].length === 1;
  if (target instanceof HTMLInputElement)
    return (INPUTS[target.type] ?? EDITS).includes(key) || (isTextField(target) && isCharacter);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return isCharacter || EDITS.includes(key);
  if (target.matches('button, summary')) return PRESSES.includes(key);
  return target instanceof HTMLElement && isScrolled(target, key);
}

/** Whether a key scrolls a box that has more than it shows. */
function isScrolled({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement, key: string): boolean {
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  return isAcross ? scrollWidth > clientWidth : scrollHeight > clientHeight && (MOVES.includes(key) || key === ' ');
}
