import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodedError, defineMessages } from '../../messages';
import { engineParameters } from '../../elements/common-parameters';
import type { AnyExperiment } from '../experiment';
import {
  attributeOf,
  checkAll,
  choice,
  choices,
  defaultsOf,
  integer,
  matrix,
  number,
  numbers,
  ParameterError,
  points,
  text,
  vector,
  type AnyParameter,
} from '.';
import { formula } from './formula';
import { optimizer, optimizerList, readOptimizers } from './optimizer';
import { parseSchedule, schedule, scheduleText } from './schedule';

const modules = import.meta.glob<{ experiment: AnyExperiment }>('../*/experiment.ts', { eager: true });
const experiments = Object.values(modules).map(({ experiment }) => experiment);

const about = { label: 'Label', help: 'Help.' };
const range = { minimum: 0, maximum: 10 };
const say = defineMessages('test', {
  variable: 'one variable',
  takes: 'an even number of letters',
  odd: 'this has {length}',
});

/** One parameter of each type. */
const types = {
  number: number('someNumber', { ...about, default: 1, ...range }),
  'number above': number('rate', { ...about, default: 1, ...range, above: true, scale: 'log' }),
  integer: integer('steps', { ...about, default: 3, ...range }),
  choice: choice('kind', { ...about, default: 'one', choices: ['one', 'two'] }),
  choices: choices('kinds', { ...about, default: ['two', 'one'], choices: ['one', 'two'] }),
  numbers: numbers('rates', { ...about, default: [0.1, 1], count: [1, 3], ...range }),
  'numbers or none': numbers('window', { ...about, default: [], count: [4, 4], allowEmpty: true, ...range }),
  vector: vector('point', { ...about, default: [1, 2], most: 3 }),
  matrix: matrix('table', { ...about, default: [[1, 2]], rows: 2, columns: 3 }),
  points: points('places', { ...about, default: [[0, 0, 1]], numbers: 3, count: [1, 4] }),
  formula: formula('loss', { ...about, default: 'x^2', variables: say('variable'), example: 'x^4 - 1' }),
  optimizer: optimizer('optimizer'),
  optimizers: optimizerList('optimizers'),
  schedule: schedule('schedule'),
  text: text('words', {
    ...about,
    default: 'even',
    takes: say('takes'),
    check: (given) => {
      if (given.length % 2 || given === '') throw new CodedError(say('odd', { length: given.length }));
    },
    good: ['ab', 'four'],
    bad: ['', 'a'],
  }),
} as const;

const variants: [string, AnyParameter][] = Object.entries(types).flatMap(([name, parameter]) => [
  [name, parameter],
  [`${name}, optional`, (parameter as AnyParameter).optional()],
  [`${name}, or auto`, (parameter as AnyParameter).orAuto()],
]);

const inUse = [
  ...experiments.flatMap(({ name, parameters }) => parameters.map((one) => [`${name}.${one.name}`, one] as const)),
  ...engineParameters.map((one) => [`every element's ${one.name}`, one] as const),
];

function refusalOf(work: () => unknown): ParameterError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(ParameterError);
    return error as ParameterError;
  }
  throw new Error('nothing was refused');
}

const messageOf = (work: () => unknown) => refusalOf(work).message;

describe.each([...variants, ...inUse])('%s', (_, parameter) => {
  const { type, attribute } = parameter;

  test('takes its default, as a value and as a text', () => {
    expect(parameter.check(parameter.default)).toEqual(parameter.default);
    expect(parameter.parse(parameter.print(parameter.default))).toEqual(parameter.default);
    expect(parameter.isDefault(parameter.default)).toBe(true);
  });

  test('takes its good texts, with blanks around them, and writes each value so that the same is read again', () => {
    for (const text of type.good) {
      const value = parameter.parse(`  ${text}\n`);
      expect(parameter.check(text), text).toEqual(value);
      expect(parameter.check(value), text).toEqual(value);
      expect(parameter.parse(parameter.print(value)), text).toEqual(value);
    }
  });

  test('refuses its bad texts, naming attribute, value and what it takes, and goes on showing them', () => {
    for (const text of type.bad) {
      const { message, got, takes } = refusalOf(() => parameter.parse(text));
      expect(message).toBe(`${attribute}="${got}" cannot be used: it takes ${takes}`);
      expect(text.startsWith(got.replace(/…$/, '')), text).toBe(true);
      expect(message.length, text).toBeLessThan(700);
      expect(parameter.print(text)).toBe(text);
    }
  });

  test('refuses values of another type', () => {
    const values = [
      {},
      true,
      Symbol('s'),
      () => 0,
      NaN,
      Infinity,
      10n,
      new Date(0),
      [Symbol('s')],
      [{}],
      [[[1]]],
      [NaN],
    ];
    for (const value of [...values, new Array(200_000).fill(1), Object.assign([1], { length: 2 ** 32 - 1 })])
      expect(messageOf(() => parameter.check(value))).toContain(`${attribute}="`);
    for (const value of [null, undefined])
      if (parameter.default === null) expect(parameter.check(value)).toBe(null);
      else expect(messageOf(() => parameter.check(value))).toContain(`${attribute}="" cannot`);
  });
});

