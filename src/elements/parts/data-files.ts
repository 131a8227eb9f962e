import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Progress } from '../../data/read-in-worker';
import type { Reading } from '../../data/table/dialect';
import type { ColumnChoice, Found } from '../../data/table/table-error';
import { ParameterError } from '../../experiments/parameters/error';
import { wordsOf, type Message } from '../../messages';
import { localized } from '../../words/numbers';
import { valueText } from '../../words/words';
import { FileDrop, oneOf, type DropHost } from './file-drop';
import { filesWords } from './files-words';
import { readingControls } from './reading';

const say = filesWords;

/** What was read, and how. */
export interface FileContent {
  reading?: Message;
  /** What of that a person can change. */
  found?: Found;
  columns?: ColumnChoice;
}

export type NamedFile = File | (Blob & { name: string });

/** What is said around the choice of files. */
export interface FileChoice {
  /** The part, and the class, of the box. */
  part: string;
  choose: string;
  hint: string;
  accept: string;
  /** Whether several belong together. */
  multiple: boolean;
}

/**
 * Takes data from files that are chosen or dropped on the element, or from dropped or pasted text. What cannot be used is answered
 * with a message and changes nothing. What kind of data it is, a subclass knows.
 */
export abstract class DataFiles<Content extends FileContent, Said extends Reading> implements ReactiveController {
  /** What a person says of the files that were looked at last, to be read again in another way. */
  protected said: Said = {} as Said;
  /** Why the files could not be used. */
  #refused: string | undefined;
  #files: readonly NamedFile[] = [];
  #content: Content | undefined;
  #found: Found | undefined;
  /** Also those of files that were refused: another column may do. */
  #columns: Content['columns'] | undefined;
  #name = '';
  /** Whether it is in sight how else the files could be read: where they were refused, and then for as long as a person tries. */
  #isReadingOpen = false;
  /** Ends the reading that is under way: what was asked for later takes its place. */
  #reading: AbortController | undefined;
  #progress: { name: string; fraction: number } | undefined;

  constructor(readonly host: DropHost) {
    host.addController(this);
    new FileDrop(host, (files) => void this.read(files));
  }

  protected abstract choice(): FileChoice;
  protected abstract load(files: readonly NamedFile[], said: Said, progress: Progress): Promise<Content>;
  protected abstract take(content: Content): void;
  /** Which columns are read. */
  protected abstract renderColumns(columns: NonNullable<Content['columns']>): TemplateResult;

  hostDisconnected(): void {
    this.#stop();
  }

  /** Forgets the files, as after "Reset". */
  forget(): void {
    this.#stop();
    this.#files = [];
    this.#content = this.#found = this.#columns = this.#refused = undefined;
    this.#name = '';
    this.host.requestUpdate();
  }

  /** Reads files and hands on what is in them. */
  async read(files: readonly NamedFile[], said = {} as Said): Promise<void> {
    this.#stop();
    const { signal } = (this.#reading = new AbortController());
    const name = files.map((file) => file.name).join(', ');
    const onProgress = (fraction: number) => {
      if (signal.aborted) return;
      this.#progress = { name, fraction };
      this.host.requestUpdate();
    };
    onProgress(0);
    try {
      if (!this.choice().multiple) oneOf(files);
      const content = await this.load(files, said, { signal, onProgress });
      if (signal.aborted) return;
      this.#refused = undefined;
      this.take(content);
      if (files !== this.#files) this.#isReadingOpen = false;
      this.#content = content;
      this.#found = content.found;
      this.#columns = content.columns;
      this.#name = name;
    } catch (error) {
      if (signal.aborted) return;
      const reason =
        error instanceof ParameterError
          ? say('unusable', { got: error.gotWords, takes: error.takesWords })
          : valueText(wordsOf(error));
      const isNamed = files.some((file) => reason.includes(`“${file.name}”`));
      this.#refused = isNamed ? reason[0].toUpperCase() + reason.slice(1) : say('inFile', { name, reason });
      this.#content = undefined;
      this.#isReadingOpen = true;
      // What a person has said can be taken back, whatever came of it.
      const isSaid = Object.values(said).some((value) => value !== undefined);
      this.#found = (error as { found?: Found }).found ?? (isSaid ? {} : undefined);
      this.#columns = this.#found?.choice;
    }
    this.#files = files;
    this.said = said;
    this.#progress = undefined;
    this.host.requestUpdate();
  }

  /** Reads the same files in another way. */
  protected again(said: Said): void {
    void this.read(this.#files, said);
  }

  #stop(): void {
    this.#reading?.abort();
    this.#progress = undefined;
  }

  render(): TemplateResult {
    const { part, choose, hint, accept, multiple } = this.choice();
    const onFiles = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const files = [...(input.files ?? [])];
      if (files.length > 0) void this.read(files);
      // The same file may be chosen again, mended.
      input.value = '';
    };
    // Of files that were refused, those stand below the message, which names them: the data are still others.
    // A lone column may be asked for, too.
    const canChoose = (this.#columns?.numeric.length ?? 0) > (this.#refused === undefined ? 1 : 0);
    const columns = this.#columns && canChoose ? this.renderColumns(this.#columns) : nothing;
    return html`
      <div class="data-files ${part}" part=${part}>
        <label class="file">
          <input type="file" accept=${accept} ?multiple=${multiple} @change=${onFiles} />
          <span>${choose}</span>
        </label>
        ${
          this.#progress
            ? html`<progress aria-label=${say('reading', { name: this.#progress.name })} max="1" .value=${this.#progress.fraction}></progress>
              <span class="file-hint">${say('readingSoFar', { name: this.#progress.name, percent: localized(`${Math.floor(100 * this.#progress.fraction)} %`) })}</span>`
            : html`<span class="file-hint">${this.#name ? say('from', { name: this.#name }) : hint}</span>`
        }
        ${
          this.#refused === undefined
            ? nothing
            : html`<div class="message" part="message" role="alert"><b>${say('refused')}</b>${say('because', { reason: this.#refused })}</div>`
        }
        ${columns} ${this.#renderReading()}
      </div>
    `;
  }

  /** How the files were read; of those that were refused, how else they could be. */
  #renderReading(): TemplateResult | typeof nothing {
    const how = this.#content?.reading;
    const found = this.#found;
    if (!(how || found)) return nothing;
    if (!found) return html`<span class="file-hint">${valueText(how!)}</span>`;
    return readingControls({
      how,
      found,
      reading: this.said,
      isOpen: this.#isReadingOpen,
      onToggle: (isOpen) => (this.#isReadingOpen = isOpen),
      onChange: (reading) => {
        const { delimiter, decimal, header } = reading;
        // Divided otherwise, there are other columns.
        const isDivided = delimiter !== this.said.delimiter;
        this.again((isDivided ? { delimiter, decimal, header } : reading) as Said);
      },
    });
  }

  /** The choice of a column among those with numbers; none is chosen where there was a question which. */
  protected renderColumn(
    label: string,
    { names, numeric }: { names: readonly string[]; numeric: readonly number[] },
    shown: number,
    onColumn: (column: number) => void,
  ): TemplateResult {
    const onChange = (event: Event) => onColumn(Number((event.target as HTMLSelectElement).value));
    return html`<label class="file-column">
      ${label}
      <select @change=${onChange}>
        ${numeric.includes(shown) ? nothing : html`<option value="" disabled selected>${say('chooseColumn')}</option>`}
        ${numeric.map((column) => html`<option value=${column} .selected=${column === shown}>${names[column] || say('columnNumber', { number: column + 1 })}</option>`)}
      </select>
    </label>`;
  }
}
