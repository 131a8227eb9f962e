import { html, nothing, type TemplateResult } from 'lit';
import type { PropertyValues } from 'lit';
import { columnInWords } from '../../data/ratings/column-in-words';
import { RatingsError } from '../../data/ratings/ratings';
import type { ColumnMapping, PreparedRatings } from '../../data/ratings/source';
import type { Host, LoadedExperiment } from '../../elements/entry';
import { filesWords } from '../../elements/parts/files-words';
import { FileDrop, oneOf } from '../../elements/parts/file-drop';
import { readingControls, type ReadingControls } from '../../elements/parts/reading';
import { Shell as ExperimentShell } from '../../elements/shell';
import { formatCount } from '../../words/numbers';
import { wordsOf } from '../../messages';
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
  sizeOf: '{name}: {ratings} {ratings|rating|ratings} of {items} {items|item|items} by {users} {users|user|users}',
  from: 'from {name}',
  user: 'user',
  item: 'item',
  rating: 'rating',
  readColumns: 'Read these columns',
  layout: 'layout',
  triplets: 'a rating a line',
  matrix: 'matrix, a row for each user',
  none: 'number for no rating',
  ids: 'ids',
  idsAsFound: 'as found',
  idsText: 'text',
  idsNumbers: 'numbers',
  ratingsRefused: 'These ratings cannot be used',
  chooseColumns: 'Choose below.',
});

type Element = Host & MatrixFactorizationParameters & MatrixFactorizationData;

/** What a person chose. What belongs together is given together. */
type Chosen = { ratings: string } | { file: File } | { columns: ColumnMapping };

const COLUMNS = ['user', 'item', 'rating'] as const;
const IDS = ['text', 'numbers'] as const;
const BUILT_IN = ['sheet', 'synthetic'];
/** Whatever is no word for ratings that are there. */
const isAddress = (ratings: unknown) => ratings !== undefined && !BUILT_IN.includes(ratings as string);
const FILE_TYPES = '.csv,.tsv,.txt,.dat,.data,.gz,.mtx,.npy,.npz,text/csv,text/plain,application/gzip';

/**
 * Above the controls, the choice of ratings: the sheet's, synthetic ones, or those of a file, which may also be dropped
 * on the element, or pasted.
 *
 * @csspart source - the choice of ratings
 * @csspart stepper - the buttons that go through the steps
 * @csspart valley-slider - the slider along the valley
 */
export class Shell extends ExperimentShell {
  /** The columns of a file that does not say itself what they hold. */
  #columnNames: readonly string[] | undefined;
  #columnsOf: unknown;
  /** What was dropped last and cannot be taken. */
  #refused: RatingsError | undefined;
  /** Whether it is in sight how else a file could be read: where it was refused, and then for as long as a person tries. */
  #isReadingOpen = false;
  /** How the file was read and what was found in it, as it was known last: while it is read in another way, the controls stay. */
  #reading: (Pick<ReadingControls, 'how' | 'found'> & { isRefused: boolean }) | undefined;
  /** Which ratings the pictures show, in words. */
  #shown = '';

  constructor(element: Host, loaded: LoadedExperiment) {
    super(element, loaded);
    new FileDrop(element, (files) => this.#takeOne(files));
  }

  #takeOne(files: readonly File[]): void {
    try {
      oneOf(files);
      this.#choose({ file: files[0] });
    } catch (error) {
      this.#refused = new RatingsError(wordsOf(error));
      this.changed();
    }
  }

