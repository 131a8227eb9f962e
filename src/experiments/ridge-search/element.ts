import { html, nothing, type TemplateResult } from 'lit';
import { ShellWithFiles } from '../../elements/shell-with-files';
import type { ElementState } from '../../elements/state';
import { forecast, isWorthSaying, workOf, type Measured } from './forecast';
import type { RidgeSearchParameters } from './parameters';

/** So much of a search says how quickly the rest goes. */
const SAYS_ENOUGH = 0.02;

/** Says before a large search what it takes, and while it runs how much of that is left; data of one's own come from files. */
export class Shell extends ShellWithFiles {
  #began = 0;
  #measured: Measured | undefined;

  override showState(state: ElementState): void {
    if (state === 'running') this.#began = performance.now();
    super.showState(state);
  }

  protected override renderSource(): TemplateResult {
    const words = this.#forecast();
    return html`${super.renderSource()}${words ? html`<p class="file-hint">${words}</p>` : nothing}`;
  }

  #forecast(): string | undefined {
    const { state } = this;
    if (!this.parameters || state === 'failed') return undefined;
    const parameters = this.parameters as RidgeSearchParameters;
    try {
      this.#measure(workOf(parameters, this.data));
      return forecast(parameters, this.data, navigator.hardwareConcurrency ?? 1, this.#measured);
    } catch {
      // What cannot be used is refused where it is computed.
      return undefined;
    }
  }

  #measure(work: number): void {
    const { runProgress } = this.runner;
    if (runProgress === undefined) this.#measured &&= { speed: this.#measured.speed };
    else if (runProgress >= SAYS_ENOUGH && isWorthSaying(work)) {
      const seconds = (performance.now() - this.#began) / 1000;
      this.#measured = { speed: (work * runProgress) / seconds, left: 1 - runProgress };
    }
  }
}
