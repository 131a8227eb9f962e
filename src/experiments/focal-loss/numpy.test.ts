import { expect, test } from 'vitest';
import { numbersOf } from '../../formula/python.fixtures';
import { defaultsOf } from '../parameters';
import { numpy } from './numpy';
import { parameters, type FocalLossParameters } from './parameters';
import { prepare } from './problem';

test.for<Partial<FocalLossParameters>>([{}, { gamma: 0, p: 1e-300 }, { gamma: 3.3, p: 0.4, easyExamples: 7 }])(
  'the program of %o prints the numbers of the lab',
  (change, context) => {
    const p = { ...defaultsOf(parameters), ...change } as FocalLossParameters;
    const { crossEntropy, factor, focal, gradient, examples } = prepare(p).result;
    const of = ({ easy, hard }: { easy: number; hard: number }) => [easy, hard];
    const lab = [crossEntropy, factor, focal, gradient, ...of(examples.crossEntropy), ...of(examples.focal)];
    const printed = numbersOf(numpy(p), context).flat();
    expect(printed.length).toBe(lab.length);
    printed.forEach((number, i) => expect(Math.abs(number - lab[i])).toBeLessThanOrEqual(1e-12 * Math.abs(lab[i])));
  },
);
