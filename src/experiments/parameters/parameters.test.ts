import { expect, test } from 'vitest';
import {
  attributeOf,
  checkParameter,
  defaultsOf,
  ParameterError,
  parseParameter,
  textOf,
  type Parameter,
} from './parameters';
import { conv1d } from './conv1d';
import { matrixFactorization } from './matrix-factorization';
import { wideMinima } from './wide-minima';
import { parameters as wideMinimaParameters } from './wide-minima/parameters';

const experiments = [wideMinima, conv1d, matrixFactorization];
const parameterOf = (name: string, { parameters }: { parameters: readonly Parameter[] } = wideMinima): Parameter =>
  parameters.find((parameter) => parameter.name === name)!;
const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ParameterError);
    return (error as Error).message;
  }
  return 'nothing was refused';
};

test('attributes are the kebab-case form of names', () => {
  expect(attributeOf('learningRates')).toBe('learning-rates');
  expect(attributeOf('seed')).toBe('seed');
});

test('every default is a value that its parameter takes, and survives being written as text', () => {
  for (const parameter of experiments.flatMap<Parameter>(({ parameters }) => parameters)) {
    expect(checkParameter(parameter, parameter.default)).toEqual(parameter.default);
    expect(parseParameter(parameter, textOf(parameter.default))).toEqual(parameter.default);
  }
});

test('lists of numbers are separated by spaces or commas', () => {
  expect(parseParameter(parameterOf('learningRates'), ' 0.1,  1e-2 3 ')).toEqual([0.1, 0.01, 3]);
});

test('auto stands for a number that is worked out, or a number is given', () => {
  const rate = parameterOf('learningRate', conv1d);
  expect(parseParameter(rate, ' auto ')).toBe('auto');
  expect(parseParameter(rate, '0.25')).toBe(0.25);
  expect(checkParameter(rate, 0.25)).toBe(0.25);
  for (const text of ['automatic', '', '0', '-1', 'Infinity'])
    expect(messageOf(() => parseParameter(rate, text))).toContain(
      `learning-rate="${text}" cannot be used: it takes auto, or a number above 0`,
    );
  for (const value of [null, NaN, {}, ['auto']])
    expect(messageOf(() => checkParameter(rate, value))).toContain('learning-rate=');
});

test('auto stands for several numbers, or for a whole one, too', () => {
  const rates = parameterOf('learningRate', matrixFactorization);
  expect(parseParameter(rates, 'auto')).toBe('auto');
  expect(parseParameter(rates, '0.1, 0.2')).toEqual([0.1, 0.2]);
  expect(checkParameter(rates, Float64Array.of(0.5))).toEqual([0.5]);
  for (const text of ['', 'auto 1', '0', '1 x'])
    expect(messageOf(() => parseParameter(rates, text))).toContain(
      'it takes auto, or 1 to 16 numbers separated by spaces, each above 0',
    );
  const epochs = parameterOf('epochs', matrixFactorization);
  expect([parseParameter(epochs, 'auto'), parseParameter(epochs, '30')]).toEqual(['auto', 30]);
  for (const text of ['', '1.5', '0', 'automatic'])
    expect(messageOf(() => parseParameter(epochs, text))).toContain('it takes auto, or a whole number from 1');
});

test('a text with rules of its own is refused with what is wrong with it', () => {
  const filter = parameterOf('filter', conv1d);
  expect(parseParameter(filter, ' box 3 ')).toBe('box 3');
  expect(messageOf(() => parseParameter(filter, 'gaussian fifteen'))).toMatch(
    /^filter="gaussian fifteen" cannot be used: it takes gaussian R.*; gaussian needs one whole number/,
  );
  expect(messageOf(() => checkParameter(filter, 7))).toContain('filter="7"');
});

test.each([
  ['starts', 'abc'],
  ['starts', ''],
  ['starts', '0'],
  ['starts', '10000000000'],
  ['starts', '10.5'],
  ['starts', 'NaN'],
  ['starts', 'Infinity'],
  ['starts', '0x10'],
  ['iterations', '-1'],
  ['iterations', '1000001'],
  ['learningRates', '0.1 two'],
  ['learningRates', '0'],
  ['learningRates', '-0.1'],
  ['learningRates', ''],
  ['learningRates', '1 2 3 4 5 6 7 8 9 10 11 12 13'],
  ['low', '-Infinity'],
  ['sampling', 'sobol'],
  ['seed', '1.5'],
  ['seed', '4294967296'],
  ['views', 'landscape pie'],
  ['views', ''],
  ['objective', 'x^2 + '],
  ['objective', 'x^2 + q'],
  ['objective', ''],
  ['basinsWindow', '1 2 3'],
])('%s="%s" is refused by a message that names attribute, value and what is taken', (name, text) => {
  const message = messageOf(() => parseParameter(parameterOf(name), text));
  expect(message).toContain(`${attributeOf(name)}="${text.trim()}`);
  expect(message).toContain('it takes');
});

test('a value of another type is refused as such', () => {
  for (const value of [null, undefined, {}, [], 'x', true, Symbol('s'), () => 0, NaN, Infinity]) {
    expect(messageOf(() => checkParameter(parameterOf('starts'), value))).toContain('starts=');
  }
});

test('values that do not go together are refused', () => {
  const good = defaultsOf(wideMinimaParameters);
  expect(() => wideMinima.check(good)).not.toThrow();
  const bad: [string, Partial<typeof good>][] = [
    ['low=', { low: 20, high: -5 }],
    ['low=', { low: 1, high: 1 }],
    ['low=', { low: 1, high: 1 + 1e-12 }],
    ['rate-low=', { rateLow: 5, rateHigh: 0.1 }],
    ['bound=', { bound: 10 }],
    ['iteration=', { iteration: 1001 }],
    ['basins-window=', { basinsWindow: [0, 1, 2, 1] }],
    ['bifurcation-window=', { bifurcationWindow: [0, 1, -1, 1] }],
  ];
  for (const [attribute, change] of bad)
    expect(messageOf(() => wideMinima.check({ ...good, ...change }))).toContain(attribute);
});

test('a long value is cut short in the message', () => {
  expect(messageOf(() => parseParameter(parameterOf('starts'), '9'.repeat(5000))).length).toBeLessThan(300);
});
