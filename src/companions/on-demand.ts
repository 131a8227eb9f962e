import { onArrival } from '../elements/arrivals';

const TAGS = 'gd-slider, gd-task, gd-value';

const holdsOne = (node: Node): boolean =>
  node instanceof Element && (node.matches(TAGS) || node.querySelector(TAGS) !== null);

/**
 * Registers the elements for running text once there is one of them in the page, or in a shadow tree beside the experiment's element that it
 * belongs to: most pages have none, and need not fetch their code.
 */
export function defineOnDemand(): void {
  const page = globalThis.document as Document | undefined;
  if (!page) return;
  const watched = new WeakSet<Node>();
  let isDefined = false;
  const defineOnce = () => {
    isDefined = true;
    observer.disconnect();
    void define();
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => Array.from(addedNodes).some(holdsOne))) defineOnce();
  });
  const watch = (root: Node) => {
    if (isDefined || watched.has(root)) return;
    watched.add(root);
    if ((root as ParentNode).querySelector(TAGS)) return defineOnce();
    observer.observe(root, { childList: true, subtree: true });
  };
  onArrival(watch);
  watch(page);
}

async function define(): Promise<void> {
  const { companions } = await import('.');
  for (const [tag, element] of Object.entries(companions))
    if (!customElements.get(tag)) customElements.define(tag, element);
}
