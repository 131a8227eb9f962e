import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineEntry, Kernels } from './engine';
import { engineMessages } from './messages';
import { setWords } from '../words/set-words';
import { spell } from '../words/words';
import { chooseEngine } from './chooser';
// Loaded on demand otherwise, which takes time that no timer tells of.
import './descend/sample';
import './speed';
import { EngineLost, EngineUnavailable, type EngineInfo, type RunOptions } from './contract';
import { descend, type DescendResult, type DescendTask } from './descend';
import { whyNoWebGPU } from './why-no-webgpu';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** An engine that computes nothing and takes the time that it is told to. */
interface Pretended {
  kind: EngineInfo['kind'];
  adapter?: string;
  startUp?: number;
  overhead?: number;
  iteratesPerMillisecond?: number;
  /** Milliseconds that a run of this many iterates takes besides. */
  stalls?: (iterates: number) => number;
  missing?: () => string | undefined;
  /** Thrown by `createEngine`, as long as there is one. */
  unavailable?: () => Error | undefined;
  /** Thrown half-way through runs of more than a million iterates. */
  breaks?: () => Error | undefined;
  isEmulated?: boolean;
  /** Whether it has no kernel for the tasks of these tests. */
  lacksDescend?: boolean;
}

function pretend(engines: Pretended[]): { table: EngineEntry[]; calls: string[] } {
  const calls: string[] = [];
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const table = engines.map(
    ({
      kind,
      adapter = 'pretended',
      startUp = 0,
      overhead = 1,
      iteratesPerMillisecond = 1e5,
      stalls,
      missing,
      unavailable,
      breaks,
      isEmulated,
      lacksDescend = false,
    }): EngineEntry => {
      const info: EngineInfo = { kind, precision: 'float64', adapter };
      const compute = async ({ learningRates, starts, iterations }: DescendTask, { onProgress }: RunOptions) => {
        const iterates = learningRates.length * starts.count * iterations;
        const milliseconds = overhead + iterates / iteratesPerMillisecond + (stalls?.(iterates) ?? 0);
        onProgress?.(0);
        await wait(milliseconds / 2);
        onProgress?.(0.5);
        const error = iterates > 1e6 ? breaks?.() : undefined;
        if (error) throw error;
        await wait(milliseconds / 2);
        onProgress?.(1);
        calls.push(`${kind} ${iterates}`);
        return { engine: info, endings: [], counts: new Uint32Array(), medianIterations: [] };
      };
      const kernels: Kernels = lacksDescend ? {} : { descend: async () => compute };
      const createEngine = async () => {
        calls.push(`${kind} created`);
        await wait(startUp);
        const error = unavailable?.();
        if (error) throw error;
        const release = async () => void calls.push(`${kind} released`);
        return { info, kernels, isEmulated, ...(kind === 'webgpu' ? { release } : {}) };
      };
      return {
        kind,
        name: kind === 'cpu' ? 'the CPU' : 'WebGPU',
        precision: 'float64',
        missing,
        load: async () => (calls.push(`${kind} loaded`), { createEngine }),
      };
    },
  );
  return { table, calls };
}

/** A task of this many iterates. */
function taskOf(iterates: number, objective = 't^2'): DescendTask {
  const starts = { sampling: 'grid', count: iterates / 1000, low: -1, high: 1, seed: 0 } as const;
  return { objective, learningRates: [0.1], starts, iterations: 1000, minima: [0], tolerance: 1e-3, bound: 1e6 };
}

/** Lets time pass until the promise is settled. */
async function soon<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await vi.runAllTimersAsync();
  return promise;
}

const ran = (result: DescendResult) => result.engine.kind;

const fastGpu = { kind: 'webgpu', startUp: 200, overhead: 5, iteratesPerMillisecond: 1e7 } as const;
const cpu = { kind: 'cpu', overhead: 2, iteratesPerMillisecond: 1e5 } as const;

