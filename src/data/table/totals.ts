import { inQuotes } from './cells';
import type { NumberFormat } from './dialect';
import { tableMessages as say } from './messages';
import { kindOf, numberIn } from './number-text';
import type { Row } from './rows';
import { errorInLine } from './table-error';

const SUMS =
  'totals?|grand[ -]?total|sub-?totals?|sums?|summe|zwischensumme|gesamt(?:summe|ergebnis)?|insgesamt|somme|suma(?: końcowa)?|totale(?: complessivo)?|total g[eé]n[eé]ral|somma|totaal|eindtotaal|totalsumma|i alt|razem|celkem|összesen|toplam|genel toplam|итого|всего|общий итог|合計|総計|合计|总计|σ';
const MEANS =
  'mean|average|avg\\.?|mittel(?:wert)?|durchschnitt|moyenne|promedio|media|média|gemiddelde|median|gesamtmittelwert|gesamtdurchschnitt|medelvärde|średnia|среднее|ortalama|平均|ø|x̄|std\\.?(?: ?dev\\.?)?|stdev|st(?:d)?abw\\.?n?|standard deviation|standardabweichung|variance|varianz|count|anzahl';
/** What else may stand beside sums and means; alone it may be a name. */
const OTHERS = 'min(?:imum)?|max(?:imum)?|sd|var|n|rms|mw|mittel';

/** A line whose first cell with anything in it has one of the words, perhaps with a remark in parentheses. */
const labelled = (words: string, before = '', end = '$|') =>
  new RegExp(
    `^${before}[\\s;,|"'*_]*(?:${words})\\s*(?:\\([^)]*\\))?:?[\\s"'*_]*(?:${end}[;,|\\t]|(?<=\\s)[+−-]?\\.?\\d)`,
    'iu',
  );

/** How a line begins that sums up those above it. */
const SUMMED_UP = labelled(`${SUMS}|${MEANS}`);
/** The number of its row may come first, if others follow. */
const NUMBERED_TOTAL = labelled('(?:grand[ -]?)?total|summe|gesamt(?:summe)?', `["']?\\d+["']?\\s*[;,|\\t]`, '');
export const isTotal = (line: string): boolean => SUMMED_UP.test(line) || NUMBERED_TOTAL.test(line);
/** The word may stand behind the numbers instead, in a column for remarks. */
const MARKED = new RegExp(`[\\d"'][\\s;,|]*[;,|\\s]["']?(?:grand[ -]?)?(?:${SUMS})["']?[\\s;,|]*$`, 'iu');
export const isMarkedTotal = (line: string): boolean => MARKED.test(line);
/** The least and the largest of all; either alone may be a name. */
const LEAST = labelled('min(?:imum)?');
const LARGEST = labelled('max(?:imum)?');
export const areExtremes = (lines: readonly string[]): boolean =>
  [LEAST, LARGEST].every((pattern) => lines.some((line) => pattern.test(line)));
const MEAN_CELL = new RegExp(`^(?:${MEANS})\\s*:?$`, 'iu');
const BESIDE_TOTALS = labelled(OTHERS);
export const isBesideTotals = (line: string): boolean => BESIDE_TOTALS.test(line);
const SUM_CELL = new RegExp(`^(?:${SUMS})\\s*:?$`, 'iu');
/** Whether a column is called as those are that sum up others. */
export const isSumName = (name: string): boolean => [SUM_CELL, MEAN_CELL].some((pattern) => pattern.test(name));
/** Sums are rounded, as are those that programs write. */
const ROUNDING = 1e-9;

/**
 * Refuses rows that sum up others, among them, or at the end without a name or after a blank line: they would be read as data.
 *
 * @throws {TableError} naming the line
 */
export function refuseTotals(rows: readonly Row[], numeric: readonly boolean[], format: NumberFormat): void {
  const refuse = (lines: number, text: string) => {
    throw errorInLine(lines, say('sumsUp', { text: inQuotes(text) }));
  };
  for (const { cells, lines } of rows) {
    const label = cells.find((cell) => kindOf(cell) !== 'gap') ?? '';
    if (SUM_CELL.test(label)) refuse(lines, label);
  }
  const labels = rows.map(({ cells }) => cells[0] ?? '');
  const first = labels.findIndex((label, i) => MEAN_CELL.test(label) && MEAN_CELL.test(labels[i + 1] ?? ''));
  if (first >= 0) refuse(rows[first].lines, labels[first]);
  const last = rows.at(-1);
  const above = rows.slice(0, -1);
  if (!last || above.length < 2 || !(isNameless(last, above) || isApart(rows))) return;
  const column = numeric.findIndex((is, place) => is && sumsUp(last, above, place, format));
  if (column >= 0) refuse(last.lines, last.cells[column]);
}

/** Whether nothing stands where all rows above have something, in front of the numbers. */
function isNameless({ cells }: Row, above: readonly Row[]): boolean {
  return kindOf(cells[0] ?? '') === 'gap' && above.every((row) => kindOf(row.cells[0] ?? '') !== 'gap');
}

/** Whether a blank line, or more, parts the last row from all others, and no others from each other. */
function isApart(rows: readonly Row[]): boolean {
  const steps = rows.slice(1).map(({ lines }, i) => lines - rows[i].lines);
  return steps.at(-1)! > 1 && steps.slice(0, -1).every((step) => step === 1);
}

/** Whether a number is the sum of those above it, or their mean as it is rounded there. */
function sumsUp({ cells }: Row, above: readonly Row[], column: number, format: NumberFormat): boolean {
  const cell = cells[column] ?? '';
  const total = numberIn(cell, format);
  const numbers = above.map((row) => numberIn(row.cells[column] ?? '', format));
  const size = numbers.reduce((a, b) => a + Math.abs(b), 0);
  const sum = numbers.reduce((a, b) => a + b, 0);
  const decimals = cell.split(format.decimal)[1]?.length ?? 0;
  const rounding = decimals > 0 ? 0.5 * 10 ** -decimals : 0;
  const isNear = (value: number, within: number) => Math.abs(value - total) <= within + ROUNDING * size;
  return size > 0 && (isNear(sum, 0) || isNear(sum / numbers.length, rounding));
}
