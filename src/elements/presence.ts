import { chooseEngine } from '../engine/chooser';

const present = new Set<object>();

/** An element has come into the page: what the engines hold is kept for it. */
export function enter(element: object): void {
  present.add(element);
}

/** An element has left the page for good. After the last one, nothing of the engines is left: no GPU device, no buffer. */
export function leave(element: object): void {
  if (present.delete(element) && present.size === 0) void chooseEngine('auto').release();
}