test('a small task goes to the engine that runs everywhere, and no other one is loaded', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  const engine = chooseEngine('auto', table);
  expect(ran(await soon(engine.run(descend, taskOf(1e6))))).toBe('cpu');
  expect(calls).not.toContain('webgpu loaded');
  expect(engine.notice).toBe(undefined);
});

test('a large task goes to the engine that measures quicker', async () => {
  expect(ran(await soon(chooseEngine('auto', pretend([fastGpu, cpu]).table).run(descend, taskOf(1e8))))).toBe('webgpu');
  const slowGpu = { ...fastGpu, iteratesPerMillisecond: 1e4 };
  expect(ran(await soon(chooseEngine('auto', pretend([slowGpu, cpu]).table).run(descend, taskOf(1e8))))).toBe('cpu');
});

test('the first task of a moderate size does not wait for measurements: the most wanted engine has it, the next one the quicker', async () => {
  const { table, calls } = pretend([{ ...fastGpu, iteratesPerMillisecond: 1e4 }, cpu]);
  const engine = chooseEngine('auto', table);
  const first = await soon(Promise.all([engine.run(descend, taskOf(3e7)), engine.run(descend, taskOf(2e7, 't^4'))]));
  expect(first.map(ran)).toEqual(['webgpu', 'webgpu']);
  expect(calls).toEqual(['webgpu loaded', 'webgpu created', 'webgpu 20000000', 'webgpu 30000000']);
  expect(ran(await soon(engine.run(descend, taskOf(3e7))))).toBe('cpu');
});

test('the first task of a moderate size does not go to a graphics processor that the main processor acts for; a larger one does if it measures a good deal quicker', async () => {
  const engine = chooseEngine('auto', pretend([{ ...fastGpu, isEmulated: true }, cpu]).table);
  expect(ran(await soon(engine.run(descend, taskOf(3e7))))).toBe('cpu');
  expect(ran(await soon(engine.run(descend, taskOf(3e8))))).toBe('webgpu');
  const little = pretend([{ ...fastGpu, iteratesPerMillisecond: 1.5e5, isEmulated: true }, cpu]);
  expect(ran(await soon(chooseEngine('auto', little.table).run(descend, taskOf(3e8))))).toBe('cpu');
});

test('engines are loaded, created and calibrated once for all that is chosen from a table', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  await soon(Promise.all([1, 2, 3].map(() => chooseEngine('auto', table).run(descend, taskOf(1e8)))));
  const before = calls.length;
  await soon(chooseEngine('auto', table).run(descend, taskOf(1e8)));
  expect(calls.length - before).toBe(1);
  expect(calls.filter((call) => call === 'webgpu created')).toHaveLength(1);
  expect(calls.filter((call) => call === 'cpu created')).toHaveLength(1);
});

test('the same task stays with its engine, also when another one comes up that would be a little quicker', async () => {
  const { table } = pretend([{ ...fastGpu, overhead: 1 }, cpu]);
  const engine = chooseEngine('auto', table);
  // 3e6 iterates take 32 ms on this CPU; WebGPU could do it in 1, but that saves nobody anything.
  expect(ran(await soon(engine.run(descend, taskOf(3e6))))).toBe('cpu');
  expect(ran(await soon(engine.run(descend, taskOf(1e8))))).toBe('webgpu');
  expect(ran(await soon(engine.run(descend, taskOf(3e6))))).toBe('cpu');
  // A small task that was never run goes where it is quicker now.
  expect(ran(await soon(engine.run(descend, taskOf(2e6))))).toBe('webgpu');
});

test('a choice that proves wrong is mended', async () => {
  // Calibration runs are smaller than what takes so long here.
  const stalls = (iterates: number) => (iterates >= 1e8 ? 10_000 : 0);
  const engine = chooseEngine('auto', pretend([{ ...fastGpu, stalls }, cpu]).table);
  const kinds: string[] = [];
  for (let i = 0; i < 4; i++) kinds.push(ran(await soon(engine.run(descend, taskOf(1e8)))));
  expect(kinds).toEqual(['webgpu', 'cpu', 'cpu', 'cpu']);
});

