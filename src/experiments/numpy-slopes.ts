import { binaryNode, callNode, numberNode, type Expression } from '../formula/expression';
import { domainOf } from '../formula';
import { toPython } from '../formula/python';

/** Stands above slopes of a function that has a domain. */
const ENDS = '# A slope is nan where the function is not defined, so a run that comes there ends.\n';

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
  if (!domain) return toPython(slopes, variables);
  // The domain is 1 inside, and elsewhere 0 or not a number.
  const isInside = binaryNode('subtract', domain, numberNode(1));
  const ending = Object.entries(slopes).map(([name, slope]) => [
    name,
    callNode('where', isInside, slope, numberNode(NaN)),
  ]);
  return `${ENDS}${toPython(Object.fromEntries(ending) as Record<string, Expression>, variables)}`;
}