  get #element(): Element {
    return this.element as Element;
  }

  override willUpdate(changed: PropertyValues): void {
    // Columns are those of a certain file, or of an address.
    const hadFile = changed.get('file') || isAddress(changed.get('ratings'));
    if (hadFile && !changed.has('columns')) this.#element.columns = undefined;
    if (['file', 'ratings', 'triplets'].some((name) => changed.has(name))) this.#refused = undefined;
    super.willUpdate(changed);
  }

  /** Ratings come from one place: what was chosen before is let go of. */
  #choose(chosen: Chosen): void {
    this.#refused = undefined;
    this.changed();
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

  /** What is wrong with a file is said with its name. */
  protected override reasonOf(error: Error): string {
    const reason = super.reasonOf(error);
    const { file } = this.#element;
    const name = error instanceof RatingsError && error !== this.#refused && file ? nameOf(file) : '';
    return name ? filesWords('inFile', { name, reason }) : reason;
  }

  protected override adviceOn(error: Error): string {
    // Of fewer columns than are needed, there is nothing to choose.
    const canChoose = error instanceof RatingsError && (error.columns?.length ?? 0) >= COLUMNS.length && this.#file;
    return canChoose ? ` ${say('chooseColumns')}` : '';
  }

  /** What is read: a file, or the address of one. */
  get #file(): unknown {
    const { ratings, file, triplets } = this.#element;
    return triplets ? undefined : (file ?? (isAddress(ratings) ? ratings : undefined));
  }

  protected override renderSource(): TemplateResult {
    const { ratings, file, triplets } = this.#element;
    const error = this.#refused ?? this.error;
    if (this.#columnsOf !== this.#file) {
      [this.#columnsOf, this.#columnNames, this.#reading] = [this.#file, undefined, undefined];
      this.#isReadingOpen = false;
    }
    if (error instanceof RatingsError) this.#columnNames = error.columns ?? error.found?.columns ?? this.#columnNames;
    const isData = Boolean(file || triplets);
    const button = (name: 'sheet' | 'synthetic') =>
      html`<button type="button" aria-pressed=${!isData && ratings === name ? 'true' : 'false'} @click=${() => this.#choose({ ratings: name })}>${say(name)}</button>`;
    return html`
      <div class="source" part="source" role="group" aria-label=${this.text('ratings.label')}>
        <span class="source-title">${this.text('ratings.label')}</span>
        ${button('sheet')} ${button('synthetic')}
        <label class="file" data-pressed=${isData || isAddress(ratings) ? 'true' : 'false'}>
          <input type="file" accept=${FILE_TYPES} @change=${this.#onFile} />
          <span>${say('aFile')}</span>
        </label>
        <p class="file-hint">${this.#hint()}</p>
        ${error && this.isToldAbove(error) ? this.messageAbout(error) : nothing}
        ${this.#file ? this.#renderReading() : nothing}
      </div>
    `;
  }

  /** Ratings that cannot be used are told where they were chosen. */
  protected override isToldAbove(error: Error): boolean {
    return error instanceof RatingsError;
  }

  /** Which ratings were read, and how many they are; before that, which can be. */
  #hint(): string {
    // The pictures stay, and the message names what was refused.
    if (this.state === 'failed' && this.#shown) return this.#shown;
    const hint = this.#hintOfChosen();
    if (this.state === 'done') this.#shown = hint;
    return hint;
  }

  #hintOfChosen(): string {
    const { ratings, file, triplets } = this.#element;
    if (!file && !triplets && !isAddress(ratings)) return say('fileHint');
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

  /** How the file was read, and what else a person can say of it. */
  #renderReading(): TemplateResult | typeof nothing {
    const { error } = this;
    const prepared = this.state === 'done' ? this.#prepared : undefined;
    // What a person has said can be taken back, whatever came of it.
    const found = error instanceof RatingsError ? (error.found ?? (this.#element.columns && {})) : prepared?.found;
    if (error instanceof RatingsError && !this.#reading?.isRefused) this.#isReadingOpen = true;
    if (error || prepared)
      this.#reading = found && { how: prepared?.reading, found, isRefused: error instanceof RatingsError };
    const names = prepared?.fileColumns?.names ?? this.#columnNames;
    const columns = this.#element.columns ?? {};
    // An array may be read as a matrix although nobody said so.
    const isMatrix = columns.matrix ?? (prepared !== undefined && !prepared.fileColumns);
    const form = names && !isMatrix ? this.#renderColumns(names) : nothing;
    if (!this.#reading) return form;
    return readingControls({
      ...this.#reading,
      reading: columns,
      isOpen: this.#isReadingOpen,
      onToggle: (isOpen) => (this.#isReadingOpen = isOpen),
      onChange: (reading) => {
        // Divided otherwise, there are other columns.
        const others = { user: undefined, item: undefined, rating: undefined };
        this.#choose({ columns: reading.delimiter === columns.delimiter ? reading : { ...reading, ...others } });
      },
      more: html`${this.#renderLayout(columns, isMatrix)} ${form}`,
    });
  }

  #renderLayout(columns: ColumnMapping, isMatrix: boolean): TemplateResult {
    const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
    const onNone = (event: Event) => {
      const text = valueOf(event).trim();
      const none = text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
      this.#choose({ columns: { ...columns, none } });
    };
    const onIds = (event: Event) =>
      this.#choose({ columns: { ...columns, ids: IDS.find((ids) => ids === valueOf(event)) } });
    return html`<label class="file-column">
        ${say('layout')}
        <select @change=${(event: Event) => this.#choose({ columns: { ...columns, matrix: valueOf(event) === 'matrix' } })}>
          <option value="triplets" .selected=${!isMatrix}>${say('triplets')}</option>
          <option value="matrix" .selected=${isMatrix}>${say('matrix')}</option>
        </select>
      </label>
      <label class="file-column">
        ${say('none')} <input inputmode="decimal" .value=${String(columns.none ?? '')} @change=${onNone} />
      </label>
      ${
        isMatrix
          ? nothing
          : html`<label class="file-column">
              ${say('ids')}
              <select @change=${onIds}>
                <option value="found" .selected=${!columns.ids}>${say('idsAsFound')}</option>
                <option value="text" .selected=${columns.ids === 'text'}>${say('idsText')}</option>
                <option value="numbers" .selected=${columns.ids === 'numbers'}>${say('idsNumbers')}</option>
              </select>
            </label>`
      }`;
  }

  /** The ratings that the pictures show. */
  get #prepared(): PreparedRatings | undefined {
    return (this.runner.run as { prepared?: PreparedRatings } | undefined)?.prepared;
  }

  #renderColumns(names: readonly string[]): TemplateResult {
    const { columns } = this.#element;
    const taken = this.#prepared?.fileColumns;
    const chosen = (column: (typeof COLUMNS)[number], i: number) => {
      const said = columns?.[column] ?? (this.state === 'done' ? taken?.[column] : undefined);
      const place = typeof said === 'string' ? names.indexOf(said) + 1 : said;
      return place || Math.min(i, names.length - 1) + 1;
    };
    const onSubmit = (event: Event) => {
      event.preventDefault();
      const selects = [...(event.target as HTMLFormElement).querySelectorAll('select')];
      const [user, item, rating] = selects.map(({ value }) => Number(value));
      this.#choose({ columns: { ...columns, user, item, rating } });
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
