/** No parameter takes a list as long as this. */
const TOO_LONG = 100_000;

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** The items of a list that is not too long. Its own iterator is not asked: that may never end. */
export function itemsOf(value: unknown): unknown[] | undefined {
  try {
    return isList(value) && value.length < TOO_LONG
      ? Array.from({ length: value.length }, (_, i) => value[i])
      : undefined;
  } catch {
    return undefined; // Some objects throw on any access.
  }
}

/** Whether two values are the same to a parameter: one value, or lists of the same items. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const [items, others] = [itemsOf(one), itemsOf(other)];
  return items !== undefined && items.length === others?.length && items.every((item, i) => isSame(item, others[i]));
}

/** Any value as a text: numbers as they are typed, lists with blanks, lists of lists with semicolons. Of an object, its kind. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  try {
    if (isList(value)) {
      const items = itemsOf(value) ?? [`${value.length} items`];
      return items.map(textOf).join(items.some(isList) ? '; ' : ' ');
    }
    // An object's own text may be that of a good value, which it is not.
    return typeof value === 'object' || typeof value === 'function'
      ? Object.prototype.toString.call(value)
      : String(value);
  } catch {
    return `[${typeof value}]`;
  }
}

/** The good value with those entries that differ between two others, as the later one has them. */
export function mended(later: unknown, before: unknown, good: unknown): unknown {
  if (isSame(later, before)) return good;
  const [items, were, rest] = [later, before, good].map(itemsOf);
  if (!items || items.length !== were?.length || items.length !== rest?.length) return later;
  return items.map((item, i) => mended(item, were[i], rest[i]));
}

/** Plain decimal numbers only: hexadecimal, the empty text and Infinity, which `Number` takes too, are none. */
export function numberIn(text: string): number | undefined {
  const plain = text.replace(/^\u2212/, '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
