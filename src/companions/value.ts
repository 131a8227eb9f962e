import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../charts/kit/format';
import { Companion, valueAt } from './companion';
import { companionWords as say } from './words';

/**
 * `<gd-value for="descent" of="learning-rate"></gd-value>`: one parameter or one field of the result of another element, as
 * text in a sentence. It follows what it shows.
 *
 * @attr for - the id of the element
 * @attr of - a parameter by its attribute, or a path into the result: `runs.0.counts.converged`
 * @attr digits - significant digits of numbers; 4 by default
 */
export class GdValue extends Companion {
  static override properties = { ...Companion.properties, of: {}, digits: { type: Number } };
  declare of: string;
  declare digits: number;

  constructor() {
    super();
    this.of = '';
    this.digits = 4;
  }

  protected override render(): TemplateResult {
    const { target, htmlFor: id, of: path } = this;
    const value = target && valueAt(target, path);
    const hasResult = target?.result !== undefined;
    const fault = !target
      ? say('noTarget', { id })
      : value === undefined && hasResult
        ? say('noValue', { path, id })
        : undefined;
    return html`<output title=${fault ?? nothing}>${value === undefined ? '…' : this.#said(value)}</output>`;
  }

  #said(value: unknown): string {
    if (typeof value === 'number') return formatNumber(value, Math.min(17, Math.max(1, Math.round(this.digits) || 4)));
    if (Array.isArray(value) || ArrayBuffer.isView(value))
      return Array.from(value as ArrayLike<unknown>, (one) => this.#said(one)).join(', ');
    return value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
