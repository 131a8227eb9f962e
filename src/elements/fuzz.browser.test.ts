import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../define';
import { attributeOf, checkParameter, ParameterError, parseParameter, type Parameter } from '../experiments/parameters';
import { generator } from '../formula/random-formulas';
import { registry } from '../registry';
import { takeEscapedErrors } from './escaped-errors';
import { isWhatWasGiven, nameOf, textFor, valueFor } from './fuzz-values';
import { commonParameters } from './parameter-properties';

type Element = InstanceType<(typeof registry)[keyof typeof registry]>;
type Fuzzed = Element & Record<string, unknown>;

const THROWN = 10_000;

/** Small enough for an element to be computed many times. */
const SMALL: Record<string, string> = {
  engine: 'cpu',
  starts: '20',
  iterations: '5',
  length: '40',
  filter: '1 2 1',
  users: '12',
  items: '9',
  observed: '40',
  'true-rank': '2',
  rank: '2',
  epochs: '3',
};

beforeEach(() => {
  // So far down that nothing is computed unless it is asked for.
  document.body.innerHTML = '<div style="height: 100000px"></div>';
});

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

describe.each(Object.entries(registry))('%s', (tag) => {
  const place = (): Fuzzed => {
    const element = document.createElement(tag) as Fuzzed;
    document.body.append(element);
    return element;
  };
  const parametersOf = (element: Fuzzed): readonly Parameter[] => [
    ...commonParameters,
    ...element.describes.parameters,
  ];

  const makeSmall = (element: Fuzzed) => {
    for (const { name } of parametersOf(element)) element.removeAttribute(attributeOf(name));
    for (const parameter of parametersOf(element)) {
      element[parameter.name] = parameter.default;
      const text = SMALL[attributeOf(parameter.name)];
      if (text !== undefined) element.setAttribute(attributeOf(parameter.name), text);
    }
  };

  /** A value for a parameter, and how it gets there: what was thrown, and its name for a message. */
  const throwAt = (element: Fuzzed, parameter: Parameter, random: () => number) => {
    const asAttribute = random() < 0.5;
    const value = asAttribute ? textFor(parameter, random) : valueFor(parameter, random);
    if (asAttribute) element.setAttribute(attributeOf(parameter.name), value as string);
    else element[parameter.name] = value;
    return {
      value,
      name: `${asAttribute ? `attribute ${attributeOf(parameter.name)}` : `property ${parameter.name}`} = ${nameOf(value)}`,
    };
  };

  const isGoodAlone = (parameter: Parameter, value: unknown): boolean => {
    try {
      return isWhatWasGiven(
        parameter,
        value,
        typeof value === 'string' ? parseParameter(parameter, value) : checkParameter(parameter, value),
      );
    } catch {
      return false;
    }
  };

  test('10,000 values thrown at its attributes and properties are each taken as they are or refused in words, and nothing of them becomes markup', async () => {
    const random = generator(tag.length);
    const element = place();
    await element.updateComplete;
    const parameters = parametersOf(element);
    const counts = { taken: 0, refused: 0 };
    for (let i = 0; i < THROWN; i++) {
      const parameter = parameters[i % parameters.length];
      const { value, name } = throwAt(element, parameter, random);
      await element.updateComplete;
      if (element.state === 'failed') {
        counts.refused++;
        const { error } = element;
        if (!(error instanceof ParameterError)) throw new Error(`${name}: failed with ${error}`, { cause: error });
        // What is fine by itself may not go with another parameter's value: then that one may be named.
        const isNamed = error.attribute === attributeOf(parameter.name) || isGoodAlone(parameter, value);
        const message = element.shadowRoot!.querySelector('[role=alert], .request')?.textContent ?? '';
        if (!isNamed || (!message.includes(`${error.attribute}="`) && !message.includes('Waiting')))
          throw new Error(`${name}: refused as ${error.attribute}, and says: ${message}`);
        if (message.length > 1500) throw new Error(`${name}: the message has ${message.length} characters`);
      } else {
        counts.taken++;
        if (element.error || element.shadowRoot!.querySelector('[role=alert]'))
          throw new Error(`${name}: taken, and still says: ${element.error}`);
        const taken = commonParameters.some(({ name: common }) => common === parameter.name)
          ? commonValue(parameter, element)
          : (element.parameters as Record<string, unknown>)[parameter.name];
        if (!isWhatWasGiven(parameter, value, taken)) throw new Error(`${name}: taken for ${nameOf(taken)}`);
      }
      const strangers = strangersIn(element.shadowRoot!);
      if (strangers.length > 0) throw new Error(`${name}: there is ${strangers.join(', ')}`);
      expect(takeEscapedErrors(), name).toEqual([]);
      element.removeAttribute(attributeOf(parameter.name));
      element[parameter.name] = parameter.default;
      // One that loads eagerly has begun.
      element.cancel();
    }
    expect('injected' in window).toBe(false);
    // Neither is everything refused, nor is all of it taken.
    expect(counts.taken).toBeGreaterThan(THROWN / 20);
    expect(counts.refused).toBeGreaterThan(THROWN / 4);
    makeSmall(element);
    expect((await element.settled).engine.kind).toBe('cpu');
  });

  test('what is computed from such values gives a result or an error in words, and a good value afterwards works', async () => {
    const random = generator(tag.length + 1);
    const element = place();
    const parameters = parametersOf(element).filter(({ name }) => name !== 'ratings' && !(attributeOf(name) in SMALL));
    let done = 0;
    for (let i = 0; i < 120; i++) {
      makeSmall(element);
      const { name } = throwAt(element, parameters[i % parameters.length], random);
      await element.updateComplete;
      // What is refused has been looked at above.
      if (element.state === 'failed') continue;
      const timer = setTimeout(() => element.cancel(), 1000);
      await element.settled.catch((error: Error) => {
        if (
          error.name !== 'AbortError' &&
          !(error.message.length > 15 && element.shadowRoot!.querySelector('[role=alert]'))
        )
          throw new Error(`${name}: ${error}`, { cause: error });
      });
      clearTimeout(timer);
      const state: string = element.state;
      if (state === 'done') done++;
      expect(takeEscapedErrors(), name).toEqual([]);
      expect(strangersIn(element.shadowRoot!), name).toEqual([]);
    }
    expect(done).toBeGreaterThan(4);
    makeSmall(element);
    const { engine } = await element.settled;
    expect(engine.kind).toBe('cpu');
    expect(element.shadowRoot!.querySelector('.chart')!.childElementCount).toBeGreaterThan(0);
  });

  test('what is no data is refused in words, and good values afterwards work', async () => {
    const random = generator(tag.length + 2);
    const element = place();
    const { elementProperties } = element.constructor as unknown as {
      elementProperties: Map<string, { attribute?: unknown; state?: boolean }>;
    };
    const names = [...elementProperties]
      .filter(([, { attribute, state }]) => attribute === false && !state)
      .map(([name]) => name);
    const parameter = parametersOf(element).find(({ type }) => type === 'number' || type === 'integer')!;
    for (let i = 0; i < 1000 && names.length > 0; i++) {
      const property = names[i % names.length];
      const value = valueFor(parameter, random);
      element[property] = value;
      // Two at a time, now and then.
      if (random() < 0.3) element[names[(i + 1) % names.length]] = valueFor(parameter, random);
      await element.updateComplete;
      const name = `${property} = ${nameOf(value)}`;
      // Some of it is found out only by whoever reads it.
      if (element.state !== 'failed' && i % 20 < names.length) await element.settled.catch(() => {});
      if (element.state === 'failed' && !((element.error?.message.length ?? 0) > 15))
        throw new Error(`${name}: failed with ${element.error}`);
      expect(takeEscapedErrors(), name).toEqual([]);
      for (const other of names) element[other] = undefined;
    }
    makeSmall(element);
    expect((await element.settled).engine.kind).toBe('cpu');
  });
});

/** What a common parameter is taken for: elements keep these as they are. */
function commonValue(parameter: Parameter, element: Fuzzed): unknown {
  const value = element[parameter.name];
  return typeof value === 'string' ? parseParameter(parameter, value) : value;
}

/** What no element of ours has, and what is thrown brings along: elements that load or run something, and scripts in attributes. */
function strangersIn(root: ShadowRoot): string[] {
  return Array.from(root.querySelectorAll('*')).flatMap(({ localName, attributes }) => [
    ...(/^(a|base|embed|form|h1|iframe|img|link|meta|object|script|style|template|x-y)$/.test(localName)
      ? [`<${localName}>`]
      : []),
    ...Array.from(attributes)
      .filter(({ name, value }) => name.startsWith('on') || (/href|src/.test(name) && /^\s*javascript:/i.test(value)))
      .map(({ name, value }) => `${name}="${value}"`),
  ]);
}
