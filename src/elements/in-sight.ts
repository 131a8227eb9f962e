/** Tells which parts of an element lie in the viewport. What was not looked at yet counts as in sight. */
export class InSight {
  readonly #watched = new WeakSet<Element>();
  readonly #unseen = new WeakSet<Element>();
  #observer: IntersectionObserver | undefined;

  /** @param onSight a part has come into sight */
  constructor(readonly onSight: () => void) {}

  has(part: Element): boolean {
    return !this.#unseen.has(part);
  }

  watch(part: Element): void {
    if (this.#watched.has(part)) return;
    this.#watched.add(part);
    this.#observer ??= new IntersectionObserver((entries) => {
      let isMore = false;
      for (const { target, isIntersecting } of entries)
        if (!isIntersecting) this.#unseen.add(target);
        else if (this.#unseen.delete(target)) isMore = true;
      if (isMore) this.onSight();
    });
    this.#observer.observe(part);
  }
}
