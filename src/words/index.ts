/** The interface in a page's own language. */
export { setWords } from './set-words';
export type { Plural } from './words';
