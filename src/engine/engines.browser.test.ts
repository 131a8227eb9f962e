import { expect, test } from 'vitest';
import { FLOAT32, FLOAT64 } from './acceptance';
import { createEngine as createCpu } from './cpu';
import { describeEngine } from './engine-behaviour';
import { sheetTask } from './sheet-values';
import { createEngine as createWebGPU } from './webgpu';

describeEngine('the CPU engine', createCpu, FLOAT64);
describeEngine('the WebGPU engine', createWebGPU, FLOAT32);

test('the engines label the same starts alike', async () => {
  // At 2, just above the wide minimum's threshold, float formats part ways: runs take thousands of steps to leave it.
  const task = sheetTask(100_000);
  const learningRates = task.learningRates.filter((rate) => rate !== 2);
  const [cpu, webgpu] = [await createCpu(), await createWebGPU()];
  const a = await cpu.descend({ ...task, learningRates, records: true });
  const b = await webgpu.descend({ ...task, learningRates, records: true });
  learningRates.forEach((rate, row) => {
    let different = 0;
    for (let run = row * 100_000; run < (row + 1) * 100_000; run++) if (a.labels![run] !== b.labels![run]) different++;
    expect(different, `starts labelled differently at rate ${rate}`).toBeLessThanOrEqual(100);
  });
});
