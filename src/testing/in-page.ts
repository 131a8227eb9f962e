/** An element of a page, as it was found. */
export interface Seen {
  tag: string;
  id: string;
  /** Its place among the elements of its tag in the document, from 1, and how many there are. */
  place: number;
  of: number;
  /** As the element has it; `undefined` while its tag is not defined. */
  state: string;
  progress: number;
  engine: { kind: string; adapter: string } | undefined;
  error: string | undefined;
}

export interface Look {
  elements: Seen[];
  /** Whether there was something to wait for. */
  waited: boolean;
}

/** What an element of ours has. */
interface Computing extends HTMLElement {
  settled?: Promise<unknown>;
  state: string;
  progress: number;
  isUpdatePending?: boolean;
  error?: Error;
  /** Without an engine where there is nothing heavy to compute. */
  result?: { engine?: { kind: string; adapter: string } };
}

/**
 * Looks at the elements of a document. Asked to wait, it first waits until all that are defined have computed, have drawn,
 * and then have not changed for two frames, with all fonts loaded. Runs in the page, where nothing else of this module is:
 * it must refer to nothing outside itself.
 */
export async function lookHere({ wait }: { wait: boolean }): Promise<Look> {
  const find = (root: Document | ShadowRoot): Computing[] =>
    [...root.querySelectorAll<Computing>('*')].flatMap((element) => [
      ...(element.localName.startsWith('gd-') ? [element] : []),
      ...(element.shadowRoot ? find(element.shadowRoot) : []),
    ]);
  // Elements of other people's may begin with our letters: they are told by what they lack.
  const isDefined = (element: Computing) => customElements.get(element.localName) !== undefined;
  const findOurs = () => find(document).filter((element) => !isDefined(element) || 'settled' in element);
  // A frame that is not shown draws none.
  const nextFrame = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, 250);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        done();
      });
    });
  const cancelled = new Map<Element, string>();
  const drawn = async (element: Computing) => {
    cancelled.delete(element);
    try {
      await element.settled;
    } catch (error) {
      if (element.state === 'idle') cancelled.set(element, (error as Error).message);
    }
    const animations = (element.shadowRoot?.getAnimations?.() ?? []).filter(
      ({ effect }) => Number(effect?.getComputedTiming().endTime) < Infinity,
    );
    await Promise.allSettled(animations.map(({ finished }) => finished));
  };
  const isPlaying = (element: Computing) => Boolean(element.shadowRoot?.querySelector('[data-playing]'));
  const isAtRest = (element: Computing) =>
    !element.isUpdatePending &&
    !isPlaying(element) &&
    (['done', 'failed'].includes(element.state) || cancelled.has(element));

  let waited = false;
  if (wait) {
    if (document.readyState !== 'complete') {
      waited = true;
      await new Promise((done) => addEventListener('load', done, { once: true }));
    }
    const changes = new MutationObserver(() => {});
    const watched = new Set<Element>();
    const before = new Map(findOurs().map((element) => [element, element.state]));
    for (let round = 0; ; round++) {
      // Sizes that have just changed are told to elements with the next frame, and ask for other pictures.
      await nextFrame();
      await nextFrame();
      const elements = findOurs().filter(isDefined);
      const areAtRest =
        elements.every(isAtRest) && document.fonts.status === 'loaded' && changes.takeRecords().length === 0;
      waited ||= round > 1 || elements.some((element) => element.state !== before.get(element));
      if (areAtRest && elements.every((element) => watched.has(element))) break;
      await Promise.all(elements.map(drawn));
      await document.fonts.ready;
      for (const element of elements) {
        if (watched.has(element)) continue;
        watched.add(element);
        // Drawn in a layer of its own, an element's lines are cut into tiles from its own corner, not from the page's: the
        // last bits of their edges are the same wherever it stands.
        element.style.willChange ||= 'transform';
        changes.observe(element, { attributes: true });
        if (element.shadowRoot)
          changes.observe(element.shadowRoot, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          });
      }
      changes.takeRecords();
    }
    changes.disconnect();
  }

  const elements = findOurs();
  return {
    waited,
    elements: elements.map((element) => {
      const alike = elements.filter(({ localName }) => localName === element.localName);
      return {
        tag: element.localName,
        id: element.id,
        place: alike.indexOf(element) + 1,
        of: alike.length,
        state: isDefined(element) ? element.state : 'undefined',
        progress: element.progress ?? 0,
        engine: element.result?.engine && { kind: element.result.engine.kind, adapter: element.result.engine.adapter },
        error: element.error?.message ?? cancelled.get(element),
      };
    }),
  };
}
