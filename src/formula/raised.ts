import { RAISED, UNRAISED } from './characters';

/** Raised characters side by side are one exponent, with the points and strokes between them: x²⁻¹, x⁰·⁵, x¹ᐟ². */
export const RUN = new RegExp(`[${RAISED}]+(?:[·⋅.,/⁄ᐟ][${RAISED}]+)*`, 'y');

const STARTS_RAISED = new RegExp(`^[${RAISED}]`);

/** Whether a text begins with an exponent that is raised, of which nobody doubts how far it reaches. */
export const isRaised = (text: string) => STARTS_RAISED.test(text);

/** A raised exponent as it is written on the line, of the same length. */
export function lowered(run: string): string {
  return Array.from(run, (sign) => {
    const at = RAISED.indexOf(sign);
    return at < 0 ? ('/⁄ᐟ'.includes(sign) ? '/' : '.') : UNRAISED[at];
  }).join('');
}
