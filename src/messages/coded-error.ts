import { inEnglish, type Message } from './messages';

/**
 * An error with a code and values. Its `message` is English, for programs and consoles; an element says `words` in the
 * page's language.
 */
export class CodedError extends Error {
  /** Undefined where the text is somebody else's, such as a browser's. */
  readonly words: Message | undefined;

  constructor(words: Message | string) {
    super(typeof words === 'string' ? words : inEnglish(words));
    this.words = typeof words === 'string' ? undefined : words;
  }

  /** The text's name, e.g. `formula.unexpected`; undefined for somebody else's text. */
  get code(): string | undefined {
    return this.words && `${this.words.section}.${this.words.key}`;
  }

  /** What the text is about, by name. */
  get values(): Message['values'] {
    return this.words?.values;
  }
}

/** What an error says, as a message where it has one: a part of another message, or to be sent to a page. */
export function wordsOf(error: unknown): Message | string {
  if (error instanceof CodedError && error.words) return error.words;
  return error instanceof Error ? error.message : String(error);
}
