import { html, nothing, type TemplateResult } from 'lit';
import type { PropertyValues } from 'lit';
import { columnInWords } from '../../data/ratings/column-in-words';
import { RatingsError } from '../../data/ratings/ratings';
import type { ColumnMapping } from '../../data/ratings/source';
import type { Host, LoadedExperiment } from '../../elements/entry';
import { FileDrop } from '../../elements/parts/file-drop';
import { Shell as ExperimentShell } from '../../elements/shell';
import { elementWords } from '../../words/elements';
import { formatCount } from '../../words/numbers';
import { defineWords, valueText } from '../../words/words';
import { textOf } from '../parameters';
import type { MatrixFactorizationData, MatrixFactorizationParameters } from './parameters';
import type { MatrixFactorizationResult } from './training';

const say = defineWords('matrix-factorization', {
  sheet: 'Sheet',
  synthetic: 'Synthetic',
  aFile: 'A file…',
  fileHint: 'MovieLens or any CSV, also gzipped; or drop it here. It never leaves your computer.',
  someFile: 'a file',
  aScript: 'a script',
  sizeOf: '{name}: {ratings} ratings of {items} items by {users} users',
  from: 'from {name}',
  user: 'user',
  item: 'item',
  rating: 'rating',
  readColumns: 'Read these columns',
  ratingsRefused: 'These ratings cannot be used',
  chooseColumns: 'Choose the columns above.',
});

type Element = Host & MatrixFactorizationParameters & MatrixFactorizationData;

/** What a person chose. What belongs together is given together. */
type Chosen = { ratings: string } | { file: File } | { columns: ColumnMapping };

const COLUMNS = ['user', 'item', 'rating'] as const;
const BUILT_IN = ['sheet', 'synthetic'];
const FILE_TYPES = '.csv,.tsv,.txt,.dat,.data,.gz,text/csv,text/plain,application/gzip';

/**
 * Above the controls, the choice of ratings: the sheet's, synthetic ones, or those of a file, which may also be dropped
 * on the element.
 *
 * @csspart source - the choice of ratings
 * @csspart stepper - the buttons that go through the steps
 * @csspart valley-slider - the slider along the valley
 */
export class Shell extends ExperimentShell {
  /** The columns of a file that does not say itself what they hold. */
  #columnNames: readonly string[] | undefined;
  #columnsOf: unknown;

  constructor(element: Host, loaded: LoadedExperiment) {
    super(element, loaded);
    new FileDrop(
      element,
      (file) => this.#choose({ file }),
      (text) => text && this.#choose({ file: new File([text], elementWords('droppedText')) }),
    );
  }

  get #element(): Element {
    return this.element as Element;
  }

  override willUpdate(changed: PropertyValues): void {
    // Columns are those of a certain file.
    if (changed.get('file') && !changed.has('columns')) this.#element.columns = undefined;
    super.willUpdate(changed);
  }

  /** Ratings come from one place: what was chosen before is let go of. */
  #choose(chosen: Chosen): void {
    if ('columns' in chosen) {
      this.change('columns', chosen.columns);
      return;
    }
    const next = { triplets: undefined, columns: undefined, file: undefined, ...chosen };
    for (const [name, value] of Object.entries(next)) if (this.values[name] !== value) this.change(name, value);
  }

  protected override titleOf(error: Error): string {
    return error instanceof RatingsError ? say('ratingsRefused') : super.titleOf(error);
  }

  protected override adviceOn(error: Error): string {
    return error instanceof RatingsError && error.columns && this.#element.file ? ` ${say('chooseColumns')}` : '';
  }

  protected override renderSource(): TemplateResult {
    const { ratings, file, triplets } = this.#element;
    const { error } = this;
    if (this.#columnsOf !== file) [this.#columnsOf, this.#columnNames] = [file, undefined];
    if (error instanceof RatingsError && error.columns) this.#columnNames = error.columns;
    const isData = Boolean(file || triplets);
    const button = (name: 'sheet' | 'synthetic') =>
      html`<button type="button" aria-pressed=${!isData && ratings === name ? 'true' : 'false'} @click=${() => this.#choose({ ratings: name })}>${say(name)}</button>`;
    return html`
      <div class="source" part="source" role="group" aria-label=${this.text('ratings.label')}>
        <span class="source-title">${this.text('ratings.label')}</span>
        ${button('sheet')} ${button('synthetic')}
        <label class="file" data-pressed=${isData || !BUILT_IN.includes(ratings) ? 'true' : 'false'}>
          <input type="file" accept=${FILE_TYPES} @change=${this.#onFile} />
          <span>${say('aFile')}</span>
        </label>
        <p class="file-hint">${this.#hint()}</p>
        ${file && this.#columnNames ? this.#renderColumns(this.#columnNames) : nothing}
      </div>
    `;
  }

  /** Which ratings were read, and how many they are; before that, which can be. */
  #hint(): string {
    const { ratings, file, triplets } = this.#element;
    if (!file && !triplets && BUILT_IN.includes(ratings)) return say('fileHint');
    const name = file ? nameOf(file) || say('someFile') : triplets ? say('aScript') : textOf(ratings);
    if (this.state !== 'done') return say('from', { name });
    const { observed, items, users } = this.result as MatrixFactorizationResult;
    return say('sizeOf', {
      name,
      ratings: formatCount(observed),
      items: formatCount(items),
      users: formatCount(users),
    });
  }

  readonly #onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.#choose({ file });
    // The same file may be chosen again, mended.
    input.value = '';
  };

  #renderColumns(names: readonly string[]): TemplateResult {
    const { columns } = this.#element;
    const chosen = (column: (typeof COLUMNS)[number], i: number) =>
      Number(columns?.[column] ?? Math.min(i, names.length - 1) + 1);
    const onSubmit = (event: Event) => {
      event.preventDefault();
      const selects = [...(event.target as HTMLFormElement).querySelectorAll('select')];
      const [user, item, rating] = selects.map(({ value }) => Number(value));
      this.#choose({ columns: { user, item, rating } });
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
