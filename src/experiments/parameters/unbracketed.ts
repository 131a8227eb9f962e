/** What a program writes around a list, or around a list of lists. */
const AROUND = /^(?:(?:\w+\.)?(?:array|matrix|tensor)\(\s*)?[[{(](?<list>.*)[\]})]\s*\)?\s*;?$/s;
const CALLED = /^c\((?<list>.*)\)$/s;

/**
 * A list as programs write it, in the way in which it is typed: `[1, 2]` and `c(1, 2)` are `1 2`, and `[[1, 2], [3, 4]]` and
 * `np.array([[1, 2], [3, 4]])` are `1 2; 3 4`. Other texts stay as they are. Within brackets commas divide.
 */
export function unbracketed(text: string): string {
  const list = (CALLED.exec(text) ?? AROUND.exec(text))?.groups?.list;
  if (list === undefined) return text;
  const rows = list.replace(/[\]})]\s*[,;]?\s*[[{(]/g, ';');
  return rows
    .replace(/[[\](){}]/g, '')
    .replace(/,/g, ' ')
    .trim();
}
