import { expect, test } from 'vitest';
import { SEQUENTIAL_V, SHEET_EPOCHS, SHEET_LOSS, sheetFactorization } from '../../factorize/sheet.fixtures';
import type { FactorizeTask } from '../../factorize';
import { factorize } from './kernel';
import { factorizePlan } from './plan';

function compute(task: FactorizeTask) {
  const collector = factorizePlan.collect(task);
  const steps = factorize.run(task, 0, factorizePlan.items(task));
  let next = steps.next();
  while (!next.done) next = steps.next();
  collector.add(next.value, 0);
  return collector.result({ kind: 'cpu', precision: 'float64', adapter: 'this test' });
}

test('the definition makes the step of the sheet, simultaneously, and goes on as computed apart', () => {
  const { losses, iterates, u, v } = compute(sheetFactorization(1000));
  expect(losses[0]).toBeCloseTo(SHEET_LOSS, 12);
  for (const expected of SHEET_EPOCHS) {
    const frame = Array.from(iterates!.subarray(4 * expected.epoch, 4 * expected.epoch + 4));
    [...expected.u, ...expected.v].forEach((value, i) => expect(frame[i]).toBeCloseTo(value, 12));
    expect(losses[expected.epoch]).toBeCloseTo(expected.loss, 11);
  }
  expect([...u, ...v]).toEqual(Array.from(iterates!.subarray(4000)));
  expect(Math.abs(iterates![6] - SEQUENTIAL_V[0])).toBeGreaterThan(0.1);
});
