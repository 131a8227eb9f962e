import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyExperiment } from '../experiments/experiment';
import { ParameterError, type AnyParameter } from '../experiments/parameters';
import { engineParameters } from './common-parameters';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz.fixtures';

const modules = import.meta.glob<{ experiment: AnyExperiment }>('../experiments/*/experiment.ts', { eager: true });
const lists: { name: string; parameters: readonly AnyParameter[] }[] = [
  ...Object.values(modules).map(({ experiment }) => experiment),
  { name: 'every element', parameters: engineParameters },
];

const RUNS = { numRuns: 300, seed: 11 };

describe.each(lists)('$name', ({ parameters }) => {
  test.each(parameters.map((parameter) => [parameter.name, parameter] as const))(
    '%s: each text and value is taken as it is, or refused in words',
    (_, parameter) => {
      const counts = { taken: 0, refused: 0 };
      const tryOut = (given: unknown) => {
        try {
          const value: unknown = parameter.check(given);
          if (!isWhatWasGiven(parameter, given, value)) throw new Error(`it was taken for ${nameOf(value)}`);
          counts.taken++;
        } catch (error) {
          const isInWords =
            error instanceof ParameterError &&
            error.message.startsWith(`${parameter.attribute}="`) &&
            error.message.includes('cannot be used: it takes ') &&
            error.message.length < 1000;
          if (!isInWords) throw new Error(`${nameOf(given)}: ${error}`, { cause: error });
          counts.refused++;
        }
      };
      fc.assert(fc.property(textFor(parameter), tryOut), RUNS);
      fc.assert(
        fc.property(valueFor(parameter), (make) => tryOut(make())),
        RUNS,
      );
      // Neither is everything refused, nor is all of it taken.
      expect(counts.taken).toBeGreaterThan(RUNS.numRuns / 10);
      expect(counts.refused).toBeGreaterThan(RUNS.numRuns / 2.5);
    },
  );
});
