import { expect, test } from 'vitest';
import { OPTIMIZER_NAMES } from '../../math/optimizers';
import { chooseEngine } from '../chooser';
import { descend } from '../descend';
import { sheetTask } from '../descend/sheet.fixtures';
import { engines } from '../engines';
import { describePopulation } from './population.behaviour';
import { sheetWith } from './problems.fixtures';
import { audit, population } from '.';

engines.forEach(describePopulation);

const STARTS = 5000;

test.each(OPTIMIZER_NAMES)('the engines label the same starts alike with %s', async (name) => {
  const task = sheetWith(name, STARTS, { observe: { map: true } });
  const [first, ...others] = await Promise.all(
    engines.map((entry) => chooseEngine(entry.kind, [entry]).run(population, task)),
  );
  for (const other of others) {
    let different = 0;
    first.labels!.forEach((label, i) => (different += Number(label !== other.labels![i])));
    // One in a thousand: the starts next to a basin's boundary, which any two number formats see elsewhere.
    expect(different).toBeLessThanOrEqual(STARTS / 1000);
  }
});

test.each(engines)('$kind labels plain descent of one variable as its fast kernel does', async (entry) => {
  const engine = chooseEngine(entry.kind, [entry]);
  // Above the limits of the minima and below them, cycling, wandering and diverging.
  const fast = { ...sheetTask(2000), iterations: 400, records: true };
  const learningRates = fast.learningRates.filter((rate) => rate !== 2);
  const { labels } = await engine.run(descend, { ...fast, learningRates });
  const general = sheetWith('gd', 2000, { learningRates, iterations: 400, observe: { map: true } });
  const found = await engine.run(population, general);
  let different = 0;
  labels!.forEach((label, i) => (different += Number(label !== found.labels![i])));
  // Their steps are the same but for the last bits, which decide at the edges of basins and in chaos.
  expect(different).toBeLessThanOrEqual(labels!.length / 1000);
});

test('an audit finds where float32 and float64 part', async () => {
  const [gpu, cpu] = engines.map((entry) => chooseEngine(entry.kind, [entry]));
  const stable = await audit(sheetWith('momentum', 100_000), 500, gpu, cpu);
  expect(stable).toMatchObject({ runs: 500 });
  expect(stable.share).toBeLessThanOrEqual(0.004);
  expect(await audit(sheetWith('gd', 1000), 100, cpu, cpu)).toEqual({ runs: 100, different: 0, share: 0 });
});
