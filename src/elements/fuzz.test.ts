import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyExperiment } from '../experiments/experiment';
import { ParameterError, type AnyParameter } from '../experiments/parameters';
import { engineParameters } from './common-parameters';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz.fixtures';

const modules = import.meta.glob<{ experiment: AnyExperiment }>('../experiments/*/experiment.ts', { eager: true });
const experiments = Object.values(modules).map(({ experiment }) => experiment);

const THROWN = 1000;

describe.each([...experiments, { name: 'every element', parameters: engineParameters }])('$name', ({ parameters }) => {
  test.each((parameters as readonly AnyParameter[]).map((parameter) => [parameter.name, parameter] as const))(
    '%s: of 1,000 texts and values each is taken as it is, or refused in words',
    (_, parameter) => {
      let taken = 0;
      const property = fc.property(fc.oneof(textFor(parameter), valueFor(parameter)), (thrown) => {
        const given = typeof thrown === 'string' ? thrown : thrown.make();
        let value: unknown;
        try {
          value = typeof given === 'string' ? parameter.parse(given) : parameter.check(given);
        } catch (error) {
          expect(error).toBeInstanceOf(ParameterError);
          const { message } = error as ParameterError;
          expect(message).toMatch(new RegExp(`^${parameter.attribute}="`));
          expect(message).toContain('cannot be used: it takes ');
          expect(message.length).toBeLessThan(1000);
          return;
        }
        if (!isWhatWasGiven(parameter, given, value)) throw new Error(`it was taken for ${nameOf(value)}`);
        // Written, -0 is 0.
        expect(JSON.stringify(parameter.parse(parameter.print(value)))).toBe(JSON.stringify(value));
        taken++;
      });
      fc.assert(property, { seed: 1, numRuns: THROWN });
      // Neither is everything refused, nor is all of it taken.
      expect(taken).toBeGreaterThan(THROWN / 100);
      expect(taken).toBeLessThan(0.8 * THROWN);
    },
  );
});
