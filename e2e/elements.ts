import { experimentNames, loadExperiments } from '../build/experiments.ts';
import type { Fixture } from '../src/experiments/fixture';

type Attributes = Readonly<Record<string, string>>;

/** An experiment's element, as the tests of all elements see it. */
export interface Subject {
  name: string;
  tag: string;
  /** Whether something is computed on an engine. */
  hasEngine: boolean;
  /** Attributes with which it is computed in a moment. */
  quick: Attributes;
  /** Those with which its pictures are compared: one set for each source of its data. */
  scenes: readonly Attributes[];
}

/** Every element, with what its experiment's fixture says of it. */
export const subjects: readonly Subject[] = await Promise.all(
  experimentNames.map(async (name) => {
    const { fixture } = (await import(`../src/experiments/${name}/fixture.ts`)) as { fixture: Fixture };
    const { quick, compared = quick, switches = {} } = fixture;
    const others = Object.entries(switches).flatMap(([attribute, values]) =>
      values.map((value) => ({ ...compared, [attribute]: value })),
    );
    return { name, tag: `gd-${name}`, hasEngine: 'engine' in quick, quick, scenes: [compared, ...others] };
  }),
);

export const tags = subjects.map(({ tag }) => tag);

/** Which events each element fires, by tag. What computes at once neither starts nor goes on, also where single pictures take an engine. */
export async function eventsByTag(): Promise<Map<string, string[]>> {
  const experiments = await loadExperiments();
  return new Map(
    experiments.map(({ name, experiment }) => [
      `gd-${name}`,
      [...(experiment.run ? ['gd-start', 'gd-progress'] : []), 'gd-result', 'gd-error', 'gd-change'],
    ]),
  );
}

/** The HTML of an element. */
export function htmlOf(tag: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join('')}></${tag}>`;
}
