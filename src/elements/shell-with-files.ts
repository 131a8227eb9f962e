import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ParameterError, type AnyParameter } from '../experiments/parameters';
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
  /** What a person entered last. */
  #entered: unknown;
  /** What the last files became. */
  #taken: Readonly<Record<string, unknown>> | undefined;

  constructor(element: Host, loaded: LoadedExperiment) {
    super(element, loaded);
    const declared = this.experiment.files!;
    this.#files = new ExampleFiles(element, declared, (content) => {
      const taken = declared.take(content);
      this.#refuseUnusable(taken);
      this.#taken = taken;
      const move = () => {
        for (const [name, value] of Object.entries(taken)) if (this.values[name] !== value) this.change(name, value);
      };
      // What follows from the file follows from valid settings only.
      const refused = this.#refused;
      if (!refused || refused.name in taken) return move();
      // What was refused before goes back to its default: it is not what a person who brings a file is about.
      this.change(refused.name, refused.default);
      void this.updateComplete.then(move);
    });
  }

  /** The parameter whose value is refused at present. */
  get #refused(): AnyParameter | undefined {
    const { error } = this.runner;
    return error instanceof ParameterError ? this.#parameterOf(error) : undefined;
  }

  #parameterOf({ attribute }: ParameterError): AnyParameter | undefined {
    return this.parameterList.find((one) => one.attribute === attribute);
  }

  /** @throws {ParameterError} where a file can be read, and yet not be used: that is told as of one that cannot be read */
  #refuseUnusable(taken: Readonly<Record<string, unknown>>): void {
    const refused = this.#refused;
    const error = this.refusalOf({ ...(refused && { [refused.name]: refused.default }), ...taken });
    if (!(error instanceof ParameterError)) return;
    const parameter = this.#parameterOf(error);
    if (!parameter || parameter.name in taken) throw error;
  }

  protected override enter(name: string, value: unknown, isTyping = false): boolean {
    const isTaken = super.enter(name, value, isTyping);
    this.#entered = this.values[name];
    return isTaken;
  }

  /** Data, and what stands behind “More settings”, are refused out of sight; unless a person has just typed it there. */
  protected override isToldAbove(error: Error): boolean {
    if (!(error instanceof ParameterError)) return false;
    const parameter = this.#parameterOf(error);
    return !parameter || (parameter.control === 'more' && this.values[parameter.name] !== this.#entered);
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
    const { error } = this;
    const refusal = error && this.isToldAbove(error) ? this.messageAbout(error, !this.#refused) : nothing;
    return html`<div class="source" part="source" role="group" aria-label=${say('data')}>${this.#files.render()}${refusal}</div>`;
  }
}
