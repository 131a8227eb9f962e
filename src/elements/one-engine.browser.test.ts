import { afterEach, expect, test, vi } from 'vitest';
import type { Engine } from '../engine/contract';
import type { AnyView, Views } from '../experiments/view';
import { place, subjects } from './elements.fixtures';
import { takeEscapedErrors } from './escaped-errors';

const viewModules = import.meta.glob<{ views: Views }>('../experiments/*/views.ts');

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

const computing = subjects.filter(({ engines }) => engines.length > 0);

/** Notes beside which engine's result everything is computed that a picture asks an engine for. */
function watch(view: AnyView, seen: unknown[]): void {
  const { compute } = view;
  if (!compute) return;
  vi.spyOn(view, 'compute').mockImplementation((input, engine, options) => {
    const watched: Engine = {
      run(computation, task, given) {
        seen.push(given?.beside);
        return engine.run(computation, task, given);
      },
    };
    return compute(input, watched, options);
  });
}

test.each(computing)('the pictures of $tag come from the engine that its line names', async ({ tag, name, quick }) => {
  const { views } = await viewModules[`../experiments/${name}/views.ts`]();
  const seen: unknown[] = [];
  for (const view of Object.values(views)) watch(view, seen);
  const element = place(tag, quick);
  const { engine } = (await element.settled) as { engine?: unknown };
  for (const beside of seen) expect(beside).toBe(engine);
});
