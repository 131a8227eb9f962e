/** A stretch all along which a function of one variable is level, as max(0, x) is left of 0. */
export interface FlatStretch {
  /** Where it begins and ends; -Infinity and Infinity where it goes on beyond what was searched. */
  low: number;
  high: number;
  value: number;
  /** Whether the function is nowhere lower beside it, nowhere higher, or neither; `constant` where nothing is known beside it. */
  kind: 'minimum' | 'maximum' | 'saddle' | 'constant';
}

interface Sloped {
  value: (x: number) => number;
  gradient: (x: number) => number;
}

const PIECES = 512;
/** Fewer zeros side by side may be roots. */
const LEAST = 3;
/** How far beside an end it is looked at what the function does, as a share of the place, or of 1. */
const BESIDE = 1e-3;
/** What is that small beside an end fades away, as the tail of a bell does, until numbers end: it is level nowhere. */
const FADED = 1e-200;

/** The stretches of a range in which the slope is 0 and the value does not change, from left to right; shorter ones than 1/170 of it are not found. */
export function flatStretches({ value, gradient }: Sloped, low: number, high: number): FlatStretch[] {
  const at = (i: number) => (i === PIECES ? high : low + ((high - low) * i) / PIECES);
  const zeros = Array.from({ length: PIECES + 1 }, (_, i) => gradient(at(i)) === 0 && Number.isFinite(value(at(i))));
  const stretches: FlatStretch[] = [];
  for (let first = 0; first <= PIECES; first++) {
    if (!zeros[first]) continue;
    const level = value(at(first));
    const isLevel = (x: number) => gradient(x) === 0 && value(x) === level;
    let last = first;
    while (last < PIECES && zeros[last + 1] && isLevel(at(last + 1))) last++;
    if (last - first + 1 >= LEAST) {
      const from = first === 0 ? -Infinity : endOf(isLevel, at(first), at(first - 1));
      const to = last === PIECES ? Infinity : endOf(isLevel, at(last), at(last + 1));
      const rises = [
        { end: from, away: -1 },
        { end: to, away: 1 },
      ].flatMap(({ end, away }) => (Number.isFinite(end) ? [riseBeside(end, away, level, { value, gradient })] : []));
      if (!rises.includes(undefined)) stretches.push({ low: from, high: to, value: level, kind: kindOf(rises) });
    }
    first = last;
  }
  return stretches;
}

/** Where a stretch ends, between a place in it and one beyond: 0 where that is as good. */
function endOf(isLevel: (x: number) => boolean, inside: number, beyond: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = (inside + beyond) / 2;
    if (isLevel(middle)) inside = middle;
    else beyond = middle;
  }
  // What a square is 0 beside is told from 0 no nearer than the root of the least number.
  const near = Math.abs(inside);
  const nearest = [0, Number(inside.toPrecision(9))].find((x) => Math.abs(x - inside) <= 1e-12 * Math.max(1, near));
  return nearest ?? inside;
}

/** Whether a function rises or falls from the end of a stretch on: 1, -1, or undefined where it fades. */
function riseBeside(end: number, away: number, level: number, { value, gradient }: Sloped): number | undefined {
  const x = end + away * BESIDE * Math.max(1, Math.abs(end));
  const [slope, change] = [gradient(x) * away, value(x) - level];
  const sure = [change, slope].find((one) => Math.abs(one) > FADED);
  return sure && Math.sign(sure);
}

function kindOf(rises: readonly (number | undefined)[]): FlatStretch['kind'] {
  if (rises.length === 0) return 'constant';
  if (rises.every((rise) => rise === 1)) return 'minimum';
  return rises.every((rise) => rise === -1) ? 'maximum' : 'saddle';
}
