import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../charts/kit/format';

/** A field for an exact number; what was typed is handed on as it is, to be checked. */
export function numberField(label: string, value: number, set: (text: string) => void): TemplateResult {
  return html`<input
    type="text"
    inputmode="decimal"
    autocomplete="off"
    aria-label=${label}
    .value=${String(value)}
    @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
  />`;
}

/** Buttons for a few values, of which one is pressed. */
export function choiceButtons<Value extends number | string>(
  options: readonly Value[],
  value: Value | null,
  choose: (option: Value) => void,
  names: Partial<Record<Value, string>> = {},
): TemplateResult[] {
  return options.map(
    (option) =>
      html`<button type="button" aria-pressed=${option === value ? 'true' : 'false'} @click=${() => choose(option)}>${names[option] ?? (typeof option === 'number' ? formatNumber(option) : option)}</button>`,
  );
}