test('an engine that is asked for runs whatever it is given', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  expect(ran(await soon(chooseEngine('webgpu', table).run(descend, taskOf(1e5))))).toBe('webgpu');
  expect(calls).not.toContain('cpu loaded');
  expect(ran(await soon(chooseEngine('cpu', table).run(descend, taskOf(1e9))))).toBe('cpu');
});

test('what stands beside another result comes from the engine of that one, large or small, as long as that can be had', async () => {
  const { table } = pretend([fastGpu, cpu]);
  const engine = chooseEngine('auto', table);
  const small = (await soon(engine.run(descend, taskOf(1e6)))).engine;
  const large = (await soon(engine.run(descend, taskOf(1e8)))).engine;
  expect([small.kind, large.kind]).toEqual(['cpu', 'webgpu']);
  expect(ran(await soon(engine.run(descend, taskOf(1e8), { beside: small })))).toBe('cpu');
  expect(ran(await soon(engine.run(descend, taskOf(1e6), { beside: large })))).toBe('webgpu');
  const alone = chooseEngine('auto', pretend([cpu]).table);
  expect(ran(await soon(alone.run(descend, taskOf(1e6), { beside: large })))).toBe('cpu');
});

test('a small task that much work follows comes from the engine for that, and is not kept waiting until all are measured', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  const engine = chooseEngine('auto', table);
  expect(ran(await soon(engine.run(descend, taskOf(1e6), { follows: 1e9 })))).toBe('webgpu');
  expect(calls).not.toContain('cpu created');
  expect(ran(await soon(chooseEngine('auto', pretend([fastGpu, cpu]).table).run(descend, taskOf(1e6))))).toBe('cpu');
  const emulated = pretend([{ ...fastGpu, isEmulated: true }, cpu]);
  expect(ran(await soon(chooseEngine('auto', emulated.table).run(descend, taskOf(1e6), { follows: 1e9 })))).toBe('cpu');
});

test('what the engines hold is given back once nothing runs, and not under a run that begins meanwhile', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  const engine = chooseEngine('auto', table);
  await engine.release();
  expect(calls).toEqual([]);
  const controller = new AbortController();
  // What was begun for a run that is aborted goes on: the engines come up and are measured.
  const aborted = engine.run(descend, taskOf(1e9), { signal: controller.signal });
  controller.abort();
  await expect(aborted).rejects.toThrow('aborted');
  await soon(engine.release());
  expect(calls.at(-1)).toBe('webgpu released');
  expect(calls.filter((call) => call === 'webgpu released')).toHaveLength(1);
  const run = engine.run(descend, taskOf(1e9));
  const release = engine.release();
  const other = engine.run(descend, taskOf(2e9));
  await soon(Promise.all([run, release, other]));
  expect(calls.filter((call) => call === 'webgpu released')).toHaveLength(1);
});

test('what runs is waited for before the engines give back what they hold, no matter who asked for that and when', async () => {
  const { table, calls } = pretend([fastGpu, cpu]);
  const engine = chooseEngine('webgpu', table);
  await soon(engine.run(descend, taskOf(1e5)));
  // These take 105 and 205 milliseconds.
  const first = engine.run(descend, taskOf(1e9));
  await vi.advanceTimersByTimeAsync(10);
  const releases = [engine.release()];
  await vi.advanceTimersByTimeAsync(10);
  const second = engine.run(descend, taskOf(2e9, 't^4'));
  releases.push(engine.release());
  await vi.advanceTimersByTimeAsync(120);
  expect(calls.at(-1)).toBe('webgpu 1000000000');
  await soon(Promise.all([first, second, ...releases]));
  expect(calls).toContain('webgpu 2000000000');
  expect(calls.indexOf('webgpu released')).toBe(calls.indexOf('webgpu 2000000000') + 1);
});

