import { expect, test } from 'vitest';
import { engineKinds } from './engines';
import { descend } from './descend';
import { chooseEngine } from './chooser';
import { SHEET_MEDIANS, sheetTask } from './descend/sheet.fixtures';

const task = { ...sheetTask(50_000), learningRates: SHEET_MEDIANS.map(({ learningRate }) => learningRate) };

test.each(engineKinds)('%s that is asked for computes, without a notice', async (kind) => {
  const engine = chooseEngine(kind);
  const { engine: info, counts } = await engine.run(descend, task);
  expect(info.kind).toBe(kind);
  expect(engine.notice).toBe(undefined);
  expect(Array.from(counts.filter((count) => count > 0))).toEqual([16351, 33649, 50000]);
});

test('auto computes the same, whichever engine it takes', async () => {
  const engine = chooseEngine('auto');
  for (let i = 0; i < 3; i++) {
    const { counts } = await engine.run(descend, task);
    expect(Array.from(counts.filter((count) => count > 0))).toEqual([16351, 33649, 50000]);
    expect(engine.notice).toBe(undefined);
  }
});
