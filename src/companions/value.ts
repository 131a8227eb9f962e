import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../charts/kit/format';
import { Companion, valueAt } from './companion';
import { nearestPaths } from './nearest';

/**
 * `<gd-value for="descent" of="threshold"></gd-value>`: one parameter or one field of the result of another element, as
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
    const { target, of: path } = this;
    if (!target) return html`<output>${this.noTarget}</output>`;
    const value = valueAt(target, path);
    if (value !== undefined) return html`<output>${this.#said(value)}</output>`;
    // Without a result nothing is known of its fields.
    const isMissing = target.result !== undefined;
    return html`<output>${isMissing ? this.fault(this.noValue(path, nearestPaths(target, path))) : '…'}</output>`;
  }

  #said(value: unknown): string {
    if (typeof value === 'number') return formatNumber(value, Math.min(17, Math.max(1, Math.round(this.digits) || 4)));
    if (Array.isArray(value) || ArrayBuffer.isView(value))
      return Array.from(value as ArrayLike<unknown>, (one) => this.#said(one)).join(', ');
    return value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
