import { loadAllWords } from '../generated/words';
import { allSections } from '../messages';

await loadAllWords();

/** `descent-lab/words`: every text of the interface in English, by section and key. Plain data: it can be written as JSON. */
export const english = Object.fromEntries(allSections());
