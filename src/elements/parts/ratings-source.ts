import { html, nothing, type TemplateResult } from 'lit';
import { textOf } from '../../experiments/parameters';
import { columnInWords, RatingsError, type ColumnMapping } from '../../ratings';
import { FileDrop, type DropHost } from './file-drop';
import { elementWords } from '../../words/elements';
import { matrixFactorizationWords as say } from '../../words/matrix-factorization';
import { formatCount } from '../../words/numbers';
import { valueText } from '../../words/words';

/** What the choice of ratings needs from its element. */
export interface SourceHost extends DropHost {
  ratings: string;
  file: (Blob & { name?: string }) | undefined;
  triplets: unknown;
  columns: ColumnMapping | undefined;
  readonly error: Error | undefined;
}

/** What a person chose. What belongs together is given together. */
export interface ChosenSource {
  ratings?: string;
  file?: File;
  columns?: ColumnMapping;
}

const COLUMNS = ['user', 'item', 'rating'] as const;
/** What is known of a table of ratings that was read. */
export interface Size {
  users: number;
  items: number;
  observed: number;
}

/** The choice of ratings: the sheet's, made-up ones, or those of a file, which may also be dropped on the element. */
export class RatingsSource {
  /** The columns of a file that does not say itself what they hold. */
  #columns: readonly string[] | undefined;
  #of: unknown;

  constructor(
    readonly host: SourceHost,
    readonly take: (chosen: ChosenSource) => void,
  ) {
    new FileDrop(
      host,
      (file) => take({ file }),
      (text) => text && take({ file: new File([text], elementWords('droppedText')) }),
    );
  }

  render(size: Size | undefined): TemplateResult {
    const { ratings, file, triplets, error } = this.host;
    if (this.#of !== file) [this.#of, this.#columns] = [file, undefined];
    if (error instanceof RatingsError && error.columns) this.#columns = error.columns;
    const isData = Boolean(file || triplets);
    const choice = (name: string, label: string) =>
      html`<button type="button" aria-pressed=${!isData && ratings === name ? 'true' : 'false'} @click=${() => this.take({ ratings: name })}>${label}</button>`;
    return html`
      <div class="source" part="source" role="group" aria-label=${say('ratings')}>
        <span class="source-title">${say('ratings')}</span>
        ${choice('sheet', say('sheet'))} ${choice('synthetic', say('madeUp'))}
        <label class="file" data-pressed=${isData || !['sheet', 'synthetic'].includes(ratings) ? 'true' : 'false'}>
          <input type="file" accept=".csv,.tsv,.txt,.dat,.data,.gz,text/csv,text/plain,application/gzip" @change=${this.#onFile} />
          <span>${say('aFile')}</span>
        </label>
        <p class="file-hint">${this.#hint(size)}</p>
        ${file && this.#columns ? this.#renderColumns(this.#columns) : nothing}
      </div>
    `;
  }

  #hint(size: Size | undefined): string {
    const { ratings, file, triplets } = this.host;
    const name = file
      ? nameOf(file) || say('someFile')
      : triplets
        ? say('aScript')
        : ['sheet', 'synthetic'].includes(ratings)
          ? undefined
          : textOf(ratings);
    if (name === undefined) return say('fileHint');
    return size
      ? say('sizeOf', {
          name,
          ratings: formatCount(size.observed),
          items: formatCount(size.items),
          users: formatCount(size.users),
        })
      : say('from', { name });
  }

  readonly #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.take({ file });
    // The same file may be chosen again, mended.
    input.value = '';
  };

  #renderColumns(names: readonly string[]): TemplateResult {
    const chosen = (column: (typeof COLUMNS)[number], i: number) =>
      Number(this.host.columns?.[column] ?? Math.min(i, names.length - 1) + 1);
    const onSubmit = (event: Event) => {
      event.preventDefault();
      const selects = [...(event.target as HTMLFormElement).querySelectorAll('select')];
      const [user, item, rating] = selects.map(({ value }) => Number(value));
      this.take({ columns: { user, item, rating } });
    };
    return html`<form class="columns" @submit=${onSubmit}>
      ${COLUMNS.map(
        (column, i) => html`<label class="file-column">
          ${say(column)}
          <select>
            ${names.map((name, place) => html`<option value=${place + 1} .selected=${place + 1 === chosen(column, i)}>${valueText(columnInWords(name))}</option>`)}
          </select>
        </label>`,
      )}
      <button>${say('readColumns')}</button>
    </form>`;
  }
}

/** A file's name. What a page sets may be no file, and something that throws when it is looked at. */
function nameOf(file: { name?: unknown }): string {
  try {
    return textOf(file.name);
  } catch {
    return '';
  }
}
