/** Tells whether an element is in or near the viewport, and not hidden there, as in a fragment of a slide that is still to come. */
export class NearViewport {
  #isInside = false;
  #observer: IntersectionObserver | undefined;

  constructor(
    readonly element: Element,
    readonly onChange: () => void,
  ) {}

  get isNear(): boolean {
    return this.#isInside && (this.element.checkVisibility?.({ visibilityProperty: true }) ?? true);
  }

  observe(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#isInside = entries.at(-1)!.isIntersecting;
        this.onChange();
      },
      { rootMargin: '300px' },
    );
    this.#observer.observe(this.element);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#isInside = false;
  }
}
