import { risesOrFalls, stepsEvenly } from './counters';
import { isWord } from './head-words';
import { kindOf } from './number-text';

const YEAR = /^(1[89]|20)\d\d$/;
/** Fewer numbers than these may rise evenly, or at all, by chance. */
const LEAST_EVEN = 3;
const LEAST_RISING = 5;

/** Whether years in turn stand where numbers belong, two or more. */
export function areYears(cells: readonly string[], numeric: readonly boolean[]): boolean {
  const years = cells.filter((_, column) => numeric[column]);
  const isNext = (cell: string, i: number) => YEAR.test(cell) && Number(cell) === Number(years[0]) + i;
  return years.length > 1 && years.length === numeric.filter(Boolean).length && years.every(isNext);
}

/**
 * Whether a first row has numbers for names, as where none are given to pandas or a spectrum has its wavelengths on top: nothing stands
 * above the names of the rows, or above numbers of rows and the columns are counted.
 */
export function isNumberedHead([first, ...others]: readonly string[][], numeric: readonly boolean[]): boolean {
  const [corner, ...names] = first;
  const isEmpty = corner === '' && others.length > 0 && others.every(([cell = '']) => kindOf(cell) !== 'gap');
  if (!isEmpty || names.length !== numeric.length - 1 || !names.every((name) => kindOf(name) === 'number'))
    return false;
  const isCounted =
    names.every((name, i) => Number(name) === i) ||
    (names.length > 1 && names.every((name, i) => Number(name) === i + 1));
  return !numeric[0] || isCounted;
}

/**
 * Numbers of a first row that may be names of columns or data: years above numbers that are none, numbers that rise behind a word as those of few
 * other rows do, or columns that are counted above decimals.
 */
export function numbersOnTop([first, ...others]: readonly string[][], numeric: readonly boolean[]): string[] {
  if (others.length === 0) return [];
  const isNamed = isWord(first[0]) && numeric.slice(1).every(Boolean);
  const numbersIn = (cells: readonly string[]) =>
    cells.filter((_, column) => numeric[column] && !(isNamed && column === 0));
  const top = numbersIn(first);
  if (areYears(first, numeric) && !others.some((cells) => areYears(cells, numeric))) return top;
  const rises = (cells: readonly string[]) => {
    const places = numbersIn(cells).map(Number);
    return (
      (places.length >= LEAST_EVEN && stepsEvenly(places)) || (places.length >= LEAST_RISING && risesOrFalls(places))
    );
  };
  // Two rows may be a table on its side, or all x and all y.
  if (others.length < 2 || !rises(first) || 2 * others.filter(rises).length >= others.length) return [];
  const isCounted = numeric.every(Boolean) && ['0', '1'].includes(top[0]) && Number(top[1]) - Number(top[0]) === 1;
  const areDecimals = numeric.every((_, column) => others.some((cells) => /[.,]/.test(cells[column] ?? '')));
  return isNamed || (isCounted && areDecimals) ? top : [];
}
