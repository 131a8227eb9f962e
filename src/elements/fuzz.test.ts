import { describe, expect, test } from 'vitest';
import {
  attributeOf,
  checkParameter,
  ParameterError,
  parseParameter,
  textOf,
  type Parameter,
} from '../experiments/parameters';
import { generator } from '../formula/random-formulas';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz-values';
import { commonParameters } from './parameter-properties';

const modules = import.meta.glob<Record<string, unknown>>(['../experiments/*.ts', '!../experiments/*.test.ts'], {
  eager: true,
});
const experiments = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value): value is { name: string; parameters: Parameter[] } =>
    Array.isArray((value as { parameters?: unknown } | undefined)?.parameters),
  );

const THROWN = 10_000;

describe.each([...experiments, { name: 'every element', parameters: commonParameters as readonly Parameter[] }])(
  '$name',
  ({ parameters }) => {
    test.each(parameters.map((parameter) => [parameter.name, parameter] as const))(
      '%s: of 10,000 texts and values each is taken as it is, or refused in words',
      (name, parameter) => {
        const random = generator(name.length);
        const taken = { texts: 0, values: 0 };
        for (let i = 0; i < THROWN; i++) {
          const given = i % 2 === 0 ? textFor(parameter, random) : valueFor(parameter, random);
          try {
            const value =
              typeof given === 'string' ? parseParameter(parameter, given) : checkParameter(parameter, given);
            if (!isWhatWasGiven(parameter, given, value)) throw new Error(`it was taken for ${nameOf(value)}`);
            if (typeof parseParameter(parameter, textOf(value)) !== typeof value)
              throw new Error(`its text, ${textOf(value)}, is not taken`);
            taken[i % 2 === 0 ? 'texts' : 'values']++;
          } catch (error) {
            const isInWords =
              error instanceof ParameterError &&
              error.message.startsWith(`${attributeOf(name)}="`) &&
              error.message.includes('cannot be used: it takes ') &&
              error.message.length < 1000;
            if (!isInWords) throw new Error(`${name}, value ${i}, ${nameOf(given)}: ${error}`, { cause: error });
          }
        }
        // Neither is everything refused, nor is all of it taken.
        expect(taken.texts).toBeGreaterThan(50);
        expect(taken.texts + taken.values).toBeLessThan(0.8 * THROWN);
      },
    );
  },
);
