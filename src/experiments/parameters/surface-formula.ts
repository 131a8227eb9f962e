import { parseSurface } from '../../formula';
import { formulaOf, type AboutFormula, type FormulaKind } from './formula';
import type { Parameter } from './parameter';

const OF_TWO: FormulaKind = {
  read: parseSurface,
  gallery: async (examples) => ({ examples, curve: (await import('./surface-curve')).surfaceCurveOf }),
};

/** A function of two variables, as formula text; `parseSurface` remembers what it has read. */
export function surfaceFormula<const Name extends string>(name: Name, about: AboutFormula): Parameter<Name, string> {
  return formulaOf(OF_TWO, name, about);
}
