import { html, nothing, type TemplateResult } from 'lit';
import { isSameNumber } from '../../charts/kit/typed';
import type { ParameterError } from '../../experiments/parameters';
import { renderRefusal } from './refusal';
import { typed } from './typed';

/** A tool's number that can be typed. */
export interface NumberTool {
  parameter: string;
  label: string;
  value: number;
}

/** A field for an exact number; what was typed is handed on as it is, to be checked. */
export function numberField(
  { parameter, label, value }: NumberTool,
  set: (text: string, isTyping: boolean) => boolean,
  refused: ParameterError | undefined,
): TemplateResult {
  const text = refused ? refused.got : String(value);
  return html`<input
    type="text"
    inputmode="decimal"
    autocomplete="off"
    aria-label=${label}
    aria-invalid=${refused ? 'true' : 'false'}
    aria-describedby=${refused ? `tool-${parameter}-refused` : nothing}
    .style=${`--_characters: ${text.length}`}
    ${typed({ text, isSame: isSameNumber, set })}
  />`;
}

/** Why what was typed there was refused. */
export const numberRefusal = ({ parameter, label }: NumberTool, refused: ParameterError | undefined) =>
  refused ? renderRefusal(`tool-${parameter}`, label, refused) : nothing;

/** Buttons for a few values, of which one is pressed. */
export function choiceButtons<Value extends number | string>(
  options: readonly Value[],
  value: Value | null,
  choose: (option: Value) => void,
  nameOf: (option: Value) => string,
): TemplateResult[] {
  return options.map(
    (option) =>
      html`<button type="button" aria-pressed=${option === value ? 'true' : 'false'} @click=${() => choose(option)}>${nameOf(option)}</button>`,
  );
}
