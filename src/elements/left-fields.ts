/**
 * Has a text that a press elsewhere leaves be taken with that press's click, not before it: what comes of the text, such as
 * a message that goes, moves what stands below, and a button that moves from under the pointer is not clicked.
 */
export function takeWithClick(root: ShadowRoot): void {
  let isPressed = false;
  let left: EventTarget | undefined;
  const take = () => {
    isPressed = false;
    const field = left;
    left = undefined;
    if (!root.activeElement) removeEventListener('mousedown', press, true);
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const press = ({ button }: MouseEvent) => {
    if (button !== 0) return;
    isPressed = true;
    addEventListener('click', take, { capture: true, once: true });
    // The click, if there is one, follows at once.
    for (const end of ['mouseup', 'dragend'])
      addEventListener(end, () => setTimeout(take), { capture: true, once: true });
  };
  const listen = () => addEventListener('mousedown', press, true);
  listen();
  root.addEventListener('input', listen);
  root.addEventListener(
    'change',
    (event) => {
      const { target } = event;
      if (!isPressed || !(target instanceof HTMLInputElement && target.type === 'text')) return;
      left = target;
      event.stopImmediatePropagation();
    },
    true,
  );
}
