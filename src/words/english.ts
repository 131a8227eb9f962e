import { loadAllWords } from '../generated/all-words';
import { allSections, type Section } from '../messages';
import type { SectionName } from './set-words';

await loadAllWords();

/** `descent-lab/words`: every text of the interface in English, by section and key. Plain data: it can be written as JSON. */
export const english = Object.fromEntries(allSections()) as Readonly<Record<SectionName, Section>>;
