import type { Claim, Verdict } from '../../experiments/experiment';
import { timesTenTo } from '../../charts/kit/format';
import type { LabElement } from './lab-element';

/** How verdicts are called on the pages. */
export const VERDICTS: Record<Verdict, string> = { agrees: 'agrees', imprecise: 'imprecise', differs: 'wrong' };

/** A text with the powers of ten of its numbers as they are written: `2.5e-7` becomes `2.5×10⁻⁷`. */
export const typeset = (text: string) =>
  text.replace(
    /(\d)e([+\u2212-]?)(\d+)/g,
    (_, digit: string, sign: string, exponent: string) =>
      digit + timesTenTo(Number(exponent) * (sign === '' || sign === '+' ? 1 : -1)),
  );

/** The sheet's printed answers; loaded when they are asked for. */
export const claimsOf = async (element: LabElement): Promise<readonly Claim<never>[]> =>
  (await element.describes?.claims?.()) ?? [];

/**
 * Fills an experiment's rows with what comes out.
 * @returns the verdict on each claim; undefined where the present settings do not test it
 */
export function fillClaims(
  page: Document,
  name: string,
  claims: readonly Claim<never>[],
  result: object,
): (Verdict | undefined)[] {
  return claims.map((claim, i) => {
    const outcome = claim.compute(result as never);
    const row = page.querySelector(`[data-claim="${name} ${i}"]`)!;
    row.querySelector('.computed')!.textContent = outcome
      ? typeset(outcome.computed)
      : 'Not tested with your current settings.';
    const cell = row.querySelector<HTMLElement>('.verdict')!;
    cell.className = `verdict ${outcome?.verdict ?? ''}`;
    cell.textContent = outcome ? VERDICTS[outcome.verdict] : '–';
    return outcome?.verdict;
  });
}