test('attributes are the kebab-case form of names', () => {
  expect(attributeOf('learningRates')).toBe('learning-rates');
  expect(attributeOf('seed')).toBe('seed');
});

test('every number of a range survives being written, and none beyond it is taken', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (x) => {
      const isIn = x >= range.minimum && x <= range.maximum;
      if (!isIn) return refusalOf(() => types.number.check(x)).attribute === 'some-number';
      return (
        types.number.parse(types.number.print(x)) === x && types.numbers.parse(types.numbers.print([x, x]))[1] === x
      );
    }),
  );
  expect(messageOf(() => types['number above'].parse('0'))).toContain('it takes a number above 0, at most 10');
  expect(messageOf(() => types.integer.parse('1.5'))).toContain('it takes a whole number from 0 to 10');
});

test('lists are separated by spaces, commas or semicolons', () => {
  for (const list of ['0.1 1e-2 3', ' 0.1,  0.01, 3 ', '0.1,0.01,3', '0.1;0.01;3', '0.1, 0.01; 3'])
    expect(types.numbers.parse(list)).toEqual([0.1, 0.01, 3]);
  expect(types['numbers or none'].parse(' ')).toEqual([]);
  expect(types.numbers.check(Float64Array.of(0.5))).toEqual([0.5]);
  expect(messageOf(() => types.numbers.parse('1 2 3 4'))).toContain(
    'it takes 1 to 3 values separated by spaces, each a number from 0 to 10',
  );
});

test('a decimal comma in a list is not guessed at, but refused with a hint', () => {
  for (const list of ['0,5 1', '0,5; 1', '0,5;1', '1 0,5', '0,5'])
    expect(
      messageOf(() => types.numbers.parse(list)),
      list,
    ).toContain('; write decimals with a point: 0,5 could be one number or two');
  expect(messageOf(() => types.matrix.parse('1.000,5 2; 3 4'))).toContain('1.000,5 could be one number or two');
  expect(messageOf(() => types.matrix.parse('0,5 1; 0,5 2'))).toContain('write decimals with a point: 0,5');
});

test('in the rows of a spreadsheet tabs divide, and commas are decimal signs unless they may group thousands', () => {
  expect(types.matrix.parse('1\t-2,5\n0,125\t4\n')).toEqual([
    [1, -2.5],
    [0.125, 4],
  ]);
  expect(messageOf(() => types.matrix.parse('1\t1,234\n2\t4'))).toContain('1,234');
  expect(messageOf(() => types.matrix.parse('1\t\t2\n2\t4\t5'))).toContain('row 1');
});

test('a matrix is written by rows, parted by semicolons or lines', () => {
  const rows = [
    [1, -2.5],
    [3, 4e-3],
  ];
  for (const matrix of ['1 -2.5; 3 0.004', '1, -2.5; 3, 4e-3;', '1,-2.5;3,4e-3', ' 1 −2.5\n 3 .004\n'])
    expect(types.matrix.parse(matrix)).toEqual(rows);
  expect(types.matrix.print(rows)).toBe('1 -2.5; 3 0.004');
  expect(types.matrix.check([Float32Array.of(1, 2)])).toEqual([[1, 2]]);
  expect(messageOf(() => types.matrix.parse('1 2; 3'))).toContain('row 2 has 1 number, the first one 2');
  for (const tooLarge of ['1 2 3 4', '1; 2; 3'])
    expect(messageOf(() => types.matrix.parse(tooLarge))).toContain('at most 2 rows and 3 columns');
});

test('points are rows of equally many numbers, and a vector is a list without a range', () => {
  expect(types.points.parse('0 0 1; 1 1 0')).toEqual([
    [0, 0, 1],
    [1, 1, 0],
  ]);
  for (const other of ['0 0', '0 0 1; 0 0 1; 0 0 1; 0 0 1; 0 0 1'])
    expect(messageOf(() => types.points.parse(other))).toContain('1 to 4 points of 3 numbers each');
  expect(types.vector.parse('-1e8 7')).toEqual([-1e8, 7]);
});

