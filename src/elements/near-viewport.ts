/** Tells whether an element is in or near the viewport. */
export class NearViewport {
  isNear = false;
  #observer: IntersectionObserver | undefined;

  constructor(
    readonly element: Element,
    readonly onChange: () => void,
  ) {}

  observe(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.isNear = entries.at(-1)!.isIntersecting;
        this.onChange();
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
