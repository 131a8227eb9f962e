import { inQuotes, textAt } from './cells';
import { isPlace } from './counters';
import type { Delimiter, Reading } from './dialect';
import { tableMessages as say } from './messages';
import { TableError } from './table-error';

const NAME = String.raw`(["']?)(\p{L}[\p{L}\p{N}_. ()[\]/%°]{0,40}?)\1(?:\[\d*\])?\s*(?:=|<-|:)`;
const NUMBERS = String.raw`[\d.,;e+\u2212\u2013 \t-]`;
/** What stands for a number that is none, which whoever reads the columns refuses. */
const NONE = 'nan|null|none|na|inf';
/** A name and its numbers, as programs write them, `x = np.array([1, 2])`, `y <- c(1, 2)` and `"x": [1, 2]`, or people: `x = 1, 2`. */
const LIST = new RegExp(
  String.raw`\s*(?:(?:const|let|var|int|float|double)\s+)?${NAME}\s*` +
    String.raw`(?:((?:(?:new )?[\w.]+\s*\(\s*)?[[({]|[\w.]+\s*\()((?:${NUMBERS}|[\r\n]|${NONE})+)[\])}]{1,2}|(${NUMBERS}+))\s*[,;]?`,
  'iuy',
);
/** The beginning of one, or of its name. */
const OPEN = new RegExp(
  String.raw`^[\s,;]*(?:["']?[\p{L}\p{N}_. ]*|(?:(?:const|let|var|int|float|double)\s+)?${NAME}\s*` +
    String.raw`((?:(?:new )?[\w.]+\s*\(\s*)?[[({]|[\w.]+\s*\()?((?:${NUMBERS}|[\r\n]|${NONE}|[ni]\w?$)*))[\])}]{0,2}[\s,;]*$`,
  'iu',
);
/** What stands in front of several: `data = {`, `pd.DataFrame({`, `data.frame(`. */
const IN_FRONT =
  /^\s*(?:(?:const|let|var)\s+)?(?:[\w.]+\s*(?:=|<-)\s*)?(?:[\w.]+\(\s*\{?|\{)(?=\s*["']?\p{L}[\p{L}\p{N}_. ]*["']?\s*(?:=|<-|:))/u;
const BEHIND = /^[\s,;})\]]*$/;
/** Lines without numbers in a program, and what is said behind a list. */
const NO_LIST =
  /^[ \t]*(?:#|\/\/|%|(?:import|from|using) |library\(|(?:print|plot|plt\.\w+)\().*$|(?<=[\])};])[ \t]*(?:#|\/\/|%).*$/gm;
const NUMBER = new RegExp(
  String.raw`^(?:[+\u2212\u2013-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?|[+-]?(?:${NONE}))$`,
  'i',
);
/** What the two are called that belong to points. */
const AXES = [/^x(s|data|\P{L}|$)/iu, /^(y(s|data|\P{L}|$)|f\()/iu];
const areAxes = (names: readonly string[]) =>
  names.some(isPlace) || AXES.every((axis) => names.some((name) => axis.test(name)));

interface NamedList {
  name: string;
  cells: string[];
  delimiter: Delimiter;
  /** The bracket around it, and what calls it a list, such as `c(`. */
  bracket: string;
}

/**
 * The lists of a text that has nothing else; but for one alone in brackets, which needs no name.
 *
 * @throws {TableError} where commas may part numbers or be decimal signs
 */
function listsIn(head: Uint8Array, said: Reading): NamedList[] | undefined {
  const text = listTextIn(head);
  const found: { name: string; body: string; bracket: string }[] = [];
  LIST.lastIndex = IN_FRONT.exec(text)?.[0].length ?? 0;
  do {
    const match = LIST.exec(text);
    if (!match) return undefined;
    const [, , name, bracket = '', inside, plain] = match;
    found.push({ name, body: (inside ?? plain).replace(/^[\s,;]+|[\s,;]+$/g, ''), bracket });
  } while (!BEHIND.test(text.slice(LIST.lastIndex)));
  const isLone = found.length === 1 && found[0].bracket !== '';
  if (isLone || new Set(found.map(({ name }) => name)).size < found.length) return undefined;
  const divided = found.map((list) => ({ ...list, ...dividedBy(list.body, said) }));
  const areLists = divided.every(
    ({ cells, delimiter }) =>
      cells.length > 1 && delimiter === divided[0].delimiter && cells.every((cell) => NUMBER.test(cell)),
  );
  if (!areLists) return undefined;
  const unsure = divided.find(({ body }) => /,\d/.test(body) && /,\s/.test(body));
  const arePairs = divided.every(({ body, bracket }) => !bracket && /^[^\s,;]+,[^\s,;]+$/.test(body));
  if ((unsure || arePairs) && said.decimal === undefined && said.delimiter !== ',') {
    const text = inQuotes((unsure ?? divided[0]).body.split(/,?\s/)[0]);
    throw new TableError(say('commaOrColumns', { text }), { delimiter: ',' });
  }
  return divided;
}

const listTextIn = (head: Uint8Array): string => textAt(head, 0, head.length).replace(NO_LIST, '');

/** Whether a text that goes on begins as such lists; a first one in brackets may be the only one. */
function beginsAsLists(head: Uint8Array): { isLone: boolean } | undefined {
  const text = listTextIn(head);
  let from = IN_FRONT.exec(text)?.[0].length ?? 0;
  let isLone = true;
  LIST.lastIndex = from;
  for (let match; (match = LIST.exec(text)) && LIST.lastIndex < text.length; from = LIST.lastIndex) {
    // Before a bracket that is open there are but blanks.
    if ((match[4] ?? match[5]).trim() === '') break;
    isLone = false;
  }
  const rest = OPEN.exec(text.slice(from));
  const [, , , bracket, numbers] = rest ?? [];
  return rest && (numbers || !isLone) ? { isLone: isLone && bracket !== undefined } : undefined;
}

/** The numbers of a list, and what parts them: commas do, unless they are in all numbers. */
function dividedBy(body: string, { decimal }: Reading): { cells: string[]; delimiter: Delimiter } {
  const by = (delimiter: Delimiter, sign: RegExp) => ({ cells: body.split(sign), delimiter });
  if (body.includes(';')) return by(';', /\s*;\s*/);
  if (decimal === ',') return by(' ', /,?\s+/);
  const parted = by(',', /\s*,\s*/);
  return body.includes(',') && !parted.cells.some((cell) => /\s/.test(cell)) ? parted : by(' ', /\s+/);
}

const areLong = (lists: readonly NamedList[]) => lists.some(({ cells }) => cells.length > lists.length);

/** Whether the names seem to be those of rows or points: of numbers in parentheses, or of a few without brackets. */
const haveRowNames = (lists: readonly NamedList[]) =>
  lists.some(({ bracket }) => bracket === '(' || (bracket === '' && !areLong(lists)));

/** @throws {TableError} where lists are not, as those of programs, longer than many */
function refuseUnsure(lists: readonly NamedList[]): void {
  const areBracketed = lists.every(({ bracket }) => bracket !== '');
  if (areBracketed && areLong(lists)) return;
  const [name, other] = lists.map((list) => inQuotes(list.name));
  throw new TableError(say(areBracketed ? 'listsOrRows' : 'lyingTable', { name, other }));
}

/** Makes columns of lists that have names. */
export class NamedLists {
  readonly reading: Reading;
  readonly names: readonly string[];
  readonly counted = 'number';
  readonly #lists: readonly NamedList[];

  private constructor(lists: readonly NamedList[]) {
    const [{ delimiter }] = lists;
    this.#lists = lists;
    this.names = lists.map(({ name }) => name);
    this.reading = delimiter === ',' ? { delimiter, decimal: '.' } : { delimiter };
  }

  /**
   * Of a text that is lists, each of which has a name and is a column.
   *
   * @param said what a person says of it
   * @param areNames whether the columns should be called so; by default, lists have the names of axes, or are longer than many
   * @throws {TableError} where a name may be that of a row, or one list is longer than another
   */
  static in(
    head: Uint8Array,
    said: Reading = {},
    areNames?: (names: readonly string[]) => boolean,
  ): NamedLists | undefined {
    const lists = listsIn(head, said);
    if (!lists) return undefined;
    const names = lists.map(({ name }) => name);
    if (areNames ? !areNames(names) : lists.length > 1 && !areAxes(names)) {
      if (areNames || haveRowNames(lists)) return undefined;
      refuseUnsure(lists);
    }
    const [first] = lists;
    const other = lists.find(({ cells }) => cells.length !== first.cells.length);
    if (!other) return new NamedLists(lists);
    const lengths = { count: first.cells.length, others: other.cells.length };
    throw new TableError(say('otherLength', { name: inQuotes(first.name), other: inQuotes(other.name), ...lengths }));
  }

  /** Whether a text that goes on begins so. @param isLong whether it is too long to be kept: one list alone is read without */
  static begins(head: Uint8Array, isLong: boolean): boolean {
    const lists = beginsAsLists(head);
    return lists !== undefined && !(isLong && lists.isLone);
  }

  /** All of the text. */
  rows(): Uint8Array {
    const row = (i: number) => `${this.#lists.map(({ cells }) => cells[i]).join(this.reading.delimiter)}\n`;
    return new TextEncoder().encode(this.#lists[0].cells.map((_, i) => row(i)).join(''));
  }
}
