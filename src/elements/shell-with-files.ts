import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ParameterError } from '../experiments/parameters';
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
      const taken = (this.#taken = declared.take(content));
      const move = () => {
        for (const [name, value] of Object.entries(taken)) if (this.values[name] !== value) this.change(name, value);
      };
      // What follows from the file follows from valid settings only.
      if (this.#forgetRefused(taken)) void this.updateComplete.then(move);
      else move();
    });
  }

  /** What was refused before goes back to its default: it is not what a person who brings a file is about. */
  #forgetRefused(taken: Readonly<Record<string, unknown>>): boolean {
    const { error } = this.runner;
    const attribute = error instanceof ParameterError ? error.attribute : undefined;
    const refused = this.parameterList.find((one) => one.attribute === attribute);
    if (!refused || refused.name in taken) return false;
    this.change(refused.name, refused.default);
    return true;
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
