import type { Message } from '../../messages';
import type { Found } from '../table/table-error';

/** What was found in a file: a sound, or a column of a table. */
export interface SignalContent {
  samples: Float64Array;
  /** Samples per second, of a sound. */
  sampleRate?: number;
  /** The columns that there are, those of them that hold numbers, and the one that was read. */
  columns?: { names: string[]; numeric: number[]; column: number };
  /** How the file was read, in one line. */
  reading?: Message;
  /** What of that a person can change. */
  found?: Found;
}
