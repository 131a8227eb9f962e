import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { SignalContent } from '../../data/signal/content';
import type { SignalReading } from '../../data/signal/signal-table';
import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import { wordsOf, type Message } from '../../messages';
import { elementWords } from '../../words/elements';
import { localized } from '../../words/numbers';
import { defineWords, valueText } from '../../words/words';
import { FileDrop, type DropHost } from './file-drop';
import { readingControls } from './reading';

const say = defineWords('files', {
  choose: 'Use your own signal…',
  hint: 'sound, CSV, NumPy or plain numbers; or drop a file here',
  from: 'from {name}',
  reading: 'Reading {name}',
  readingSoFar: 'reading {name}, {percent}',
  column: 'column',
  columnNumber: 'column {number}',
  refused: 'This file cannot be used',
  because: '“{name}”: {reason}. The pictures still show your last valid settings.',
});

/**
 * Takes a signal from a file that is chosen or dropped on the element (a sound, CSV, NumPy's arrays, plain numbers), or from dropped text.
 * What cannot be used is answered with a message and changes nothing.
 */
export class SignalFile implements ReactiveController {
  /** The file that could not be used, and why. */
  #refused: { name: string; reason: Message | string } | undefined;
  #name = '';
  /** The file that was looked at last, to be read again in another way, and what a person says of it. */
  #file: (Blob & { name: string }) | undefined;
  #said: SignalReading = {};
  #columns: SignalContent['columns'];
  #how: SignalContent['reading'];
  #found: SignalContent['found'];
  /** Ends the reading that is under way: a file that was asked for later takes its place. */
  #reading: AbortController | undefined;
  #progress: { name: string; fraction: number } | undefined;

  constructor(
    readonly host: DropHost,
    readonly take: (samples: Float64Array) => void,
  ) {
    host.addController(this);
    new FileDrop(
      host,
      (file) => void this.read(file),
      (text) => void this.readText(text),
    );
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Forgets the file, as after "Reset". */
  forget(): void {
    this.#stop();
    this.#file = this.#columns = this.#how = this.#found = undefined;
    this.#name = '';
    this.#refused = undefined;
    this.host.requestUpdate();
  }

  /** Reads a file and hands its signal on. */
  async read(file: Blob & { name: string }, said: SignalReading = {}): Promise<void> {
    this.#stop();
    const { signal } = (this.#reading = new AbortController());
    const { name } = file;
    const onProgress = (fraction: number) => {
      if (signal.aborted) return;
      this.#progress = { name, fraction };
      this.host.requestUpdate();
    };
    onProgress(0);
    try {
      // Few pages ever read a file: what reads one is loaded with the first.
      const { readInWorker } = await import('../../data/signal/read-in-worker');
      signal.throwIfAborted();
      const content = await readInWorker(file, { ...said, most: MAXIMUM_LENGTH }, { signal, onProgress });
      if (signal.aborted) return;
      this.#refused = undefined;
      this.take(content.samples);
      this.#columns = content.columns;
      this.#how = content.reading;
      this.#found = content.found;
      this.#name = name;
    } catch (error) {
      if (signal.aborted) return;
      this.#refused = { name, reason: wordsOf(error) };
      this.#columns = this.#how = undefined;
      this.#found = (error as { found?: SignalContent['found'] }).found;
    }
    this.#file = file;
    this.#said = said;
    this.#progress = undefined;
    this.host.requestUpdate();
  }

  /** Reads a text of numbers and hands its signal on. */
  readText(text: string): Promise<void> {
    return this.read(new File([text], elementWords('droppedText')));
  }

  #stop(): void {
    this.#reading?.abort();
    this.#progress = undefined;
  }

  render(): TemplateResult {
    const onFile = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const file = input.files?.[0];
      if (file) void this.read(file);
      // The same file may be chosen again, mended.
      input.value = '';
    };
    return html`
      <div class="signal-file" part="signal-file">
        <label class="file">
          <input type="file" accept=".wav,.csv,.tsv,.txt,.dat,.gz,.npy,.npz,audio/*,text/csv,text/plain" @change=${onFile} />
          <span>${say('choose')}</span>
        </label>
        ${this.#columns && this.#columns.numeric.length > 1 ? this.#renderColumns(this.#columns) : nothing}
        ${
          this.#progress
            ? html`<progress aria-label=${say('reading', { name: this.#progress.name })} max="1" .value=${this.#progress.fraction}></progress>
              <span class="file-hint">${say('readingSoFar', { name: this.#progress.name, percent: localized(`${Math.floor(100 * this.#progress.fraction)} %`) })}</span>`
            : html`<span class="file-hint">${this.#name ? say('from', { name: this.#name }) : say('hint')}</span>`
        }
        ${this.#renderReading()}
      </div>
      ${this.#refused ? html`<div class="message" part="message" role="alert"><b>${say('refused')}</b>${say('because', this.#refused)}</div>` : nothing}
    `;
  }

  /** How the file was read; of one that was refused, how else it could be. */
  #renderReading(): TemplateResult | typeof nothing {
    const [file, how, found] = [this.#file, this.#how, this.#found];
    if (!file || !(how || found)) return nothing;
    if (!found) return html`<span class="file-hint">${valueText(how!)}</span>`;
    return readingControls({
      how,
      found,
      reading: this.#said,
      onChange: (reading) => {
        // Divided otherwise, there are other columns.
        const isDivided = reading.delimiter !== this.#said.delimiter;
        void this.read(file, isDivided ? { ...reading, column: undefined } : reading);
      },
    });
  }

  #renderColumns({ names, numeric, column: shown }: NonNullable<SignalContent['columns']>): TemplateResult {
    const file = this.#file!;
    const onChange = (event: Event) =>
      void this.read(file, { ...this.#said, column: Number((event.target as HTMLSelectElement).value) });
    return html`<label class="file-column">
      ${say('column')}
      <select @change=${onChange}>
        ${numeric.map((column) => html`<option value=${column} .selected=${column === shown}>${nameOf(names, column)}</option>`)}
      </select>
    </label>`;
  }
}

/** A column's name, or its number where it has none. */
const nameOf = (names: readonly string[], column: number) =>
  names[column] || say('columnNumber', { number: column + 1 });
