import { afterEach, describe, expect, test } from 'vitest';
import {
  allInside,
  create,
  inside,
  parametersOf,
  picturesOf,
  place,
  placeFarDown,
  subjects,
  type AnyElement,
} from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

/** The values of `attributes` as an element has them, once its code is there. */
function valuesIn(element: AnyElement, attributes: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    parametersOf(element)
      .filter(({ attribute }) => attribute in attributes)
      .map((parameter) => [parameter.name, parameter.parse(attributes[parameter.attribute])]),
  );
}

/** How an element comes to a page is alike in all: one each with an engine, without, with samples, ratings and points of its own. */
const ONE_OF_EACH_KIND = ['wide-minima', 'norms', 'conv1d', 'matrix-factorization', 'stochastic-gradient'];
const various = subjects.filter(({ name }) => ONE_OF_EACH_KIND.includes(name));

describe.each(various)('$tag works', ({ tag, single }) => {
  /** Its values, its result without what was set up with it, and its pictures. */
  const seen = async (element: AnyElement) => {
    const result = await element.settled;
    const values = valuesIn(element, single);
    for (const [name, value] of Object.entries(values)) expect(element[name], name).toEqual(value);
    return { result, pictures: picturesOf(element) };
  };

  /** What is seen of an element that was made in the plainest way. */
  const expected = async () => {
    const element = place(tag, single);
    const plain = await seen(element);
    element.remove();
    return plain;
  };

  test('made by script, asked for its result in the same task', async () => {
    const element = create(tag, single);
    document.body.append(element);
    const { settled } = element;
    expect(element.state).toBe('idle');
    expect(await settled).toBe(element.result);
    expect(inside(element, '.chart').childElementCount).toBe(1);
  });

  test('run by hand from the first line on', async () => {
    const element = create(tag, single);
    document.body.append(element);
    expect(await element.run()).toBe(element.result);
  });

  test('with properties that are set before its code is there, as values or as texts', async () => {
    const plain = await expected();
    const sample = place(tag, single);
    await sample.updateComplete;
    const values = valuesIn(sample, single);
    sample.remove();
    const typed = Object.assign(create(tag), values);
    const texts = create(tag);
    for (const { name, attribute } of parametersOf(sample)) if (attribute in single) texts[name] = single[attribute];
    for (const element of [typed, texts]) {
      document.body.append(element);
      expect(await seen(element)).toEqual(plain);
    }
  });

  test('upgraded late, with attributes and properties that it was given before', async () => {
    const plain = await expected();
    const elsewhere = document.implementation.createHTMLDocument();
    const element = elsewhere.createElement(tag) as AnyElement;
    expect(element.settled).toBe(undefined);
    const sample = place(tag, single);
    await sample.updateComplete;
    Object.entries(single).forEach(([attribute, text], i) => {
      const { name } = parametersOf(sample).find((one) => one.attribute === attribute)!;
      if (i % 2 === 0) element.setAttribute(attribute, text);
      else element[name] = valuesIn(sample, single)[name];
    });
    sample.remove();
    document.body.append(element);
    expect(await seen(element)).toEqual(plain);
    // No own property hides an accessor.
    for (const { name } of parametersOf(element)) expect(Object.hasOwn(element, name), name).toBe(false);
  });

  test('from markup, in the shadow root of another element', async () => {
    const plain = await expected();
    const host = document.createElement('div');
    document.body.append(host);
    const markup = Object.entries(single).map(([name, text]) => ` ${name}="${text}"`);
    host.attachShadow({ mode: 'open' }).innerHTML = `<${tag}${markup.join('')}></${tag}>`;
    expect(await seen(host.shadowRoot!.firstElementChild as AnyElement)).toEqual(plain);
  });

  test('as a copy, and writes no attribute that a copy could inherit', async () => {
    const element = place(tag, single);
    const first = await seen(element);
    expect(element.getAttributeNames().sort()).toEqual(Object.keys(single).sort());
    const copy = element.cloneNode(true) as AnyElement;
    expect(copy.state).toBe('idle');
    document.body.append(copy);
    expect(await seen(copy)).toEqual(first);
  });

  test('once it is back, if it was removed while its code was loading', async () => {
    const element = place(tag, single);
    element.remove();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([element.state, element.result, element.error]).toEqual(['idle', undefined, undefined]);
    document.body.append(element);
    await element.settled;
    expect(element.state).toBe('done');
  });

  test('moved to another place on the page, without computing anew', async () => {
    const element = place(tag, single);
    const result = await element.settled;
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
    expect(await element.settled).toBe(result);
  });

  test('only once it is near, if nobody asks it to be eager', async () => {
    placeFarDown();
    const element = place(tag, { ...single, loading: 'lazy' });
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([element.state, allInside(element, '.chart > *')]).toEqual(['idle', []]);
    document.querySelector('div')!.remove();
    await expect.poll(() => element.state).toBe('done');
  });
});

