/** Tells once when an element's part is well in sight for the first time, to people who do not mind motion. */
export class FirstSight {
  #observer: IntersectionObserver | undefined;
  #isOver = false;

  constructor(readonly onSight: () => void) {}

  /** Nothing is to be told any more. */
  end(): void {
    this.#isOver = true;
    this.#observer?.disconnect();
  }

  watch(part: Element | null): void {
    if (this.#isOver || this.#observer || !part) return;
    if (globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches) {
      this.end();
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (this.#isOver || !entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.end();
        this.onSight();
      },
      { threshold: 0.6 },
    );
    this.#observer.observe(part);
  }
}
