import type { Engine } from '../../src/engine/contract';
import { descend, outcomesAt, type DescendTask } from '../../src/engine/descend';
import { SHEET_OUTCOMES, sheetTask } from '../../src/engine/descend/sheet.fixtures';
import { Pace } from '../../src/engine/webgpu/slices';
import { measureConv1d } from './conv1d';
import { measureFactorize } from './factorize';
import { kernel, type Contestant } from './kernels';
import { only } from './only';
import { measurePopulation } from './population';
import { measureRidge } from './ridge';
import { measureReplicas } from './replicas';
import { measureShortRuns } from './short-runs';

export interface Measurement {
  adapter: string;
  workers: string;
  tasks: { name: string; share: number; rows: { name: string; stepsPerSecond: number[] }[] }[];
}

const OUR_KERNEL = 'the engine on WebGPU';

function contestant(engine: Engine): Contestant {
  return async (task) => {
    const result = await engine.run(descend, task);
    const { converged, diverged, ...others } = outcomesAt(result, 0);
    const sharp = result.counts[0];
    return [sharp, converged - sharp, Object.values(others).reduce((a, b) => a + b), diverged];
  };
}

/** Every contestant must find the sheet's outcomes before it is measured. */
async function check(name: string, run: Contestant): Promise<void> {
  for (const { learningRate, ...fractions } of SHEET_OUTCOMES) {
    // At rate 2, just above the wide minimum's threshold, float formats part ways.
    const accepted = learningRate === 2 ? 0.002 : 0.0005;
    const outcomes = await run({ ...sheetTask(100_000), learningRates: [learningRate] });
    [fractions.sharp, fractions.wide, fractions.bounded, fractions.diverged].forEach((fraction, i) => {
      if (Math.abs(outcomes[i] / 100_000 - fraction) > accepted) {
        throw new Error(`${name} is wrong at learning rate ${learningRate}: ${outcomes.join(', ')} of 100000`);
      }
    });
  }
}

/** The share of the planned steps that the engine's kernel really makes. */
async function shareMade(run: Contestant, task: DescendTask): Promise<number> {
  let planned = 0;
  let made = 0;
  const record = Pace.prototype.record;
  Pace.prototype.record = function (...[ofPlan, ofThese, milliseconds]) {
    planned += ofPlan;
    made += ofThese;
    return record.call(this, ofPlan, ofThese, milliseconds);
  };
  await run(task);
  Pace.prototype.record = record;
  return made / planned;
}

/** These take many times as long, and their speed does not rise with more starts: they get a quarter of them. */
const SLOW = ['one step per dispatch', 'the engine on the CPU'];

async function measure(starts: number, rounds: number): Promise<Measurement> {
  const webgpu = only('webgpu');
  const cpu = only('cpu');
  const contestants: Record<string, Contestant> = {
    [OUR_KERNEL]: contestant(webgpu),
    'one start per invocation': await kernel('one start per invocation'),
    'one start per invocation, no dates': await kernel('one start per invocation, no dates'),
    'one step per dispatch': await kernel('one step per dispatch'),
    'the engine on the CPU': contestant(cpu),
  };
  for (const [name, run] of Object.entries(contestants)) await check(name, run);

  const tasks: Record<string, DescendTask> = {
    // From here to the wide minimum takes longer than there are iterations: no run comes to rest, and none can stop early.
    'every start keeps moving (rate 0.001, starts in [4, 20])': {
      ...sheetTask(starts),
      learningRates: [0.001],
      starts: { ...sheetTask(starts).starts, low: 4 },
    },
    'the sheet at rate 0.01, where runs come to rest': { ...sheetTask(starts), learningRates: [0.01] },
    'the sheet at rate 0.3, where runs come to rest soon': { ...sheetTask(starts), learningRates: [0.3] },
  };
  const adapterOf = async (engine: Engine) => (await engine.run(descend, sheetTask(100))).engine.adapter;
  const measurement: Measurement = { adapter: await adapterOf(webgpu), workers: await adapterOf(cpu), tasks: [] };
  for (const [name, task] of Object.entries(tasks)) {
    const rows = Object.keys(contestants).map((name) => ({ name, stepsPerSecond: [] as number[] }));
    // In turns, so that whatever else the machine does meanwhile meets all alike; the first round only warms up.
    for (let round = 0; round <= rounds; round++) {
      for (const { name, stepsPerSecond } of rows) {
        const count = SLOW.includes(name) ? starts / 4 : starts;
        const own = { ...task, starts: { ...task.starts, count } };
        // A contestant that comes after another one would pay for threads that sleep and caches that hold other things.
        await contestants[name]({ ...own, iterations: 100 });
        const began = performance.now();
        await contestants[name](own);
        if (round > 0) stepsPerSecond.push((count * task.iterations * 1000) / (performance.now() - began));
      }
    }
    measurement.tasks.push({ name, share: await shareMade(contestants[OUR_KERNEL], task), rows });
  }
  return measurement;
}

Object.assign(window, {
  measure,
  measureShortRuns,
  measurePopulation,
  measureConv1d,
  measureFactorize,
  measureRidge,
  measureReplicas,
});