test('auto stands for a value that is worked out, nothing for one that is not given', () => {
  const rate = types['number above'].orAuto();
  expect([rate.default, rate.parse(' auto '), rate.parse('0.25')]).toEqual(['auto', 'auto', 0.25]);
  for (const other of ['automatic', '', '0', '-1', 'Infinity', 'AUTO'])
    expect(messageOf(() => rate.parse(other))).toContain(
      `rate="${other}" cannot be used: it takes auto, or a number above 0`,
    );
  for (const value of [null, NaN, {}, ['auto']]) expect(messageOf(() => rate.check(value))).toContain('rate=');
  const steps = types.integer.optional();
  expect([steps.default, steps.parse(''), steps.parse('4'), steps.check(undefined)]).toEqual([null, null, 4, null]);
  expect(messageOf(() => steps.parse('none'))).toContain('it takes a whole number from 0 to 10, or nothing');
  expect(types.numbers.orAuto().type.typescript).toBe("readonly number[] | 'auto'");
});

test('choices keep the order in which they were chosen, each once', () => {
  expect(types.choices.parse('two, one two')).toEqual(['two', 'one']);
  expect(messageOf(() => types.choices.parse('two three'))).toContain('it takes any of one, two, separated by spaces');
  expect(messageOf(() => types.choice.parse('three'))).toContain('it takes one of one, two');
});

test('a text with rules of its own is refused with what is wrong with it', () => {
  expect(messageOf(() => types.text.parse('odd'))).toBe(
    'words="odd" cannot be used: it takes an even number of letters; this has 3',
  );
  expect(messageOf(() => types.text.check(7))).toContain('words="7"');
});

test('a long value is cut short in the message', () => {
  expect(messageOf(() => types.number.parse('9'.repeat(5000))).length).toBeLessThan(300);
});

test('a list of parameters is checked as a whole, and the first that cannot be taken is named', () => {
  const list = [types.number, types.integer, types.choice] as const;
  const defaults = defaultsOf(list);
  expect(checkAll(list, { ...defaults, someNumber: '7', other: 1 })).toEqual({ ...defaults, someNumber: 7 });
  expect(refusalOf(() => checkAll(list, { ...defaults, steps: -1, kind: 'x' })).attribute).toBe('steps');
});

test('thousands may stand apart, as pages print them; a comma is refused with how to write the number', () => {
  const many = integer('many', { ...about, default: 1, minimum: 0, maximum: 1e9 });
  const any = number('any', { ...about, default: 1, minimum: -1e9, maximum: 1e9 });
  for (const text of ['10 000', '10\u00a0000', '10\u202f000']) expect(many.parse(text)).toBe(10_000);
  expect(any.parse('-1 234 567.5')).toBe(-1_234_567.5);
  for (const text of ['10,000', '0,5', '1,234,567.5', '\u22120,1'])
    expect(() => any.parse(text), text).toThrow('write decimals with a point, and thousands without a comma');
  for (const text of ['1 2', '1 0000', '1000 000', '10 00'])
    expect(() => any.parse(text), text).toThrow('takes a number');
  expect(() => types.numbers.parse('0,1 0,2')).toThrow('write decimals with a point');
});

test('a schedule is read as data, with what was left out', () => {
  expect(parseSchedule('constant')).toEqual({ name: 'constant', coefficients: [] });
  expect(parseSchedule('step 50')).toEqual({ name: 'step', coefficients: [50, 0.5] });
  expect(parseSchedule('warmup 50, cosine')).toEqual({ name: 'cosine', coefficients: [], warmup: 50 });
  expect(parseSchedule('warmup 50')).toEqual({ name: 'constant', coefficients: [], warmup: 50 });
  for (const given of ['warmup 50, cosine', 'warmup 5', 'step 50 0.1', 'inverse 100'])
    expect(scheduleText(parseSchedule(given))).toBe(given);
});

test('a list of optimizers is read as data, with what was left out', () => {
  expect(readOptimizers('gd; momentum; adam 0.8')).toEqual([
    { name: 'gd', coefficients: [] },
    { name: 'momentum', coefficients: [0.9] },
    { name: 'adam', coefficients: [0.8, 0.999] },
  ]);
});

test.each([
  [
    '[[1,2],[3,4]]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '[[1., 2.],\n [3., 4.]]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    'np.array([[1, 2], [3, 4]])',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '[1 2; 3 4]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '[1, 2; 3, 4];',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '{{1,2},{3,4}}',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    '1\t2\r\n3\t4\r\n',
    [
      [1, 2],
      [3, 4],
    ],
  ],
])('rows are taken as programs and spreadsheets write them: %s', (text, rows) => {
  expect(types.matrix.check(types.matrix.parse(text))).toEqual(rows);
});

test.each(['[1, 2, 3]', 'c(1, 2, 3)', '(1, 2, 3)', 'np.array([1., 2., 3.])', '{1,2,3}'])(
  'a list is taken as programs write it: %s',
  (text) => {
    const list = numbers('list', { ...about, default: [1], count: [1, 5], minimum: 0, maximum: 9 });
    expect(list.check(list.parse(text))).toEqual([1, 2, 3]);
  },
);
