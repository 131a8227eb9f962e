import { html, nothing, type TemplateResult } from 'lit';
import { ShellWithFiles } from '../../elements/shell-with-files';
import { forecast } from './forecast';
import type { RidgeSearchParameters } from './parameters';

/** Says before a large search what it takes; data of one's own come from files. */
export class Shell extends ShellWithFiles {
  protected override renderSource(): TemplateResult {
    const words = this.#forecast();
    return html`${super.renderSource()}${words ? html`<p class="file-hint">${words}</p>` : nothing}`;
  }

  #forecast(): string | undefined {
    const { parameters } = this;
    if (!parameters || this.state === 'failed') return undefined;
    try {
      return forecast(parameters as RidgeSearchParameters, this.data, navigator.hardwareConcurrency ?? 1);
    } catch {
      // What cannot be used is refused where it is computed.
      return undefined;
    }
  }
}
