import { describe, expect, test } from 'vitest';
import { printedBy, saved } from '../../formula/python.fixtures';
import { numpy } from './numpy';
import type { RidgeSearchParameters } from './parameters';
import { searched } from './search.fixtures';

describe('the program trains the winner on the same faces, from the same draws', () => {
  test.for<Partial<RidgeSearchParameters>>([
    { batches: [64], learningRates: [0.1], epochs: [3], strengths: [0.01] },
    { batches: ['all'], standardize: 'each', learningRates: [0.02], epochs: [5], strengths: [0], seed: 7 },
  ])('with %o', async (change, context) => {
    const { result } = await searched({ ...change, tested: 'both' });
    const printed = printedBy(numpy(result.parameters, {}, result), context);
    const of = (name: string, set: string) =>
      printed.find(([one, which]) => one === name && which === set)![2] as number;
    const { grid, best, test: tested, closedForm } = result;
    expect(Math.abs(of('descent', 'validation') / grid[best!].validation! - 1)).toBeLessThan(1e-9);
    expect(Math.abs(of('descent', 'test') / tested!.meanSquaredError - 1)).toBeLessThan(1e-9);
    expect(Math.abs(of('exact', 'validation') / closedForm!.validation - 1)).toBeLessThan(1e-7);
    expect(Math.abs(of('exact', 'test') / closedForm!.test! - 1)).toBeLessThan(1e-7);
  });
});

test('it tests the exact solution only on request', async () => {
  const { result } = await searched();
  expect(numpy(result.parameters, {}, result)).not.toContain('report("exact", "test"');
});

test('with data of one’s own it loads them', (context) => {
  const p = { ...({} as RidgeSearchParameters), batches: [2], learningRates: [0.1], epochs: [1], strengths: [0] };
  const program = numpy(
    { ...p, standardize: 'center', validation: 0, seed: 1 },
    { design: [[1], [2]], targets: [1, 2] },
  );
  expect(program).toContain('np.load("design.npy")');
  const setup =
    'import numpy as np\nnp.save("design.npy", np.array([[1.], [2.], [4.]]))\nnp.save("targets.npy", np.array([1., 2., 3.]))\n';
  const lines = printedBy(setup + program, context, saved({}, context));
  expect(lines.map(([name, which]) => `${name} ${which}`)).toEqual(['descent train', 'exact train']);
});
