import { parseObjective, parseSurface, toMathML, type Expression } from '../formula';
import type { Html } from './page';

const display = (formula: Parameters<typeof toMathML>[0]): Html =>
  `<div class="display" tabindex="0">${toMathML(formula)}</div>`;

/** A function from its text, as the elements show it; or the first or second derivative, as it is derived for the engines. */
export function objective(text: string, of: 'value' | 'gradient' | 'curvature' = 'value'): Html {
  const read = parseObjective(text);
  return display(of === 'value' ? read : read[of]);
}

/** The same of a function of two variables: the function, its derivatives by each, or its second derivatives by one, by both, by the other. */
export function surface(text: string, of: 'value' | 'byFirst' | 'bySecond' | 'twiceByFirst' = 'value'): Html {
  const read = parseSurface(text);
  const parts: Record<Exclude<typeof of, 'value'>, Expression> = {
    byFirst: read.gradient[0],
    bySecond: read.gradient[1],
    twiceByFirst: read.hessian[0],
  };
  return display(of === 'value' ? read : parts[of]);
}
