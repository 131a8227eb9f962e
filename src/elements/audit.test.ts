import { expect, test } from 'vitest';
import type { Audit } from '../engine/population';
import type { AnyExperiment } from '../experiments/experiment';
import { AuditOnDemand } from './audit';

const float32 = { kind: 'webgpu', precision: 'float32', adapter: '' } as const;
const run = { problem: {}, engine: float32 };
const experimentWith = (audit?: () => Promise<Audit>) => ({ audit }) as unknown as AnyExperiment;
const found: Audit = { runs: 1000, different: 2, share: 0.002 };

test('a run in float32 is offered to be audited, and what is found goes with that run', async () => {
  const states: unknown[] = [];
  const audit: AuditOnDemand = new AuditOnDemand(
    experimentWith(() => Promise.resolve(found)),
    () => states.push(audit.stateOf(run)),
  );
  expect(audit.stateOf(run)).toBe('offered');
  await audit.begin(run);
  expect(states).toEqual(['asked', found]);
  expect(audit.stateOf(run)).toBe(found);
  expect(audit.stateOf({ ...run, problem: {} })).toBe('offered');
});

test('there is nothing to audit before a run, of one in float64, and where no ends are counted', () => {
  const audit = new AuditOnDemand(
    experimentWith(() => Promise.resolve(found)),
    () => {},
  );
  expect(audit.stateOf(undefined)).toBeUndefined();
  expect(audit.stateOf({ ...run, engine: { ...float32, kind: 'cpu', precision: 'float64' } })).toBeUndefined();
  expect(new AuditOnDemand(experimentWith(), () => {}).stateOf(run)).toBeUndefined();
});

test('an audit that fails says so, and one that is overtaken by another is forgotten', async () => {
  const failing = new AuditOnDemand(
    experimentWith(() => Promise.reject(new Error('no GPU'))),
    () => {},
  );
  await failing.begin(run);
  expect(failing.stateOf(run)).toBe('failed');
  const finish: ((audit: Audit) => void)[] = [];
  const slow = new AuditOnDemand(
    experimentWith(() => new Promise((resolve) => finish.push(resolve))),
    () => {},
  );
  const later = { ...run, problem: {} };
  const [first, second] = [slow.begin(run), slow.begin(later)];
  finish[1]({ ...found, different: 0 });
  finish[0](found);
  await Promise.all([first, second]);
  expect(slow.stateOf(later)).toMatchObject({ different: 0 });
});
