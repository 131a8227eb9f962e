import { readAddress } from './address';
import { viewsOf, type LabElement } from './lab-element';

/** What a step of the browser's history holds besides its address. */
interface Entry {
  /** The query of the reader's own settings, from before the path was taken. */
  mine: string;
}

/**
 * The guided path: each step sets the element up, scrolls to its picture and shows its sentence above it, and is one step
 * back in the browser's history.
 */
export class GuidedPath {
  readonly #strip = document.querySelector<HTMLElement>('.strip')!;
  readonly #caption = document.querySelector<HTMLElement>('.caption')!;
  readonly #links = [...this.#strip.querySelectorAll<HTMLAnchorElement>('[data-step]')];

  /**
   * @param queryNow the query of the present settings
   * @param changed called when a step has set the element up
   */
  constructor(
    readonly element: LabElement,
    readonly queryNow: () => string,
    readonly changed: () => void,
  ) {
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-step]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#go(Number(link.dataset.step));
    });
    this.#caption.querySelector('[data-next]')!.addEventListener('click', () => void this.#go(this.step + 1));
    this.#caption.querySelector('[data-back]')!.addEventListener('click', () => void this.#leave());
    new ResizeObserver(() => this.#align()).observe(element);
  }

  /** The step that the address names; 0 for none. */
  get step(): number {
    const step = Number(/^#step-(\d+)$/.exec(location.hash)?.[1] ?? 0);
    return step <= this.#links.length ? step : 0;
  }

  /** Sets the element up as the address says; one that only names a step means the step's own settings. */
  async follow(): Promise<void> {
    const link = this.#links[this.step - 1];
    if (link && !location.search) history.replaceState(history.state, '', link.getAttribute('href'));
    this.#showCaption();
    await this.element.setUp(readAddress(location.search));
    this.changed();
  }

  /** Scrolls to the picture of the present step, and once more when the pictures above it have their heights, if nobody has scrolled since. */
  async seek(): Promise<void> {
    const { step } = this;
    const link = this.#links[step - 1];
    if (!link) return;
    await this.element.updateComplete;
    this.scrollTo(link.dataset.view!);
    const touched = new AbortController();
    for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
      addEventListener(type, () => touched.abort(), { signal: touched.signal, passive: true });
    await this.element.settled.catch(() => {});
    if (!touched.signal.aborted && step === this.step) this.scrollTo(link.dataset.view!);
    touched.abort();
  }

  async #go(step: number): Promise<void> {
    const link = this.#links[step - 1];
    const mine = this.step > 0 ? this.#mine : this.queryNow();
    history.pushState({ mine } satisfies Entry, '', link.getAttribute('href'));
    await this.follow();
    this.#caption.focus({ preventScroll: true });
    await this.seek();
  }

  /** Back to the reader's own settings: a new step of the history, so that Back leads to the path again. */
  async #leave(): Promise<void> {
    history.pushState(null, '', `${location.pathname}${this.#mine}`);
    await this.follow();
    this.#links[0].focus({ preventScroll: true });
    // The picture of the step may be gone, and the page shorter.
    this.#strip.scrollIntoView({ block: 'nearest' });
  }

  get #mine(): string {
    return (history.state as Entry | null)?.mine ?? '';
  }

  #showCaption(): void {
    const { step } = this;
    this.#links.forEach((link, i) => {
      if (i === step - 1) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    });
    this.#caption.hidden = step === 0;
    this.#align();
    for (const text of this.#caption.querySelectorAll<HTMLElement>('[data-caption]'))
      text.hidden = Number(text.dataset.caption) !== step;
    this.#caption.querySelector<HTMLElement>('[data-next]')!.hidden = step === this.#links.length;
    // In a line that is wider than the screen, the step in hand is to be seen.
    const list = this.#strip.querySelector('ol')!;
    const current = this.#links[step - 1];
    if (current) list.scrollTo({ left: current.offsetLeft - list.offsetLeft - 16 });
  }

  /** The caption is as wide as the pictures, so that it covers no controls beside them. */
  #align(): void {
    const views = this.element.shadowRoot?.querySelector('[part~=views]');
    if (!views) return;
    const [outer, inner] = [this.element, views].map((one) => one.getBoundingClientRect());
    this.#caption.style.marginInline = `${inner.left - outer.left}px ${outer.right - inner.right}px`;
  }

  /** Scrolls so that a view's picture stands right below the caption. */
  scrollTo(view: string): void {
    const tree = this.element.shadowRoot;
    const [first] = viewsOf(this.element);
    // Above the first one stands the formula.
    const body = tree?.querySelector('[part~=views]')?.parentElement;
    const place = (view === first ? body : tree?.querySelector(`[data-view="${view}"]`)) ?? body ?? this.element;
    const top = place.getBoundingClientRect().top + scrollY - this.#caption.offsetHeight - 20;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    scrollTo({ top, behavior });
  }
}
