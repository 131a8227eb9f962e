import { GdWideMinima } from './elements/gd-wide-minima';

/** Every element of the lab: its tag and its class. Adding an experiment adds a line. */
export const registry = {
  'gd-wide-minima': GdWideMinima,
} as const;
