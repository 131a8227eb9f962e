import { parseObjective, toMathML } from '../formula';
import type { Html } from './page';

/** A function from its text, as the elements show it; or the first or second derivative, as it is derived for the engines. */
export function objective(text: string, of: 'value' | 'gradient' | 'curvature' = 'value'): Html {
  const read = parseObjective(text);
  return `<div class="display" tabindex="0">${toMathML(of === 'value' ? read : read[of])}</div>`;
}
