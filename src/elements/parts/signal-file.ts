import { html, nothing, type TemplateResult } from 'lit';
import { readTable, type Table } from './csv-table';
import { FileDrop, type DropHost } from './file-drop';
import { isWav, readWav } from './wav';

/** A signal that a person brought along. */
export interface BroughtSignal {
  samples: Float64Array;
  /** Samples per second, of a sound. */
  sampleRate?: number;
  /** The file's name, or the column's. */
  name: string;
}

/** Files larger than this are not opened: reading them would hold up the page. */
const MAXIMUM_BYTES = 128 * 2 ** 20;
const MAXIMUM_SAMPLES = 2 ** 24;

/**
 * Takes a signal from a file that is chosen or dropped on the element (WAV, CSV, plain numbers), or from dropped text.
 * What cannot be taken is answered in words, and changes nothing.
 */
export class SignalFile {
  #message = '';
  #name = '';
  #table: Table | undefined;
  #column = 0;
  /** Which of the files was asked for last: an earlier one that is read later is dropped. */
  #turn = 0;

  constructor(
    readonly host: DropHost,
    readonly take: (signal: BroughtSignal) => void,
  ) {
    new FileDrop(host, (file) => void this.read(file), (text) => void this.readText(text));
  }

  /** Forgets the file, as after "Reset". */
  forget(): void {
    this.#turn++;
    this.#table = undefined;
    this.#name = this.#message = '';
    this.host.requestUpdate();
  }

  /** Reads a file and hands its signal on. */
  async read(file: File): Promise<void> {
    await this.#attempt(file.name, async () => {
      if (file.size > MAXIMUM_BYTES) throw new Error(`it has ${Math.round(file.size / 2 ** 20)} MiB; it takes at most ${MAXIMUM_BYTES / 2 ** 20}`);
      if (file.size === 0) throw new Error('it is empty');
      const buffer = await file.arrayBuffer();
      if (isWav(buffer)) return readWav(buffer);
      return readTable(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
    });
  }

  /** Reads a text of numbers and hands its signal on. */
  async readText(text: string): Promise<void> {
    await this.#attempt('dropped text', () => readTable(text));
  }

  async #attempt(name: string, read: () => unknown): Promise<void> {
    const turn = ++this.#turn;
    try {
      const content = (await read()) as Table | { samples: Float64Array; sampleRate: number };
      if (turn !== this.#turn) return;
      const table = 'samples' in content ? undefined : content;
      const [column] = table?.numeric ?? [0];
      this.#hand(name, 'samples' in content ? content : { samples: content.column(column) });
      this.#table = table;
      this.#column = column;
      this.#name = name;
    } catch (error) {
      if (turn === this.#turn) this.#refuse(name, error);
    }
    this.host.requestUpdate();
  }

  #choose(column: number): void {
    const { names } = this.#table!;
    try {
      this.#hand(`${this.#name}, ${names[column]}`, { samples: this.#table!.column(column) });
      this.#column = column;
    } catch (error) {
      this.#refuse(this.#name, error);
    }
    this.host.requestUpdate();
  }

  #hand(name: string, signal: { samples: Float64Array; sampleRate?: number }): void {
    const { length } = signal.samples;
    if (length > MAXIMUM_SAMPLES) throw new Error(`it has ${length} samples; it takes at most ${MAXIMUM_SAMPLES}`);
    if (length < 2) throw new Error('it has one sample; it takes two or more');
    this.#message = '';
    this.take({ ...signal, name });
  }

  #refuse(name: string, error: unknown): void {
    const reason = error instanceof TypeError ? 'it is neither a WAV file nor text' : (error as Error).message;
    this.#message = `“${name}”: ${reason}.`;
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
          <span>A signal of your own…</span>
        </label>
        ${this.#table && this.#table.numeric.length > 1 ? this.#renderColumns(this.#table) : nothing}
        <span class="file-hint">${this.#name ? `from ${this.#name}` : 'WAV, CSV or plain numbers; or drop it here'}</span>
      </div>
      ${this.#message ? html`<div class="message" part="message" role="alert"><b>This file cannot be used</b>${this.#message} The pictures are the last good ones.</div>` : nothing}
    `;
  }

  #renderColumns({ names, numeric }: Table): TemplateResult {
    return html`<label class="file-column">
      column
      <select @change=${(event: Event) => this.#choose(Number((event.target as HTMLSelectElement).value))}>
        ${numeric.map((column) => html`<option value=${column} .selected=${column === this.#column}>${names[column]}</option>`)}
      </select>
    </label>`;
  }
}
