import type { Message } from '../../messages';
import type { Found } from '../table/table-error';
import type { PreparedRatings, PrepareOptions, RatingsSource } from './source';

/** To the loader of ratings. */
export type Request =
  /** Without the source at first, which may be large, and may be at hand already. */
  | { type: 'prepare'; id: number; key: string; options: PrepareOptions; source?: RatingsSource }
  | { type: 'cancel'; id: number }
  | { type: 'release'; key: string };

/** From there, mostly about the request with that number. */
export type Reply =
  /** What has this key is not at hand: it should be asked for with the source. */
  | { type: 'wanted'; id: number }
  | { type: 'progress'; id: number; fraction: number }
  | { type: 'prepared'; id: number; prepared: PreparedRatings }
  | { type: 'failed'; id: number; words: Message | string; columns?: readonly string[]; found?: Found }
  /** Nothing is kept and nothing is under way any more. */
  | { type: 'empty' };
