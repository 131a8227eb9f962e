import { describe, expect, test } from 'vitest';
import { valueAt } from '../companions/companion';
import { engineParameters } from '../elements/common-parameters';
import { defaultsOf, type AnyParameter } from '../experiments/parameters';
import type { Views } from '../experiments/view';
import type { ExperimentPage } from './page';
import { problems } from './problems';

const pages = import.meta.glob<{ page: ExperimentPage }>('../experiments/*/page.ts', { eager: true });
const views = import.meta.glob<{ views: Views }>('../experiments/*/views.ts', { eager: true });
const all = Object.entries(pages).map(([file, { page }]) => ({
  name: page.experiment.name,
  page,
  views: Object.keys(views[file.replace('page.ts', 'views.ts')].views),
}));

test('the five sheets have 23 problems', () => {
  expect(new Set(problems.map(({ id }) => id)).size).toBe(23);
});

const withPredictions = all.flatMap(({ name, page }) => (page.prediction ? [{ name, page, ...page.prediction }] : []));

test.each(withPredictions)(
  'what the page of $name asks to predict has an answer in the result, or among its choices',
  async ({ page: { experiment }, attributes, tasks }) => {
    expect(experiment.run).toBeUndefined();
    const parameters = experiment.parameters as readonly AnyParameter[];
    const values: Record<string, unknown> = defaultsOf(experiment.parameters);
    for (const [name, value] of Object.entries(attributes)) {
      const parameter = parameters.find(({ attribute }) => attribute === name)!;
      values[parameter.name] = parameter.parse(value);
    }
    const given = experiment.resolve?.(values) ?? values;
    const { result } = experiment.prepare(given, {}) as { result: object };
    for (const { question, of, answer, choices } of tasks) {
      if (choices) expect(choices, question).toContain(answer);
      else expect(valueAt({ parameters: undefined, result }, of!), question).toBeGreaterThan(0);
    }
  },
);

describe.each(all)('the page of $name', ({ page, views }) => {
  const parameters = [...page.experiment.parameters, ...engineParameters] as readonly AnyParameter[];

  test('opens with pictures that there are, and answers problems that there are', () => {
    expect(page.first.length).toBeGreaterThan(0);
    expect(views).toEqual(expect.arrayContaining([...page.first]));
    expect(page.problems.length).toBeGreaterThan(0);
    expect(problems.map(({ id }) => id)).toEqual(expect.arrayContaining([...page.problems]));
  });

  test('leads along three to five steps, each about a picture that there is, with attributes that are taken', () => {
    expect(page.path.length).toBeGreaterThanOrEqual(3);
    expect(page.path.length).toBeLessThanOrEqual(5);
    expect(new Set(page.path.map(({ title }) => title)).size).toBe(page.path.length);
    for (const { title, text, view, attributes = {} } of page.path) {
      expect(views, title).toContain(view);
      expect(text, title).toMatch(/^[\p{Lu}\d].*[.?!]$/u);
      const values: Record<string, unknown> = defaultsOf(page.experiment.parameters);
      for (const [name, value] of Object.entries(attributes)) {
        const parameter = parameters.find(({ attribute }) => attribute === name);
        expect(parameter, `${title}: ${name}`).toBeDefined();
        values[parameter!.name] = parameter!.parse(value);
      }
      if ('views' in attributes) expect(attributes.views.split(' '), title).toContain(view);
      const resolved = page.experiment.resolve?.(values) ?? values;
      expect(() => page.experiment.check?.(resolved, {}, new Set()), title).not.toThrow();
    }
  });
});
