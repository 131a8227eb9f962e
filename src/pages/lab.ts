import type { DescribedElement, Description } from '../docs/description';
import type { Claim } from '../experiments/experiment';
import type { Views } from '../experiments/view';
import type { ExperimentPage } from './page';

/** An experiment with everything that a page may say of it. */
export interface LabExperiment {
  name: string;
  page: ExperimentPage;
  /** Its pictures: name, title and hint of each. */
  views: readonly { name: string; title: string; hint: string }[];
  element: DescribedElement;
  /** The sheet's printed answers. */
  claims: readonly Pick<Claim<never>, 'source' | 'statement'>[];
}

/** Everything that the pages are made from. */
export interface Lab {
  experiments: readonly LabExperiment[];
  description: Description;
}

const pages = import.meta.glob<{ page?: ExperimentPage }>('../experiments/*/page.ts', { eager: true });
const views = import.meta.glob<{ views: Views }>('../experiments/*/views.ts', { eager: true });
// Loaded with this module, since who renders the site runs it and then stops importing.
const claims = new Map(
  await Promise.all(
    Object.values(pages).map(
      async ({ page }) => [page?.experiment.name, (await page?.experiment.claims?.()) ?? []] as const,
    ),
  ),
);
const programs = Object.keys(import.meta.glob('../experiments/*/numpy.ts'));

/** Brings together what the sources say of every experiment. */
export function labOf(description: Description): Lab {
  const experiments = description.elements.map((element): LabExperiment => {
    const name = element.tag.slice('gd-'.length);
    const page = pageOf(name, pages);
    return {
      name,
      page,
      element,
      views: Object.entries(views[`../experiments/${name}/views.ts`].views).map(([name, { title, hint, theory }]) => ({
        name,
        title,
        hint: theory ? `${hint} ${theory}` : hint,
      })),
      claims: claims.get(name) ?? [],
    };
  });
  return { experiments, description };
}

/** What is written about an experiment; throws where it is missing or too little, so that no experiment comes without. */
export function pageOf(
  name: string,
  all: Record<string, { page?: ExperimentPage }>,
  withPrograms: readonly string[] = programs,
): ExperimentPage {
  const file = `src/experiments/${name}/page.ts`;
  const page = all[`../experiments/${name}/page.ts`]?.page;
  if (!page) throw new Error(`<gd-${name}> has no page: ${file} is to export \`page\` (see src/pages/page.ts)`);
  const { length } = page.examples;
  if (length < 3)
    throw new Error(
      `the page of <gd-${name}> has ${length} example${length === 1 ? '' : 's'}, and at least three are due (${file})`,
    );
  if (page.numpy && !withPrograms.includes(`../experiments/${name}/numpy.ts`))
    throw new Error(`${file} names a program for NumPy, and there is no numpy.ts beside it`);
  return page;
}
