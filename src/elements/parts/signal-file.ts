import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { SignalContent } from '../../data/signal/read-signal';
import { MAXIMUM_LENGTH } from '../../engine/conv1d';
import { wordsOf, type Message } from '../../messages';
import { elementWords } from '../../words/elements';
import { localized } from '../../words/numbers';
import { defineWords } from '../../words/words';
import { FileDrop, type DropHost } from './file-drop';

const say = defineWords('files', {
  choose: 'Use your own signal…',
  hint: 'WAV, CSV or plain numbers; or drop a file here',
  from: 'from {name}',
  reading: 'Reading {name}',
  readingSoFar: 'reading {name}, {percent}',
  column: 'column',
  columnNumber: 'column {number}',
  refused: 'This file cannot be used',
  because: '“{name}”: {reason}. The pictures still show your last valid settings.',
});

/**
 * Takes a signal from a file that is chosen or dropped on the element (WAV, CSV, plain numbers), or from dropped text.
 * What cannot be used is answered with a message and changes nothing.
 */
export class SignalFile implements ReactiveController {
  /** The file that could not be used, and why. */
  #refused: { name: string; reason: Message | string } | undefined;
  #name = '';
  /** The file that was read last, to be read again for another of its columns. */
  #file: (Blob & { name: string }) | undefined;
  #columns: SignalContent['columns'];
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
    this.#file = this.#columns = undefined;
    this.#name = '';
    this.#refused = undefined;
    this.host.requestUpdate();
  }

  /** Reads a file and hands its signal on. */
  async read(file: Blob & { name: string }, column?: number): Promise<void> {
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
      const { columns, samples } = await readInWorker(file, { column, most: MAXIMUM_LENGTH }, { signal, onProgress });
      if (signal.aborted) return;
      this.#refused = undefined;
      this.take(samples);
      this.#file = file;
      this.#columns = columns;
      this.#name = name;
    } catch (error) {
      if (!signal.aborted) this.#refused = { name, reason: wordsOf(error) };
    }
    if (signal.aborted) return;
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
          <input type="file" accept=".wav,.csv,.tsv,.txt,audio/wav,audio/x-wav,text/csv,text/plain" @change=${onFile} />
          <span>${say('choose')}</span>
        </label>
        ${this.#columns && this.#columns.numeric.length > 1 ? this.#renderColumns(this.#columns) : nothing}
        ${
          this.#progress
            ? html`<progress aria-label=${say('reading', { name: this.#progress.name })} max="1" .value=${this.#progress.fraction}></progress>
              <span class="file-hint">${say('readingSoFar', { name: this.#progress.name, percent: localized(`${Math.floor(100 * this.#progress.fraction)} %`) })}</span>`
            : html`<span class="file-hint">${this.#name ? say('from', { name: this.#name }) : say('hint')}</span>`
        }
      </div>
      ${this.#refused ? html`<div class="message" part="message" role="alert"><b>${say('refused')}</b>${say('because', this.#refused)}</div>` : nothing}
    `;
  }

  #renderColumns({ names, numeric, column: shown }: NonNullable<SignalContent['columns']>): TemplateResult {
    const file = this.#file!;
    return html`<label class="file-column">
      ${say('column')}
      <select @change=${(event: Event) => void this.read(file, Number((event.target as HTMLSelectElement).value))}>
        ${numeric.map((column) => html`<option value=${column} .selected=${column === shown}>${nameOf(names, column)}</option>`)}
      </select>
    </label>`;
  }
}

/** A column's name, or its number where it has none. */
const nameOf = (names: readonly string[], column: number) =>
  names[column] || say('columnNumber', { number: column + 1 });
