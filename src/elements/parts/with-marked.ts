import { html, type TemplateResult } from 'lit';
import { formatCount } from '../../words/numbers';
import { spell, type Message } from '../../words/words';

/** No text has this letter: it is private. */
const MARK = '\ue000';

/** A message with one of its values in bold, wherever the language has it. */
export function withMarked(message: Message, marked: string): TemplateResult {
  const [before, after = ''] = spell({ ...message, values: { ...message.values, [marked]: MARK } }).split(MARK);
  const value = message.values?.[marked];
  return html`${before}<b>${typeof value === 'number' ? formatCount(value) : value}</b>${after}`;
}
