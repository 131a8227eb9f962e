import { html, type PropertyValues, type TemplateResult } from 'lit';
import { elementWords as say } from '../words/elements';
import type { Host, LoadedExperiment } from './entry';
import { ExampleFiles } from './parts/example-files';
import { Shell } from './shell';

/**
 * The element of an experiment that declares `files`: above the controls, data of one's own can be chosen, or dropped
 * anywhere on the element.
 *
 * @csspart source - the box in which data of one's own is chosen
 * @csspart data-files - the choice of files
 */
export class ShellWithFiles extends Shell {
  readonly #files: ExampleFiles;
  /** What the last files became. */
  #taken: Readonly<Record<string, unknown>> | undefined;

  constructor(element: Host, loaded: LoadedExperiment) {
    super(element, loaded);
    const declared = this.experiment.files!;
    this.#files = new ExampleFiles(element, declared, (content) => {
      this.#taken = declared.take(content);
      for (const [name, value] of Object.entries(this.#taken))
        if (this.values[name] !== value) this.change(name, value);
    });
  }

  override willUpdate(changed: PropertyValues): void {
    const taken = Object.entries(this.#taken ?? {});
    if (taken.some(([name, value]) => changed.has(name) && this.values[name] !== value)) {
      this.#taken = undefined;
      this.#files.forget();
    }
    super.willUpdate(changed);
  }

  protected override renderSource(): TemplateResult {
    return html`<div class="source" part="source" role="group" aria-label=${say('data')}>${this.#files.render()}</div>`;
  }
}
