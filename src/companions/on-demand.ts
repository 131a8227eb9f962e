const TAGS = 'gd-slider, gd-task, gd-value';

const holdsOne = (node: Node): boolean =>
  node instanceof Element && (node.matches(TAGS) || node.querySelector(TAGS) !== null);

/** Registers the elements for running text once there is one of them in the page: most pages have none, and need not fetch their code. */
export function defineOnDemand(): void {
  const page = globalThis.document as Document | undefined;
  if (!page) return;
  if (page.querySelector(TAGS)) return void define();
  const observer = new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => Array.from(addedNodes).some(holdsOne))) return;
    observer.disconnect();
    void define();
  });
  observer.observe(page, { childList: true, subtree: true });
}

async function define(): Promise<void> {
  const { companions } = await import('.');
  for (const [tag, element] of Object.entries(companions))
    if (!customElements.get(tag)) customElements.define(tag, element);
}
