const listeners = new Set<(root: Node) => void>();

/** Calls back with the document or shadow tree that an experiment's element comes into, each time that one does: from outside, a closed one is not to be found. */
export function onArrival(listener: (root: Node) => void): void {
  listeners.add(listener);
}

/** An experiment's element has come into a document or shadow tree. */
export function arriveIn(root: Node): void {
  for (const listener of listeners) listener(root);
}
