import { css, html, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import type { ExperimentElement } from '../elements/experiment-element';
import { keepKeys } from '../elements/keys';
import { companionWords as say } from './words';

/** What an experiment's element says of itself when something may be another value. */
const NEWS = ['gd-result', 'gd-change', 'gd-error'] as const;

/** An element that stands in running text and belongs to an experiment's element of the same page, which `for` names by its id. */
export class Companion extends LitElement {
  static override properties = { htmlFor: { attribute: 'for' } };
  static override styles: CSSResultGroup = css`
    :host {
      display: inline;
    }
    :host([hidden]) {
      display: none;
    }
    /* What is wrong with the names. */
    .fault {
      text-decoration: underline wavy;
    }
  `;

  /** The id of the element that it belongs to, in the same document or shadow tree. */
  declare htmlFor: string;
  #heard: Node | undefined;
  #shown: ExperimentElement | undefined;
  /** The element that it belongs to may come and go. */
  readonly #comings = new MutationObserver(() => this.target !== this.#shown && this.requestUpdate());

  constructor() {
    super();
    this.htmlFor = '';
  }

  /** The element that it belongs to; undefined as long as there is none of that id. */
  get target(): ExperimentElement | undefined {
    const root = this.getRootNode() as Document | ShadowRoot;
    const found = this.htmlFor === '' ? null : root.querySelector?.(`#${CSS.escape(this.htmlFor)}`);
    return found && 'settled' in found ? (found as ExperimentElement) : undefined;
  }

  /** As of an experiment's element: drawn, once that one is. */
  get settled(): Promise<void> {
    return this.updateComplete.then(() => this.target?.settled).then(async () => void (await this.updateComplete));
  }

  /** Whether there is an element that it belongs to. */
  get state(): 'done' | 'failed' {
    return this.target ? 'done' : 'failed';
  }

  /** What is wrong with the names, in the place of what they should show: everybody can see it. */
  protected fault(words: string): TemplateResult {
    return html`<span class="fault">${words}</span>`;
  }

  /** The fault that there is no element of that id; while a page is still read, it may come yet. */
  protected get noTarget(): TemplateResult | string {
    return this.ownerDocument.readyState === 'loading' ? '…' : this.fault(say('noTarget', { id: this.htmlFor }));
  }

  /** That there is nothing of that name, and which names are near it. */
  protected noValue(path: string, near: readonly string[]): string {
    return withNames(say('noValue', { path, id: this.htmlFor }), near);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepKeys(root as ShadowRoot);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#heard = this.getRootNode();
    for (const type of NEWS) this.#heard.addEventListener(type, this.#follow);
    this.#comings.observe(this.#heard, { childList: true, subtree: true });
    const { ownerDocument: page } = this;
    if (page.readyState === 'loading')
      page.addEventListener('DOMContentLoaded', () => this.requestUpdate(), { once: true });
    // What came with it into the page is upgraded after it, and has parameters once its code is there.
    void Promise.resolve()
      .then(() => this.target?.updateComplete)
      .then(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of NEWS) this.#heard?.removeEventListener(type, this.#follow);
    this.#comings.disconnect();
  }

  protected override updated(): void {
    this.#shown = this.target;
  }

  #follow = ({ target }: Event): void => {
    if ((target as Element).id === this.htmlFor) this.requestUpdate();
  };
}

/** A fault, and which names may be meant. */
export function withNames(fault: string, names: readonly string[]): string {
  return names.length > 0 ? `${fault} ${say('nearest', { names: names.join(', ') })}` : fault;
}

/**
 * What stands at a path: a parameter by its attribute (`learning-rate`) or property, or a field of the result (`runs.0.counts.converged`).
 * Undefined where there is nothing.
 */
export function valueAt(
  { parameters, result }: Pick<ExperimentElement, 'parameters' | 'result'>,
  path: string,
): unknown {
  if (path === '') return undefined;
  const name = path.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (parameters && Object.hasOwn(parameters, name)) return (parameters as Record<string, unknown>)[name];
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  let value: unknown = result;
  for (const step of steps[0] === 'result' ? steps.slice(1) : steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
