import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
import { engineKinds } from '../engine/engines';
import {
  attributeOf,
  checkParameter,
  isSame,
  ParameterError,
  parseParameter,
  worded,
  type Parameter,
} from '../experiments/parameters';
import { elementWords as say } from '../words/elements';

/** What every element takes besides its experiment's parameters. */
export const commonParameters = worded(say, [
  {
    name: 'engine',
    type: 'choice',
    default: 'auto',
    choices: ['auto', ...engineKinds],
    control: 'more',
  },
  { name: 'controls', type: 'choice', default: 'shown', choices: ['shown', 'none'], control: 'none' },
  { name: 'loading', type: 'choice', default: 'lazy', choices: ['lazy', 'eager'], control: 'none' },
]);

/**
 * Lit's properties for a list of parameters. A text that does not parse is kept as it is, so that nothing throws from a
 * setter; `valuesOf` refuses it later, in words.
 */
export function propertiesOf(parameters: readonly Parameter[]): PropertyDeclarations {
  return Object.fromEntries(
    [...commonParameters, ...parameters].map((parameter) => [parameter.name, declarationOf(parameter)]),
  );
}

/** Lit's properties for parameters that are data: typed arrays, told apart by being another array. */
export function dataPropertiesOf(names: readonly string[]): PropertyDeclarations {
  return Object.fromEntries(names.map((name) => [name, { attribute: false }]));
}

function declarationOf(parameter: Parameter): PropertyDeclaration {
  return {
    attribute: attributeOf(parameter.name),
    hasChanged: (value, old) => !isSame(value, old),
    converter: {
      fromAttribute: (text) => {
        if (text === null) return parameter.default;
        try {
          return parseParameter(parameter, text);
        } catch {
          return text;
        }
      },
    },
  };
}

/**
 * The values that an element's properties hold, checked.
 * @throws {ParameterError} for the first one that cannot be taken
 */
export function valuesOf(parameters: readonly Parameter[], host: object): Record<string, unknown> {
  const given = host as Record<string, unknown>;
  return Object.fromEntries(
    parameters.map((parameter) => {
      const value = given[parameter.name];
      return [
        parameter.name,
        typeof value === 'string' ? parseParameter(parameter, value) : checkParameter(parameter, value),
      ];
    }),
  );
}

export { ParameterError };
