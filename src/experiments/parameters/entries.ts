import { itemsOf, numberIn } from './values';

/**
 * Entries of which each is what was typed there, a number or not: the parameter that takes them judges it in its place.
 * @param held what stands in place of `rows` where some of it is refused: its entries as far as there are any
 * @param isColumn whether the one row stands upright
 */
export function entriesOf(
  held: unknown,
  rows: readonly (readonly number[])[],
  set: (rows: never[], isTyping?: boolean) => boolean,
  isColumn = false,
) {
  const kept = itemsOf(held)?.map(itemsOf);
  const all = rows.map((row, i) => row.map((value, j) => kept?.[i]?.[j] ?? value));
  const place = (row: number, column: number) => (isColumn ? ([0, row] as const) : ([row, column] as const));
  return {
    at(row: number, column: number) {
      const [i, j] = place(row, column);
      return all[i][j];
    },
    set(row: number, column: number, typed: string, isTyping?: boolean) {
      const [i, j] = place(row, column);
      const text = typed.trim();
      return set(all.with(i, all[i].with(j, numberIn(text) ?? text)) as never[], isTyping);
    },
  };
}
