import { formulaMessages as say } from './messages';
import type { Message } from '../messages';

/** Cyrillic letters that nobody can tell from the Latin ones in the same places. */
const CYRILLIC = 'аеорсухкіѕјАВЕКМНОРСТХУІЅЈ';
const LATIN = 'aeopcyxkisjABEKMHOPCTXYISJ';
const LOOK_ALIKES = new RegExp(`[${CYRILLIC}]`, 'g');
/** As wide as a Chinese character, or small: each is one of ASCII's in another size; and the micro sign. */
const SIZED = /[\u00b5\ufe50-\ufe6b\uff01-\uff5e]/g;

/** A formula with Latin letters of usual size, and as long as it was. @param notes takes what should be said about that */
export function inLatin(text: string, notes: Message[] = []): string {
  const said = new Set<string>();
  const sized = text.replace(SIZED, (sign) => sign.normalize('NFKC'));
  return sized.replace(LOOK_ALIKES, (letter) => {
    const latin = LATIN[CYRILLIC.indexOf(letter)];
    if (!said.has(letter)) notes.push(say('cyrillic', { letter, latin }));
    said.add(letter);
    return latin;
  });
}
