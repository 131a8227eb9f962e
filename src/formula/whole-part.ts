import type { Expression } from './expression';

/** What stands beside brackets. */
export interface Beside {
  isPower: boolean;
  isDivisor: boolean;
  isFactor: boolean;
}

/** Brackets that may mean the floor of what is in them, or its fractional part. */
export interface WholePart {
  from: number;
  /** What is in them, as a part of another formula; and the other meaning. */
  plain: string;
  other: string;
  /** Whether nobody would put brackets there without that meaning. */
  isLikely: boolean;
}

/**
 * What square brackets or braces may mean besides holding together what is in them: in textbooks `[x]` is the floor of x, and `{x}` its
 * fractional part. Undefined where brackets are needed, as in `2[x + 1]` and `[2x]^2`, or of another kind.
 */
export function wholePartIn(
  text: string,
  open: number,
  end: number,
  inner: Expression,
  { isPower, isDivisor, isFactor }: Beside,
): WholePart | undefined {
  const bracket = text[open];
  if (bracket !== '[' && bracket !== '{') return undefined;
  const isVariable = inner.kind === 'variable';
  const isTerm = isVariable || isProduct(inner);
  const isNeeded = isTerm ? !isVariable && (isPower || isDivisor) : isPower || isFactor;
  // TeX does not print its own braces: programs write {x}^{2} and \bm{\theta}.
  const isPrinted = bracket === '[' || text[open - 1] === '\\';
  const isStyled = /\\[A-Za-z]+\s*$/.test(text.slice(0, open));
  if (isNeeded || isConstant(inner) || (!isPrinted && (!isVariable || isPower || isStyled))) return undefined;
  const inside = text
    .slice(open + 1, end - 1)
    .replace(/\\(?:right\s*\\?)?$/, '')
    .trim();
  const plain = isVariable ? inside : `(${inside})`;
  const floor = `floor(${inside})`;
  return {
    from: isPrinted && bracket === '{' ? open - 1 : open,
    plain,
    other: bracket === '[' ? floor : `${plain}-${floor}`,
    isLikely: isTerm && isPrinted,
  };
}

function isProduct(e: Expression): boolean {
  if (e.kind !== 'multiply' && e.kind !== 'divide') return false;
  return [e.left, e.right].every((part) => part.kind === 'variable' || isConstant(part) || isProduct(part));
}

const isConstant = (e: Expression): boolean => e.kind === 'number' || e.kind === 'constant';
