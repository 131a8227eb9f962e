import { expect, test } from 'vitest';
import * as exported from './computations';
import { chooseEngine } from './chooser';
import type { Computation } from './contract';
import { descend } from './descend';
import { sheetTask } from './descend/sheet.fixtures';
import { engines } from './engines';
import { chooseEngine as withMethods } from './methods';

const computations = Object.entries(exported).flatMap(([name, value]) =>
  typeof value === 'object' ? [[name, value as unknown as Computation<unknown, unknown>] as const] : [],
);

test('there are computations to look at', () => {
  expect(computations.map(([name]) => name)).toContain('descend');
});

test.each(computations)(
  '%s has the name that it is exported under, and loads what cuts its tasks',
  async (name, computation) => {
    expect(computation.name).toBe(name);
    expect(typeof (await computation.sample())).toBe('function');
  },
);

test('the CPU computes every computation', async () => {
  const cpu = engines.find(({ kind }) => kind === 'cpu')!;
  const { kernels } = await (await cpu.load()).createEngine();
  expect(Object.keys(kernels).sort()).toEqual(computations.map(([name]) => name).sort());
});

test('the deprecated methods run their computations', async () => {
  const task = { ...sheetTask(50), iterations: 20 };
  expect(await withMethods('cpu').descend(task)).toEqual(await chooseEngine('cpu').run(descend, task));
  for (const [name] of computations) expect(withMethods('cpu')).toHaveProperty(name);
});
