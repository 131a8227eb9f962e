import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element that files can be dropped on, as long as it shows controls. */
export type DropHost = ReactiveControllerHost & HTMLElement & { controls: string };

/** Takes files, and text, that are dropped on an element. */
export class FileDrop implements ReactiveController {
  constructor(
    readonly host: DropHost,
    readonly onFiles: (files: [File, ...File[]]) => void,
    readonly onText: (text: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('dragover', this.#onDragOver);
    this.host.addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragover', this.#onDragOver);
    this.host.removeEventListener('drop', this.#onDrop);
  }

  readonly #onDragOver = (event: DragEvent) => {
    if (this.host.controls !== 'none') event.preventDefault();
  };

  readonly #onDrop = (event: DragEvent) => {
    if (this.host.controls === 'none' || !event.dataTransfer) return;
    event.preventDefault();
    const [file, ...others] = event.dataTransfer.files;
    if (file) this.onFiles([file, ...others]);
    else this.onText(event.dataTransfer.getData('text/plain'));
  };
}
