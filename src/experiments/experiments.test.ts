import { describe, expect, test } from 'vitest';
import { engineParameters } from '../elements/common-parameters';
import type { AnyExperiment } from './experiment';
import { defaultsOf, type AnyParameter } from './parameters';

const modules = import.meta.glob<{ experiment: AnyExperiment }>('./*/experiment.ts', { eager: true });
const experiments = Object.values(modules).map(({ experiment }) => experiment);

describe.each(experiments)('$name', ({ parameters, resolve, check, prepare }) => {
  test('takes its defaults together, and prepares a problem of them', () => {
    const given = defaultsOf(parameters);
    const defaults: unknown = resolve?.(given) ?? given;
    expect(() => check?.(defaults, {}, new Set())).not.toThrow();
    expect(prepare(defaults, {})).toBeTypeOf('object');
  });

  test('has parameters of different names, which all say what they are', () => {
    const all = [...parameters, ...engineParameters] as readonly AnyParameter[];
    expect(new Set(all.map(({ attribute }) => attribute)).size).toBe(all.length);
    for (const { about, attribute } of all) {
      expect(about.label, attribute).toMatch(/\S/);
      expect(about.help, attribute).toMatch(/\S.*[.:!)]$/);
    }
  });
});
