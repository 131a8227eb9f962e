import type { Description, DescribedElement } from './description';
import { elementPage } from './element-page';
import { indexPage } from './index-page';
import { layout } from './layout';
import type { DocsPage, ExperimentDocs } from './page';

const written = import.meta.glob<{ page: DocsPage | ((lab: Description) => DocsPage) }>('./pages/*.ts', {
  eager: true,
});
const ofExperiments = import.meta.glob<{ page?: ExperimentDocs }>('../experiments/*/page.ts', { eager: true });

/** Every page of the documentation by the name of its file, as HTML that the bundler takes on. */
export function renderSite(lab: Description): Map<string, string> {
  const pages = pagesOf(lab);
  return new Map(pages.map(([name, page]) => [`${name}.html`, layout(name, page, pages)]));
}

/** The pages in the order of the navigation, each with its name. */
export function pagesOf(lab: Description): [string, DocsPage][] {
  const pages: [string, DocsPage][] = [
    ...lab.elements.map((element, i): [string, DocsPage] => [
      element.tag,
      elementPage(element, docsOf(element), 10 + i / lab.elements.length),
    ]),
    ...Object.entries(written).map(([path, { page }]): [string, DocsPage] => [
      path.slice('./pages/'.length, -'.ts'.length),
      typeof page === 'function' ? page(lab) : page,
    ]),
  ];
  pages.sort(([, a], [, b]) => a.place - b.place);
  return [['index', indexPage(pages)], ...pages];
}

/** An element's docs; throws where they are missing or too few, so that no experiment comes without. */
export function docsOf(
  { tag }: Pick<DescribedElement, 'tag'>,
  all: Record<string, { page?: ExperimentDocs }> = ofExperiments,
): ExperimentDocs {
  const name = tag.slice('gd-'.length);
  const docs = all[`../experiments/${name}/page.ts`]?.page;
  if (!docs)
    throw new Error(
      `<${tag}> has no documentation: src/experiments/${name}/page.ts is to export \`page\` (see src/docs/page.ts)`,
    );
  const { length } = docs.examples;
  if (length < 3)
    throw new Error(
      `the documentation of <${tag}> has ${length} example${length === 1 ? '' : 's'}, and at least three are due (src/experiments/${name}/page.ts)`,
    );
  return docs;
}
