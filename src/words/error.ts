import { spell, type Message } from './words';

/** An error in words for a person; said again, it speaks the language that is in force then. */
export class WordedError extends Error {
  /** What it says; undefined where its words are nobody's to translate. */
  readonly words: Message | undefined;

  constructor(words: Message | string) {
    super(typeof words === 'string' ? words : spell(words));
    this.words = typeof words === 'string' ? undefined : words;
  }
}

/** What an error says, in the language in force. */
export function messageOf(error: unknown): string {
  if (error instanceof WordedError && error.words) return spell(error.words);
  return error instanceof Error ? error.message : String(error);
}

/** What an error says, as a part of another message. */
export function wordsOf(error: unknown): Message | string {
  return error instanceof WordedError && error.words ? error.words : messageOf(error);
}
