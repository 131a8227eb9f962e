import { defineMessages } from '../../messages';
import type { AnyParameter } from './parameter';

/** Defines labels, help and choices of parameters as texts of a section: `starts.label`, `sampling.grid`. */
export function defineParameterWords(section: string, parameters: readonly AnyParameter[]): void {
  const texts: Record<string, string> = {};
  for (const { name, about, type } of parameters) {
    texts[`${name}.label`] = about.label;
    texts[`${name}.help`] = about.help;
    if (type.control.kind !== 'menu') continue;
    for (const choice of type.control.choices) texts[`${name}.${choice}`] = about.names?.[choice] ?? choice;
  }
  defineMessages(section, texts);
}
