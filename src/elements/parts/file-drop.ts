import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CodedError, defineMessages } from '../../messages';
import { elementWords as say } from '../../words/elements';
import { isTextField } from '../keys';

const troubles = defineMessages('files', { oneFile: 'there are {count} {count|file|files}, {names}; one is needed' });

/** An element that files can be dropped on, as long as it shows controls. */
export type DropHost = ReactiveControllerHost & HTMLElement & { controls: string };

/** Takes files, and text, that are dropped on an element, or pasted where it has the focus; text comes as a file. */
export class FileDrop implements ReactiveController {
  constructor(
    readonly host: DropHost,
    readonly onFiles: (files: readonly File[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragover', this.#onDragOver);
    this.host.addEventListener('drop', this.#onDrop);
    this.host.addEventListener('paste', this.#onPaste);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragover', this.#onDragOver);
    this.host.removeEventListener('drop', this.#onDrop);
    this.host.removeEventListener('paste', this.#onPaste);
  }

  readonly #onDragOver = (event: DragEvent) => {
    if (this.host.controls !== 'none') event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent) => this.#take(event, event.dataTransfer, say('droppedText'));

  readonly #onPaste = (event: ClipboardEvent) => {
    if (!isTextField(event.composedPath()[0])) this.#take(event, event.clipboardData, say('pastedText'));
  };

  #take(event: Event, data: DataTransfer | null, name: string): void {
    if (this.host.controls === 'none' || !data) return;
    event.preventDefault();
    const text = data.getData('text/plain');
    // A spreadsheet gives a picture of its cells, too.
    const files = [...data.files].filter(({ type }) => text === '' || !type.startsWith('image/'));
    this.onFiles(files.length > 0 ? files : [new File([text], name)]);
  }
}

/** @throws {CodedError} for several */
export function oneOf(files: readonly { name: string }[]): void {
  const names = { parts: files.map(({ name }) => `“${name}”`), between: ', ' };
  if (files.length > 1) throw new CodedError(troubles('oneFile', { count: files.length, names }));
}