test('an engine that comes up for a run that was aborted is kept for one that begins meanwhile, and else gives back what it holds', async () => {
  for (const isAnother of [true, false]) {
    const { table, calls } = pretend([fastGpu, cpu]);
    const engine = chooseEngine('webgpu', table);
    const controller = new AbortController();
    const aborted = expect(engine.run(descend, taskOf(1e9), { signal: controller.signal })).rejects.toThrow('aborted');
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    await aborted;
    const release = engine.release();
    await vi.advanceTimersByTimeAsync(50);
    const another = isAnother ? [engine.run(descend, taskOf(1e9))] : [];
    await soon(Promise.all([release, ...another]));
    expect(calls).toEqual([
      'webgpu loaded',
      'webgpu created',
      ...(isAnother ? ['webgpu 1000000000'] : ['webgpu released']),
    ]);
  }
});

test('an engine that is missing is never loaded, and the notice says why', async () => {
  const { table, calls } = pretend([{ ...fastGpu, missing: () => 'this browser does not offer WebGPU' }, cpu]);
  for (const preference of ['auto', 'webgpu'] as const) {
    const engine = chooseEngine(preference, table);
    expect(engine.notice).toBe(undefined);
    expect(ran(await soon(engine.run(descend, taskOf(1e8))))).toBe('cpu');
    expect(engine.notice).toBe('Computed on the CPU: this browser does not offer WebGPU.');
  }
  expect(calls).not.toContain('webgpu loaded');
  const engine = chooseEngine('cpu', table);
  await soon(engine.run(descend, taskOf(1e8)));
  expect(engine.notice).toBe(undefined);
});

test('an engine that cannot be created is replaced, and the notice says why, until it can', async () => {
  let error: Error | undefined = new EngineUnavailable('this browser offers no WebGPU adapter');
  const { table, calls } = pretend([{ ...fastGpu, unavailable: () => error }, cpu]);
  for (const [preference, iterates] of [
    ['webgpu', 1e8],
    ['auto', 1e8],
    ['auto', 1e6],
    ['webgpu', 1e6],
  ] as const) {
    const engine = chooseEngine(preference, table);
    expect(ran(await soon(engine.run(descend, taskOf(iterates))))).toBe('cpu');
    expect(engine.notice).toBe('Computed on the CPU: this browser offers no WebGPU adapter.');
  }
  // Nobody asks again for a small task's sake.
  expect(calls.filter((call) => call === 'webgpu created')).toHaveLength(3);
  error = undefined;
  const engine = chooseEngine('webgpu', table);
  expect(ran(await soon(engine.run(descend, taskOf(1e8))))).toBe('webgpu');
  expect(engine.notice).toBe(undefined);
});

test('an engine that does not answer is done without, in words, and takes part once it has', async () => {
  const { table } = pretend([{ ...fastGpu, startUp: 60_000 }, cpu]);
  const engine = chooseEngine('webgpu', table);
  const before = performance.now();
  const run = engine.run(descend, taskOf(1e6));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(ran(await run)).toBe('cpu');
  expect(performance.now() - before).toBe(12_000);
  expect(engine.notice).toBe('Computed on the CPU: WebGPU did not answer within 10 seconds.');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ran(await soon(engine.run(descend, taskOf(1e6))))).toBe('webgpu');
  expect(engine.notice).toBe(undefined);
});

