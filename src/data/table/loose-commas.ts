import { inQuotes, textAt } from './cells';
import type { Reading } from './dialect';
import { joined } from './joined';
import { tableMessages as say } from './messages';
import { TableError } from './table-error';

const NUMBER = String.raw`[+\u2212\u2013-]?\d+(?:,\d+)?(?:e[+-]?\d+)?`;
const ROW = new RegExp(String.raw`^${NUMBER}(?:,[ \t]+${NUMBER})+,?$`, 'i');
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
/** So much of a text is looked at. */
const MOST_BYTES = 4000;

/** Makes semicolons of the commas that part numbers with decimal commas, and have a blank behind: `1,5, 2,5`. */
export class LooseCommas {
  readonly reading: Reading = { delimiter: ';' };
  /** A comma at the end of a piece: what comes after it is still to be seen. */
  #open: Uint8Array = new Uint8Array(0);

  /**
   * Of a text that has such rows.
   *
   * @throws {TableError} where nobody has said yet whether the commas without a blank are decimal signs
   */
  static in(head: Uint8Array, { decimal, delimiter }: Reading = {}): LooseCommas | undefined {
    const lines = textAt(head, 0, Math.min(head.length, MOST_BYTES)).split(/[\r\n]+/);
    const filled = lines.slice(0, -1).filter((line) => line.trim() !== '');
    // The first one may have names.
    const rows = filled.slice(filled.length > 1 ? 1 : 0);
    const tight = rows.flatMap((line) => line.trim().split(/,?\s+/)).find((number) => /,\d/.test(number));
    if (tight === undefined || decimal === '.' || delimiter || !rows.every((line) => ROW.test(line.trim())))
      return undefined;
    if (!decimal) throw new TableError(say('commaOrColumns', { text: inQuotes(tight) }), { delimiter: ',' });
    return new LooseCommas();
  }

  /** The next piece, but for such a comma. */
  rows(piece: Uint8Array): Uint8Array {
    const data = joined(this.#open, piece);
    const end = data.at(-1) === COMMA ? data.length - 1 : data.length;
    this.#open = data.slice(end);
    return data.subarray(0, end).map((byte, i) => (byte === COMMA && data[i + 1] <= SPACE ? SEMICOLON : byte));
  }

  rest(): Uint8Array {
    return this.#open;
  }
}
