import { domainOf, type Expression } from '../formula';
import { toPython } from '../formula/python';

/** Stands above the slopes of a function that has a domain. */
const ENDS = '# Slopes are nan where the function is not defined, so a run that comes there ends.\n';

/**
 * The slopes of a function as functions of Python. Outside of its domain they are not numbers, whatever their formulas give there, as for
 * the engines; a function that is defined everywhere needs no more than its formulas.
 * @param f the function as it was written, by which its domain goes
 * @param slopes the name of each slope, and its formula
 * @param variables one, or several in their order
 */
export function slopesInPython(
  f: Expression,
  slopes: Readonly<Record<string, Expression>>,
  variables: string | readonly string[],
): string {
  const domain = domainOf(f, variables);
  return `${domain ? ENDS : ''}${toPython(slopes, variables, domain)}`;
}
