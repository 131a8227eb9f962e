import { html, nothing, type TemplateResult } from 'lit';
import { DELIMITERS, type Reading } from '../../data/table/dialect';
import { tableMessages } from '../../data/table/messages';
import type { Message } from '../../messages';
import { defineWords, valueText } from '../../words/words';

const say = defineWords('files', {
  howRead: 'Read as {how}',
  howToRead: 'How to read it',
  delimiter: 'delimiter',
  decimal: 'decimal sign',
  point: 'point',
  comma: 'comma',
  headerLines: 'header lines',
  asFound: 'as found',
});

export interface ReadingControls {
  /** How the file was read; nothing if it could not be. */
  how: Message | undefined;
  /** What a person has said so far. */
  reading: Reading;
  /** What was found in the file. */
  found: Reading;
  onChange: (reading: Reading) => void;
  /** Whether the controls are in sight, and what is told when that changes. */
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** What else can be said of such files. */
  more?: TemplateResult | typeof nothing;
}

/** Says in one line how a file was read, and lets a person change that. */
export function readingControls({
  how,
  reading,
  found,
  onChange,
  isOpen,
  onToggle,
  more = nothing,
}: ReadingControls): TemplateResult {
  const valueOf = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const select = (
    key: 'delimiter' | 'decimal',
    options: readonly (readonly [string, string])[],
  ) => html`<label class="file-column">
    ${say(key)}
    <select @change=${(event: Event) => onChange({ ...reading, [key]: FROM_OPTION[valueOf(event)] })}>
      <option value="found" .selected=${reading[key] === undefined}>${say('asFound')}</option>
      ${options.map(([value, label]) => html`<option value=${value} .selected=${reading[key] === FROM_OPTION[value]}>${label}</option>`)}
    </select>
  </label>`;
  let said = reading.header;
  let isTyped = false;
  // What is typed counts also where it is the number that was found, which changes nothing in the field.
  const onHeader = (event: Event) => {
    const text = valueOf(event).trim();
    const header = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
    isTyped = false;
    if (header === said) return;
    said = header;
    onChange({ ...reading, header });
  };
  const onDetails = (event: Event) => onToggle((event.target as HTMLDetailsElement).open);
  return html`<details class="reading" .open=${isOpen} @toggle=${onDetails}>
    <summary>${how ? say('howRead', { how: valueText(how) }) : say('howToRead')}</summary>
    <div class="reading-fields">
      ${select(
        'delimiter',
        DELIMITERS.map(({ name }) => [name, valueText(tableMessages(name))]),
      )}
      ${select('decimal', [
        ['point', say('point')],
        ['comma', say('comma')],
      ])}
      <label class="file-column">
        ${say('headerLines')}
        <input
          type="number"
          min="0"
          max="999"
          .value=${String(reading.header ?? found.header ?? 0)}
          @change=${onHeader}
          @input=${() => (isTyped = true)}
          @blur=${(event: Event) => isTyped && onHeader(event)}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && onHeader(event)}
        />
      </label>
      ${more}
    </div>
  </details>`;
}

/** What the options stand for; "as found" stands for nothing said. */
const FROM_OPTION: Record<string, string | undefined> = {
  ...Object.fromEntries(DELIMITERS.map(({ name, text }) => [name, text])),
  point: '.',
  comma: ',',
};
