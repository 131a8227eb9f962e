import { expect, test } from 'vitest';
import { chooseEngine } from '../../engine/chooser';
import { numbersOf, saved } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { experiment } from './experiment';
import { numpy } from './numpy';
import { parameters, type MatrixFactorizationData, type MatrixFactorizationParameters } from './parameters';

type Change = Partial<MatrixFactorizationParameters>;
const defaults = defaultsOf(parameters);
const run = async (p: MatrixFactorizationParameters, data: MatrixFactorizationData = {}) =>
  (await experiment.run!(experiment.prepare(p, data), chooseEngine('cpu'), {})).result;

test.for<Change>([{}, { ridge: 0.1, epochs: 50, learningRate: [0.15] }, { learningRate: [0.05, 0.2], epochs: 5 }])(
  'on the sheet’s table the program of %o prints the losses and factors of the lab',
  async (change, context) => {
    const p = { ...defaults, ...change };
    const { runs, iterates, epochs } = await run(p);
    const lines = numbersOf(numpy(p), context);
    const expected = runs.flatMap(({ learningRate, losses }) =>
      Array.from(losses, (loss, epoch) => [learningRate, epoch, loss]),
    );
    expect(lines.length).toBe(expected.length);
    lines.forEach((line, i) => {
      // The first run's factors are kept.
      const factors = i <= epochs ? iterates!.subarray(4 * i, 4 * i + 4) : [];
      [...expected[i], ...factors].forEach((value, j) => expect(Math.abs(line[j] - value)).toBeLessThanOrEqual(1e-10));
    });
  },
);

const MANY: Change = { ratings: 'synthetic', users: 120, items: 80, observed: 6000, trueRank: 2, rank: 2 };

test.for<Change>([MANY, { ...MANY, biases: 'on', ridge: 0.5, epochs: 80 }])(
  'on synthetic ratings the errors of %o agree within a tenth, and the same rate diverges',
  async (change, context) => {
    const p = { ...defaults, ...change };
    const result = await run(p);
    const printed = numbersOf(numpy(p, {}, result), context);
    const lines = result.runs.map((_, i) => printed.slice(2 * i, 2 * i + 2).flat());
    expect(lines.map(([rate]) => rate)).toEqual(result.runs.map(({ learningRate }) => learningRate));
    result.runs.forEach(({ errors, validation, divergedAt }, i) => {
      const [, error, heldOut] = lines[i];
      // 1.5 times the largest stable rate.
      if (i === 3) return expect([Number.isNaN(error), divergedAt !== null]).toEqual([true, true]);
      expect(Math.abs(error / errors.at(-1)! - 1)).toBeLessThan(0.1);
      expect(Math.abs(heldOut / validation!.at(-1)! - 1)).toBeLessThan(0.1);
    });
  },
);

const TABLE = Array.from({ length: 60 }, (_, i) => [
  7 + (i % 10),
  101 + Math.floor(i / 10),
  1 + ((i * i * 7) % 11) / 2,
]);

test.for<{ name: string; text: string[]; change: Change }>([
  {
    name: 'ratings.csv',
    change: {},
    text: ['userId,movieId,rating,timestamp', ...TABLE.map((line) => `${line.join()},99`)],
  },
  { name: 'u.data', text: TABLE.map((line) => `${line.join('\t')}\t99`), change: { ridge: 0.3 } },
  { name: 'ratings.dat', text: TABLE.map((line) => `${line.join('::')}::99`), change: { ridge: 0.3, biases: 'on' } },
])(
  'ratings are loaded from a file called $name, and with $change fitted as here',
  async ({ name, text, change }, context) => {
    const folder = saved({ [name]: text.join('\n') }, context);
    const triplets = {
      rows: 10,
      columns: 6,
      rowOf: Uint32Array.from(TABLE, ([user]) => user - 7),
      columnOf: Uint32Array.from(TABLE, ([, item]) => item - 101),
      values: Float64Array.from(TABLE, ([, , rating]) => rating),
    };
    // From nearly every start, descent ends in the same best fit of rank one.
    const p = { ...defaults, rank: 1, validation: 0, epochs: 8000, learningRate: [0.01], ...change };
    const file = Object.assign(new Blob([]), { name });
    const [[, error]] = numbersOf(numpy(p, { file }), context, folder);
    const { runs } = await run(p, { triplets });
    expect(Math.abs(error - runs[0].errors.at(-1)!)).toBeLessThan(1e-6);
  },
);
