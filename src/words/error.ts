import { CodedError } from '../messages';
import { spell } from './words';

/** What an error says, in the language in force. */
export function messageOf(error: unknown): string {
  if (error instanceof CodedError && error.words) return spell(error.words);
  return error instanceof Error ? error.message : String(error);
}
