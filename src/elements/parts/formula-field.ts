import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { ParameterError } from '../../experiments/parameters/error';
import type { FormulaControl } from '../../experiments/parameters/parameter';
import { elementWords as say } from '../../words/elements';
import { localizedMathML } from '../../words/numbers';
import { spell, valueText } from '../../words/words';
import { copyFormula } from './copy-formula';
import { renderRefusal } from './refusal';

/** What the field is about. */
export interface FormulaContent {
  id: string;
  label: string;
  control: FormulaControl;
  /** The text that the parameter has. */
  text: string;
  /** Why that was refused, if it was. */
  refused: ParameterError | undefined;
}

/** A field for a formula: what is typed is shown typeset, or the place that cannot be read; other formulas to choose from. */
export class FormulaField {
  /** What is being typed, as long as it is not the parameter's. */
  #draft: string | undefined;
  #isGalleryOpen = false;
  #gallery: ((take: (text: string) => void, text: string) => TemplateResult) | undefined;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly change: (text: string) => void,
  ) {}

  render(content: FormulaContent): TemplateResult {
    const { id, control, text, refused } = content;
    const draft = this.#draft === text ? undefined : this.#draft;
    const typed = draft ?? text;
    const isRefused = refused !== undefined && draft === undefined;
    return html`
      <input id=${id} type="text" inputmode="text" autocomplete="off" autocapitalize="off" spellcheck="false" translate="no"
        aria-describedby="${id}-help ${id}-reading${isRefused ? ` ${id}-refused` : ''}" aria-invalid=${isRefused ? 'true' : 'false'}
        .value=${typed}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @change=${(event: Event) => this.#take((event.target as HTMLInputElement).value)} />
      <div class="formula-reading" id="${id}-reading" role="status">${this.#renderReading(content, typed, draft !== undefined)}</div>
      ${isRefused ? this.#renderRefusal(content, refused) : nothing}
      <div class="formula-help">
        <details class="gallery" .open=${this.#isGalleryOpen} @toggle=${(event: Event) => this.#toggle((event.target as HTMLDetailsElement).open, control)}>
          <summary>${say('examples')}</summary>
          ${this.#isGalleryOpen ? this.#gallery?.((taken) => this.#take(taken), text) : nothing}
        </details>
        <details class="functions">
          <summary>${say('functions')}</summary>
          <code translate="no">${control.functions.join(' ')}</code>
        </details>
      </div>
    `;
  }

  #toggle(isOpen: boolean, control: FormulaControl): void {
    this.#isGalleryOpen = isOpen;
    this.host.requestUpdate();
    if (isOpen && !this.#gallery) void this.#load(control);
  }

  async #load(control: FormulaControl): Promise<void> {
    const [gallery, { renderGallery }] = await Promise.all([control.gallery(), import('./formula-gallery')]);
    this.#gallery = (take, text) => renderGallery(gallery, text, take);
    this.host.requestUpdate();
  }

  #type(text: string): void {
    this.#draft = text;
    this.host.requestUpdate();
  }

  #take(text: string): void {
    this.#draft = undefined;
    this.change(text);
    this.host.requestUpdate();
  }

  /** What is typed, as it is read: typeset, and what could be read otherwise. */
  #renderReading({ control }: FormulaContent, typed: string, isDraft: boolean): unknown {
    const reading = control.read(typed);
    if (reading.markup === undefined) return isDraft && typed.trim() ? renderTrouble(typed, reading) : nothing;
    return html`
      <div class="preview" role="math" tabindex="0" aria-label=${say('formula')} @copy=${copyFormula}>${unsafeHTML(localizedMathML(reading.markup))}</div>
      ${reading.notes.map((note) => html`<p class="note">${spell(note)}</p>`)}
    `;
  }

  /** Why the parameter's value was refused: where it cannot be read, that place. */
  #renderRefusal({ id, label, control, text }: FormulaContent, refused: ParameterError): TemplateResult {
    const reading = control.read(text);
    if (reading.markup !== undefined) return renderRefusal(id, label, refused);
    return html`<div class="refused" id="${id}-refused" role="alert">${renderTrouble(text, reading)}</div>`;
  }
}

/** What is wrong, in a sentence, and the formula with the place marked. */
function renderTrouble(
  text: string,
  { refused, position, length }: Extract<ReturnType<FormulaControl['read']>, { markup?: undefined }>,
): TemplateResult {
  const sentence = valueText(refused);
  // Of a long formula, what stands around the place.
  const from = position > 60 ? position - 40 : 0;
  const end = Math.min(position + length, position + 40);
  const to = text.length > end + 60 ? end + 40 : text.length;
  return html`<p>${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?!…]$/.test(sentence) ? '' : '.'}</p>
    <code class="marked" translate="no">${from > 0 ? '…' : ''}${text.slice(from, position)}<mark>${text.slice(position, end) || '\u00a0'}</mark>${text.slice(end, to)}${to < text.length ? '…' : ''}</code>`;
}