test('the notice is told in the words that are in force when it is asked for', async () => {
  const { table } = pretend([
    { ...fastGpu, unavailable: () => new EngineUnavailable(engineMessages('noAdapter')) },
    cpu,
  ]);
  const engine = chooseEngine('webgpu', table);
  await soon(engine.run(descend, taskOf(1e8)));
  expect(engine.notice).toMatch(/^Computed on the CPU: this browser offers no WebGPU adapter: no graphics processor/);
  setWords({
    words: { engine: { notice: 'Gerechnet auf {engine}, denn {reasons}.', noAdapter: 'es gibt keinen Adapter' } },
  });
  expect(spell(engine.noticeWords!)).toBe('Gerechnet auf the CPU, denn es gibt keinen Adapter.');
  setWords();
});

test('a script that does not load is a reason, too', async () => {
  const [webgpu, everywhere] = pretend([fastGpu, cpu]).table;
  const engine = chooseEngine('webgpu', [
    { ...webgpu, load: () => Promise.reject(new TypeError('Failed to fetch the script')) },
    everywhere,
  ]);
  expect(ran(await soon(engine.run(descend, taskOf(1e5))))).toBe('cpu');
  expect(engine.notice).toMatch(/^Computed on the CPU: its part of Descent Lab could not be loaded/);
});

test('an engine that is lost hands its run over, for good, and progress never goes back', async () => {
  const breaks = () => new EngineLost('the graphics device was lost and did not come back');
  const { table, calls } = pretend([{ ...fastGpu, breaks }, cpu]);
  const engine = chooseEngine('webgpu', table);
  const progress: number[] = [];
  expect(ran(await soon(engine.run(descend, taskOf(1e8), { onProgress: (fraction) => progress.push(fraction) })))).toBe(
    'cpu',
  );
  expect(engine.notice).toBe('Computed on the CPU: the graphics device was lost and did not come back.');
  expect(progress).toEqual([0, 0.5, 0.5, 0.5, 1]);
  calls.length = 0;
  await soon(engine.run(descend, taskOf(1e5)));
  expect(calls).toEqual(['cpu 100000']);
});

test('an engine that will not do one task is asked again for the next', async () => {
  let reason: Error | undefined = new EngineUnavailable('this adapter has no room for so many starts');
  const { table } = pretend([{ ...fastGpu, breaks: () => reason }, cpu]);
  const engine = chooseEngine('webgpu', table);
  expect(ran(await soon(engine.run(descend, taskOf(1e8))))).toBe('cpu');
  expect(engine.notice).toBe('Computed on the CPU: this adapter has no room for so many starts.');
  reason = undefined;
  expect(ran(await soon(engine.run(descend, taskOf(1e8))))).toBe('webgpu');
  expect(engine.notice).toBe(undefined);
});

test('what is wrong with a task is nobody else to be bothered with', async () => {
  const { table, calls } = pretend([{ ...fastGpu, breaks: () => new RangeError('iterations is -1') }, cpu]);
  await expect(soon(chooseEngine('webgpu', table).run(descend, taskOf(1e8)))).rejects.toThrow(
    new RangeError('iterations is -1'),
  );
  expect(calls).not.toContain('cpu loaded');
});

test('when no engine is left, the error names the reason of each', async () => {
  const { table } = pretend([
    { ...fastGpu, unavailable: () => new EngineUnavailable('no adapter') },
    { ...cpu, unavailable: () => new EngineUnavailable('out of memory') },
  ]);
  await expect(soon(chooseEngine('auto', table).run(descend, taskOf(1e5)))).rejects.toThrow(
    'WebGPU: no adapter; the CPU: out of memory',
  );
});

test('aborting while engines come up rejects at once, with the reason', async () => {
  const { table } = pretend([{ ...fastGpu, startUp: 1e6 }, cpu]);
  const controller = new AbortController();
  const result = chooseEngine('auto', table).run(descend, taskOf(1e8), { signal: controller.signal });
  const rejected = expect(result).rejects.toThrow('no longer wanted');
  await vi.advanceTimersByTimeAsync(10);
  controller.abort(new Error('no longer wanted'));
  await rejected;
  await expect(chooseEngine('auto', table).run(descend, taskOf(1), { signal: controller.signal })).rejects.toThrow(
    'no longer wanted',
  );
});

