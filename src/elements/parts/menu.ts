/** The menu that is open; on a page there is one at most. */
let opened: HTMLDetailsElement | undefined;

/** For `@toggle` of a menu: once open, it closes by Escape, by a press elsewhere, and when another one opens. */
export function watchMenu({ currentTarget }: Event): void {
  const menu = currentTarget as HTMLDetailsElement;
  if (menu.open) {
    if (opened && opened !== menu) opened.open = false;
    opened = menu;
    for (const type of ['pointerdown', 'keydown']) document.addEventListener(type, closeWhenLeft, true);
  } else if (opened === menu) {
    opened = undefined;
    for (const type of ['pointerdown', 'keydown']) document.removeEventListener(type, closeWhenLeft, true);
  }
}

function closeWhenLeft(event: Event): void {
  const menu = opened!;
  if (event instanceof KeyboardEvent) {
    if (event.key !== 'Escape') return;
    // This key is spent: inside its element, that keeps what is taken from the page.
    event.preventDefault();
    if (!event.composedPath().includes(menu.getRootNode())) event.stopPropagation();
    if (menu.matches(':focus-within')) menu.querySelector('summary')!.focus();
  } else if (event.composedPath().includes(menu)) return;
  menu.open = false;
}
