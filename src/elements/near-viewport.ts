/** Tells whether an element is in or near the viewport. */
export class NearViewport {
  isNear = false;
  #observer: IntersectionObserver | undefined;

  constructor(
    readonly element: Element,
    readonly onNear: () => void,
  ) {}

  observe(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.isNear = entries.at(-1)!.isIntersecting;
        if (this.isNear) this.onNear();
      },
      { rootMargin: '300px' },
    );
    this.#observer.observe(this.element);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.isNear = false;
  }
}
