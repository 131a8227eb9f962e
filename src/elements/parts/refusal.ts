import { html, nothing, type TemplateResult } from 'lit';
import type { ParameterError } from '../../experiments/parameters/error';
import { elementWords as say } from '../../words/elements';
import { valueText } from '../../words/words';

/**
 * Why a value was refused, under its field.
 * @param isAlert whether it is read out: once is enough for what is told elsewhere, too
 */
export function renderRefusal(
  id: string,
  label: string,
  { attribute, gotWords, takesWords }: ParameterError,
  isAlert = true,
): TemplateResult {
  const got = valueText(gotWords);
  // A label in small letters begins a sentence.
  const name = label.charAt(0).toLocaleUpperCase() + label.slice(1);
  return html`<p class="refused" id="${id}-refused" role=${isAlert ? 'alert' : nothing}>${say('refusedField', { got, label: name, takes: takesWords })} <code>${`${attribute}="${got}"`}</code></p>`;
}
