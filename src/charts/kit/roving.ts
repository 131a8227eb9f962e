import { set } from './dom';

/** What holds the parts of one list. */
const LISTS = 'ul, table, g.gd-part';
const ROVING = 'data-roving';

/**
 * Makes a button one of its list's, which is one stop of the Tab key: arrow keys, Home and End lead from part to part.
 * Called whenever the parts are drawn, in their order.
 */
export function rove(part: HTMLElement | SVGElement): void {
  const list = part.closest<HTMLElement | SVGElement>(LISTS);
  if (!list) return;
  const current = list.querySelector(`[${ROVING}][tabindex="0"]`) ?? part;
  set(part, { [ROVING]: '', tabindex: part === current ? 0 : -1 });
  if (lists.has(list)) return;
  lists.add(list);
  list.addEventListener('focusin', ({ target }) => {
    const focused = partAt(target);
    if (focused) for (const one of partsOf(list)) set(one, { tabindex: one === focused ? 0 : -1 });
  });
  list.addEventListener('keydown', (event) => move(list, event as KeyboardEvent));
}

const lists = new WeakSet<Element>();

function move(list: Element, event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const parts = partsOf(list);
  const from = parts.findIndex((part) => part === partAt(target));
  const last = parts.length - 1;
  const next: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowDown: from + 1,
    ArrowLeft: from - 1,
    ArrowUp: from - 1,
    Home: 0,
    End: last,
  };
  if (ctrlKey || metaKey || altKey || from < 0 || last < 1 || !Object.hasOwn(next, key)) return;
  event.preventDefault();
  parts[Math.max(0, Math.min(last, next[key]))].focus();
}

const partAt = (target: EventTarget | null) => (target as Element).closest(`[${ROVING}]`);
const partsOf = (list: Element) => [...list.querySelectorAll<HTMLElement | SVGElement>(`[${ROVING}]`)];
