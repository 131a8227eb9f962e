import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRegression } from '../regression/read-regression';
import { readSignal } from '../signal/read-signal';

const signal = async (text: string) => [...(await readSignal(new Blob([text]), { most: 2 ** 20 })).samples];
const matrix = async (text: string) => {
  const { design, targets } = await readRegression([new File([text], 'x')], { mostRows: 100, mostFeatures: 100 });
  return [[...design.values], [...targets]];
};

test.each([
  ['[1, 2.5, 3]', [1, 2.5, 3]],
  ['x = np.array([1., 2.5, 3.])', [1, 2.5, 3]],
  ['tensor([1., 2.5], dtype=torch.float64)', [1, 2.5]],
  ['array([0.5,\n       1.5], dtype=float32)\n', [0.5, 1.5]],
  ['[1. 2.5\n 3. ]', [1, 2.5, 3]],
  ['x <- c(1, 2.5, 3)', [1, 2.5, 3]],
  ['[1] 1.0 2.5\n[3] 3.0\n', [1, 2.5, 3]],
  ['{1, 2, 3}', [1, 2, 3]],
  ['double x[] = {1.0, 2.5};', [1, 2.5]],
  ['const float sig[3] = {0.000f, -0.5F, 1.f};', [0, -0.5, 1]],
  ['[1; 2.5; 3]', [1, 2.5, 3]],
  ['[1,5; 2,25; 3]', [1.5, 2.25, 3]],
  ['(3) [1, 2.5, 3]', [1, 2.5, 3]],
  ['["1.5", "2"]', [1.5, 2]],
  ['[1, 2, 3,]\n', [1, 2, 3]],
  ['[7,9]', [7, 9]],
  ['\ufeff[\n  1.5,\n  2\n]\n', [1.5, 2]],
  ['1, 2, 3', [1, 2, 3]],
  // Brackets that hold no list.
  ['[s];[V]\n1;2\n3;5\n', [1, 3]],
  ['x[0],x[1]\n1,2\n3,9\n', [1, 3]],
  ['[2024-01-01 12:00] 1.5\n[2024-01-01 12:01] 2.5\n', [1.5, 2.5]],
])('%j is read as a person means it', async (text, expected) => {
  expect(await signal(text)).toEqual(expected);
});

test.each(['[[1,2],[3,4]]', 'array([[1., 2.],\n       [3., 4.]])', '[1 2; 3 4]', '{{1,2},\n {3,4}}', '[1,2]\n[3,4]\n'])(
  '%j is a matrix',
  async (text) => {
    expect(await matrix(text)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  },
);

test.each([
  ['[1, 2', 'a bracket is never closed'],
  ['[1, [2, 3]]', "'[2, 3]]' belongs to no list in brackets"],
  ['x = [1, 2]\nz = [3, 4]', "the lists 'x', 'z' … may be columns or rows"],
  ['x = [1, 2]\nx = [3, 4]', "'x = [3, 4]' belongs to no list"],
  ['[1, 2] * 3', "'* 3' belongs to no list"],
  ['array([1., 2.], shape=(100,))', 'belongs to no list'],
  ['[[1, 2, ..., 9], [3, 4, ..., 8]]', '“...” stand for numbers that are left out'],
  ['{"x": [1, 2]}', 'these numbers have names'],
  ['(500)\n300\n', "the parentheses in '(500)' may mean a negative number"],
  ['[1,000, 2,000]', "the comma in '1,000' may be"],
  ['0,5, 1,5', "the comma in '0,5' may be"],
  ['[1, null, 3]', '“null” is not a finite number'],
])('%j is refused with the reason', async (text, words) => {
  await expect(signal(text)).rejects.toThrow(words);
});

test('a list is read back as any program prints it, wherever its pieces are cut', async () => {
  const styles: ((items: string[]) => string)[] = [
    (items) => `[${items.join(', ')}]`,
    (items) => `[${items.join(',')}]`,
    (items) => `[${items.join(',\n ')}]\n`,
    (items) => `x = array([${items.join(', ')}])`,
    (items) => `[${items.join(' ')}]`,
    (items) => `[${items.join('\n ')}]`,
    (items) => `c(${items.join(', ')})`,
    (items) => `{${items.join(', ')}};`,
    (items) => `[${items.join('; ')}]`,
  ];
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(numbers, fc.constantFrom(...styles), async (list, style) => {
      expect(await signal(style(list.map(String)))).toEqual(list.map((number) => number || 0));
    }),
    { numRuns: 500 },
  );
});
