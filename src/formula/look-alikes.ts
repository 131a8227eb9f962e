import { formulaMessages as say } from './messages';
import type { Message } from '../messages';

/** Cyrillic letters that nobody can tell from the Latin ones in the same places. */
const CYRILLIC = 'аеорсухкіѕјАВЕКМНОРСТХУІЅЈ';
const LATIN = 'aeopcyxkisjABEKMHOPCTXYISJ';
const LOOK_ALIKES = new RegExp(`[${CYRILLIC}]`, 'g');

/** A formula with Latin letters, of the same length. @param notes takes what should be said about that */
export function inLatin(text: string, notes: Message[] = []): string {
  const said = new Set<string>();
  return text.replace(LOOK_ALIKES, (letter) => {
    const latin = LATIN[CYRILLIC.indexOf(letter)];
    if (!said.has(letter)) notes.push(say('cyrillic', { letter, latin }));
    said.add(letter);
    return latin;
  });
}