test('a property that is given nothing, as by a framework that takes it away, has its default', async () => {
  placeFarDown();
  for (const { tag, single } of subjects) {
    const element = place(tag, { ...single, loading: 'lazy' });
    await element.updateComplete;
    const parameters = parametersOf(element);
    for (const nothing of [undefined, null]) {
      for (const [attribute, text] of Object.entries(single)) element.setAttribute(attribute, text);
      await element.updateComplete;
      for (const { name } of parameters) element[name] = nothing;
      element.loading = 'lazy';
      await element.updateComplete;
      expect([element.state, element.error], tag).toEqual(['idle', undefined]);
      for (const parameter of parameters)
        expect(element[parameter.name], `${tag}: ${parameter.name}`).toEqual(parameter.default);
      for (const attribute of Object.keys(single)) element.removeAttribute(attribute);
    }
    element.remove();
  }
});

test('a property has its default also where it is given nothing before the code is there', async () => {
  placeFarDown();
  const element = create('gd-learning-rate');
  Object.assign(element, { views: undefined, iterations: null, learningRates: 0.3 });
  document.body.append(element);
  await element.updateComplete;
  const { views, iterations } = Object.fromEntries(parametersOf(element).map((one) => [one.name, one.default]));
  expect(element).toMatchObject({ state: 'idle', error: undefined, views, iterations, learningRates: [0.3] });
});

test('a number given to a property that takes a list is a list of one', async () => {
  const element = place('gd-learning-rate', { views: 'descent' });
  element.learningRates = 0.3;
  await element.settled;
  expect(element.learningRates).toEqual([0.3]);
  expect((element.result as { runs: { learningRate: number }[] }).runs.map((run) => run.learningRate)).toEqual([0.3]);
  element.learningRates = [0.3];
  expect(element.state).toBe('done');
  element.learningRates = NaN;
  await expect(element.settled).rejects.toThrow('learning-rates="NaN"');
});

test('whoever waits for an element that is removed while it computes, or while its code is loading, is told that it was given up', async () => {
  // So much that no machine has computed it by the time that an element away from the page gives up.
  const much = { views: 'histogram', engine: 'cpu', starts: '4000000', iterations: '10000' };
  const computing = place('gd-wide-minima', much);
  await expect.poll(() => computing.state).toBe('running');
  const loading = place('gd-wide-minima', much);
  const waiting = [computing, loading].map((element) => ({ element, settled: element.settled }));
  for (const { element, settled } of waiting) {
    // Both reject in the same second, and the second one is asked later.
    settled.catch(() => {});
    element.remove();
  }
  for (const { element, settled } of waiting) {
    await expect(settled).rejects.toMatchObject({ name: 'AbortError', message: 'The element has left the page.' });
    await expect(element.settled).rejects.toMatchObject({ name: 'AbortError' });
    expect([element.state, element.error]).toEqual(['idle', undefined]);
  }
  Object.assign(computing, { starts: 10, iterations: 10, learningRates: 0.1 });
  document.body.append(computing);
  expect(await computing.settled).toBe(computing.result);
});

test('what cannot be computed is told of an element that was away, too', async () => {
  const element = place('gd-norms', { vector: 'x', views: 'bars' });
  await expect(element.settled).rejects.toThrow('vector="x"');
  element.remove();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  document.body.append(element);
  await expect(element.settled).rejects.toThrow('vector="x"');
  element.vector = [3, 4];
  expect(await element.settled).toBe(element.result);
});

test('what changes out of sight leaves an element idle with its last result, until one comes near', async () => {
  const element = place('gd-norms', { vector: '3 4', views: 'bars' });
  const result = await element.settled;
  expect(element.state).toBe('done');
  const above = document.createElement('div');
  above.style.height = '100000px';
  document.body.prepend(above);
  scrollTo(0, 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  element.vector = [5, 12];
  await element.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([element.state, element.result]).toEqual(['idle', result]);
  above.remove();
  await expect.poll(() => element.state).toBe('done');
  expect(element.result).not.toEqual(result);
});

// All at once: they wait a while for being put back.
test('every element lets go of what it computed when it has left for good, and works once it is back', async () => {
  const elements = subjects.map(({ tag, single }) => place(tag, single));
  const seen = async (element: AnyElement) => ({ result: await element.settled, pictures: picturesOf(element) });
  const before = await Promise.all(elements.map(seen));
  elements.forEach((element) => element.remove());
  const held = () => elements.filter(({ result }) => result !== undefined).map(({ localName }) => localName);
  await expect.poll(held).toEqual([]);
  for (const element of elements)
    expect([element.state, allInside(element, '.chart > *')], element.localName).toEqual(['idle', []]);
  document.body.append(...elements);
  expect(await Promise.all(elements.map(seen))).toEqual(before);
});
