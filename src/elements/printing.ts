/**
 * Tells whether the page is being printed, or shown as it would be. Browsers take the page as it stands when they have said
 * `beforeprint`, so that what is done about it must be done in that very call.
 */
export class Printing {
  /** Missing where pages are only imitated, as in jsdom. */
  #media = globalThis.matchMedia?.('print') as MediaQueryList | undefined;
  #isPrinting = false;

  constructor(readonly onChange: () => void) {}

  get isOn(): boolean {
    return this.#isPrinting || Boolean(this.#media?.matches);
  }

  observe(): void {
    addEventListener('beforeprint', this.#follow);
    addEventListener('afterprint', this.#follow);
    this.#media?.addEventListener('change', this.#follow);
  }

  disconnect(): void {
    removeEventListener('beforeprint', this.#follow);
    removeEventListener('afterprint', this.#follow);
    this.#media?.removeEventListener('change', this.#follow);
  }

  #follow = ({ type }: Event): void => {
    if (type !== 'change') this.#isPrinting = type === 'beforeprint';
    this.onChange();
  };
}
