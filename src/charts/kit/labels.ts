/** A rectangle in a picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y >= bounds.y &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

/**
 * Places labels one after the other, each at the first of its candidate places that is free and inside `bounds`.
 * A label without a free place gets none: better unlabelled than unreadable.
 */
export function placeLabels(
  candidates: readonly (readonly Box[])[],
  bounds: Box,
  taken: readonly Box[] = [],
): (Box | undefined)[] {
  const placed = [...taken];
  return candidates.map((boxes) => {
    for (const box of boxes) {
      if (!isWithin(box, bounds) || placed.some((other) => overlaps(box, other, 3))) continue;
      placed.push(box);
      return box;
    }
    return undefined;
  });
}

/** Whether a place stands over none of some others. */
export function isClear(place: Box, others: readonly Box[]): boolean {
  return !others.some((other) => overlaps(place, other, 1));
}

/**
 * Rows for labels that hang over points of a line: each gets the first row, from the lowest, in which it touches no
 * other; undefined once `rows` rows are full.
 */
export function stackLabels(
  spans: readonly { x: number; width: number }[],
  rows: number,
  gap = 10,
): (number | undefined)[] {
  const taken: { x: number; width: number }[][] = Array.from({ length: rows }, () => []);
  return spans.map((span) => {
    const row = taken.findIndex((others) =>
      others.every((other) => span.x + span.width + gap <= other.x || other.x + other.width + gap <= span.x),
    );
    if (row < 0) return undefined;
    taken[row].push(span);
    return row;
  });
}
