import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../define';
import { ParameterError, type AnyParameter } from '../experiments/parameters';
import { registry } from '../generated/elements';
import { engineParameters } from './common-parameters';
import { takeEscapedErrors } from './escaped-errors';
import type { ExperimentElement } from './experiment-element';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz.fixtures';

type Fuzzed = ExperimentElement & Record<string, unknown>;

/** What is thrown at each element: what a kind of parameter takes is tried out a thousand times without one, in `fuzz.test.ts`. */
const THROWN = 150;

beforeEach(() => {
  // So far down that nothing is computed unless it is asked for.
  document.body.innerHTML = '<div style="height: 100000px"></div>';
});

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

describe.each(Object.keys(registry))('%s', (tag) => {
  test('values thrown at its attributes and properties are each taken as they are or refused in words, and nothing of them becomes markup', async () => {
    const element = document.createElement(tag) as Fuzzed;
    document.body.append(element);
    await element.updateComplete;
    const own: readonly AnyParameter[] = element.describes!.parameters;
    const parameters = [...own, ...engineParameters].filter(({ name }) => name in element);
    const counts = { taken: 0, refused: 0 };
    const throws = fc.constantFrom(...parameters).chain((parameter) =>
      fc.record({
        parameter: fc.constant(parameter),
        text: textFor(parameter),
        make: valueFor(parameter),
        asAttribute: fc.boolean(),
      }),
    );
    for (const { parameter, text, make, asAttribute } of fc.sample(throws, { numRuns: THROWN, seed: tag.length })) {
      const { attribute, name } = parameter;
      const value = asAttribute ? text : make();
      if (asAttribute) element.setAttribute(attribute, text);
      else element[name] = value;
      await element.updateComplete;
      const thrown = `${asAttribute ? attribute : name} = ${nameOf(value)}`;
      if (element.state === 'failed') {
        counts.refused++;
        const { error } = element;
        if (!(error instanceof ParameterError)) throw new Error(`${thrown}: failed with ${error}`, { cause: error });
        const answer = element.shadowRoot!.querySelector('[role=alert], .request');
        const message = answer?.textContent ?? '';
        const isMarked = answer?.closest(`.control.${error.attribute}`) && answer.querySelector('.marked');
        if (!message.includes(`${error.attribute}="`) && !message.includes('Waiting') && !isMarked)
          throw new Error(`${thrown}: refused as ${error.attribute}, and says: ${message}`);
        if (message.length > 1500) throw new Error(`${thrown}: the message has ${message.length} characters`);
      } else {
        counts.taken++;
        if (element.error || element.shadowRoot!.querySelector('[role=alert]'))
          throw new Error(`${thrown}: taken, and still says: ${element.error}`);
        if (!isWhatWasGiven(parameter, value ?? parameter.default, parameter.check(element[name])))
          throw new Error(`${thrown}: taken for ${nameOf(element[name])}`);
      }
      const strangers = strangersIn(element.shadowRoot!);
      if (strangers.length > 0) throw new Error(`${thrown}: there is ${strangers.join(', ')}`);
      expect(takeEscapedErrors(), thrown).toEqual([]);
      element.removeAttribute(attribute);
      element[name] = parameter.default;
      // One that loads eagerly has begun.
      element.cancel();
    }
    expect('injected' in window).toBe(false);
    // Neither is everything refused, nor is all of it taken.
    expect(counts.taken).toBeGreaterThan(THROWN / 20);
    expect(counts.refused).toBeGreaterThan(THROWN / 4);
  });

  test('what is no data is refused in words, and no error escapes', async () => {
    const element = document.createElement(tag) as Fuzzed;
    document.body.append(element);
    await element.updateComplete;
    const names: string[] = (element.describes!.data ?? []).map(({ name }: { name: string }) => name);
    if (names.length === 0) return;
    const [parameter] = element.describes!.parameters as readonly AnyParameter[];
    const throws = fc.record({ name: fc.constantFrom(...names), make: valueFor(parameter) });
    for (const { name, make } of fc.sample(throws, { numRuns: 100, seed: tag.length })) {
      const value = make();
      element[name] = value;
      await element.updateComplete;
      if (element.state === 'failed' && !((element.error?.message.length ?? 0) > 15))
        throw new Error(`${name} = ${nameOf(value)}: failed with ${element.error}`);
      expect(takeEscapedErrors(), `${name} = ${nameOf(value)}`).toEqual([]);
      element[name] = undefined;
    }
  });
});

/** What no element of ours has, and what is thrown brings along: elements that load or run something, and scripts in attributes. */
function strangersIn(root: ShadowRoot): string[] {
  // The one link of an element's own leads to the lab.
  return Array.from(root.querySelectorAll('*:not(a.to-lab)')).flatMap(({ localName, attributes }) => [
    ...(/^(a|base|embed|form|h1|iframe|img|link|meta|object|script|style|template|x-y)$/.test(localName)
      ? [`<${localName}>`]
      : []),
    ...Array.from(attributes)
      .filter(({ name, value }) => name.startsWith('on') || (/href|src/.test(name) && /^\s*javascript:/i.test(value)))
      .map(({ name, value }) => `${name}="${value}"`),
  ]);
}
