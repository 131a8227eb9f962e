import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ParameterError, type AnyParameter } from '../experiments/parameters';
import { inside, parametersOf, place, placeFarDown, subjects, type AnyElement } from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';
import type { ExperimentElement } from './experiment-element';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz.fixtures';

beforeEach(placeFarDown);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

/** A parameter, and what is thrown at its attribute or its property. */
const thrownAt = (parameters: readonly AnyParameter[]) =>
  fc.oneof(
    ...parameters.flatMap((parameter) => [
      textFor(parameter).map((text) => ({
        parameter,
        isAttribute: true,
        name: nameOf(text),
        make: (): unknown => text,
      })),
      valueFor(parameter).map(({ name, make }) => ({ parameter, isAttribute: false, name, make })),
    ]),
  );

describe.each(subjects)('$tag', ({ tag, fixture, quick }) => {
  const lazy = { ...quick, loading: 'lazy' };
  const placed = async (): Promise<AnyElement> => {
    const element = place(tag, lazy);
    await element.updateComplete;
    return element;
  };

  /** Throws a value, and returns it. */
  const give = (element: AnyElement, parameter: AnyParameter, isAttribute: boolean, value: unknown) => {
    if (isAttribute) element.setAttribute(parameter.attribute, value as string);
    else (element as Record<string, unknown>)[parameter.name] = value;
  };

  const isGoodAlone = (parameter: AnyParameter, value: unknown): boolean => {
    try {
      return isWhatWasGiven(parameter, value, parameter.check(value));
    } catch {
      return false;
    }
  };

  test('2,000 values thrown at its attributes and properties are each taken as they are or refused in words, and nothing of them becomes markup', async () => {
    const element = await placed();
    const home = Object.fromEntries(parametersOf(element).map(({ name }) => [name, element[name]]));
    const counts = { taken: 0, refused: 0 };
    const property = fc.asyncProperty(thrownAt(parametersOf(element)), async ({ parameter, isAttribute, make }) => {
      const value = make();
      give(element, parameter, isAttribute, value);
      await element.updateComplete;
      try {
        if (element.state === 'failed') {
          counts.refused++;
          const error = element.error as ParameterError;
          expect(error).toBeInstanceOf(ParameterError);
          // What is fine by itself may not go with another parameter's value: then that one may be named.
          expect(error.attribute === parameter.attribute || isGoodAlone(parameter, value)).toBe(true);
          const message = inside(element, '[role=alert], .request').textContent;
          expect(message).toMatch(new RegExp(`${error.attribute}="|Waiting`));
          expect(message.length).toBeLessThan(1500);
        } else {
          counts.taken++;
          expect([element.error, inside(element, '[role=alert]')]).toEqual([undefined, null]);
          const { parameters } = element as { parameters?: object };
          // The common parameters stay as they are.
          const taken =
            parameter.name in parameters!
              ? (parameters as Record<string, unknown>)[parameter.name]
              : element[parameter.name];
          if (!isWhatWasGiven(parameter, value, taken)) throw new Error(`taken for ${nameOf(taken)}`);
        }
        expect(strangersIn(element)).toEqual([]);
        expect(takeEscapedErrors()).toEqual([]);
      } finally {
        Object.assign(element, home);
        await element.updateComplete;
        // One that loads eagerly has begun.
        element.cancel();
      }
    });
    await fc.assert(property, { seed: 1, numRuns: 2000 });
    expect('injected' in window).toBe(false);
    // Neither is everything refused, nor is all of it taken.
    expect(counts.taken).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(500);
    await element.settled;
  });

  test('what is computed from such values gives a result or an error in words, and a good value afterwards works', async () => {
    const element = await placed();
    const isFree = ({ attribute }: AnyParameter) => !(attribute in lazy) && !(attribute in (fixture.switches ?? {}));
    const home = Object.fromEntries(parametersOf(element).map(({ name }) => [name, element[name]]));
    let done = 0;
    const property = fc.asyncProperty(
      thrownAt(parametersOf(element).filter(isFree)),
      async ({ parameter, isAttribute, make }) => {
        give(element, parameter, isAttribute, make());
        await element.updateComplete;
        // What is refused has been looked at above.
        if (element.state !== 'failed') {
          const timer = setTimeout(() => element.cancel(), 1000);
          await element.settled.catch((error: Error) => {
            if (error.name === 'AbortError') return;
            expect(error.message.length).toBeGreaterThan(15);
            expect(inside(element, '[role=alert]')).not.toBeNull();
          });
          clearTimeout(timer);
          const { state } = element as { state: string };
          if (state === 'done') done++;
          expect(takeEscapedErrors()).toEqual([]);
          expect(strangersIn(element)).toEqual([]);
        }
        Object.assign(element, home);
        await element.updateComplete;
        element.cancel();
      },
    );
    await fc.assert(property, { seed: 2, numRuns: 100, endOnFailure: true });
    expect(done).toBeGreaterThan(4);
    await element.settled;
    expect(inside(element, '.chart').childElementCount).toBe(1);
  });

  test('what is no data is refused in words, and good values afterwards work', async () => {
    const element = await placed();
    const names = (element.constructor as typeof ExperimentElement).entry.data;
    if (names.length === 0) return;
    const anything = valueFor(parametersOf(element)[0]);
    const oneOrTwo = fc.dictionary(fc.constantFrom(...names), anything, { minKeys: 1, maxKeys: 2 });
    let count = 0;
    const property = fc.asyncProperty(oneOrTwo, async (thrown) => {
      for (const [name, { make }] of Object.entries(thrown)) (element as Record<string, unknown>)[name] = make();
      await element.updateComplete;
      // Some of it is found out only when it is read.
      if (element.state !== 'failed' && count++ % 10 === 0) await element.settled.catch(() => {});
      if (element.state === 'failed') expect(element.error!.message.length).toBeGreaterThan(15);
      expect(takeEscapedErrors()).toEqual([]);
      for (const name of names) (element as Record<string, unknown>)[name] = undefined;
      await element.updateComplete;
    });
    await fc.assert(property, { seed: 3, numRuns: 300 });
    await element.settled;
  });
});

/** What no element of ours has, and what is thrown brings along: elements that load or run something, and scripts in attributes. */
function strangersIn(element: AnyElement): string[] {
  return Array.from(element.shadowRoot!.querySelectorAll('*')).flatMap(({ localName, attributes }) => [
    ...(/^(a|base|embed|form|h1|iframe|img|link|meta|object|script|style|template|x-y)$/.test(localName)
      ? [`<${localName}>`]
      : []),
    ...Array.from(attributes)
      .filter(({ name, value }) => name.startsWith('on') || (/href|src/.test(name) && /^\s*javascript:/i.test(value)))
      .map(({ name, value }) => `${name}="${value}"`),
  ]);
}