test('another engine is another line', async () => {
  const wasm = { ...cpu, adapter: 'WebAssembly', iteratesPerMillisecond: 1e8 };
  const { engine } = await soon(chooseEngine('auto', pretend([fastGpu, wasm, cpu]).table).run(descend, taskOf(1e9)));
  expect(engine.adapter).toBe('WebAssembly');
});

test('an engine that nobody wrote is refused by name', () => {
  expect(() => chooseEngine('gpu' as 'auto', pretend([fastGpu, cpu]).table)).toThrow(
    new RangeError('unknown engine: gpu (one of auto, webgpu, cpu)'),
  );
});

test('that a page has no WebGPU is explained by its cause', () => {
  expect(whyNoWebGPU({ navigator: { gpu: {} }, isSecureContext: true })).toBe(undefined);
  expect(spell(whyNoWebGPU({ navigator: {}, isSecureContext: true })!)).toBe('this browser does not offer WebGPU');
  expect(spell(whyNoWebGPU({ navigator: {}, isSecureContext: false })!)).toBe(
    'browsers offer WebGPU only to pages that come over HTTPS or from localhost',
  );
});

test('a task is checked once, before any engine is loaded, and not again where another engine takes over', async () => {
  let checks = 0;
  const counting: typeof descend = { ...descend, validate: (task) => (checks++, descend.validate(task)) };
  const breaks = () => new EngineLost('lost');
  const { table, calls } = pretend([{ ...fastGpu, breaks }, cpu]);
  const engine = chooseEngine('auto', table);
  expect(ran(await soon(engine.run(counting, taskOf(1e8))))).toBe('cpu');
  expect(checks).toBe(1);
  calls.length = 0;
  const refused = soon(engine.run(counting, { ...taskOf(1e8), iterations: -1 }));
  await expect(refused).rejects.toThrow(new RangeError('iterations is -1; it takes a whole number from 0 to 1000000'));
  expect([checks, calls]).toEqual([2, []]);
});

test('an engine without a kernel for a computation is no candidate for it, which is said where it was asked for', async () => {
  const { table, calls } = pretend([{ ...fastGpu, lacksDescend: true }, cpu]);
  const auto = chooseEngine('auto', table);
  for (let i = 0; i < 2; i++) expect(ran(await soon(auto.run(descend, taskOf(1e8))))).toBe('cpu');
  expect(auto.notice).toBe(undefined);
  const asked = chooseEngine('webgpu', table);
  expect(ran(await soon(asked.run(descend, taskOf(1e5))))).toBe('cpu');
  expect(asked.notice).toBe('Computed on the CPU: descend has no kernel on WebGPU.');
  expect(calls.filter((call) => call === 'webgpu created')).toHaveLength(1);
  const alone = chooseEngine('webgpu', pretend([{ ...fastGpu, lacksDescend: true }]).table);
  await expect(soon(alone.run(descend, taskOf(1e5)))).rejects.toThrow('WebGPU: descend has no kernel on WebGPU');
});

test('a kernel that does not load leaves its task to another engine', async () => {
  const { table } = pretend([cpu]);
  const info: EngineInfo = { kind: 'webgpu', precision: 'float32', adapter: 'pretended' };
  const kernels: Kernels = { descend: () => Promise.reject(new TypeError('Failed to fetch the script')) };
  const broken: EngineEntry = {
    kind: 'webgpu',
    name: 'WebGPU',
    precision: 'float32',
    load: async () => ({ createEngine: async () => ({ info, kernels }) }),
  };
  const engine = chooseEngine('webgpu', [broken, ...table]);
  expect(ran(await soon(engine.run(descend, taskOf(1e5))))).toBe('cpu');
  expect(engine.notice).toMatch(/^Computed on the CPU: its part of Descent Lab could not be loaded/);
});
