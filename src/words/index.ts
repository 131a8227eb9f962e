/** The interface in a page's own language. */
export { setWords, type SectionName, type Words } from './set-words';
export type { Plural } from './words';
