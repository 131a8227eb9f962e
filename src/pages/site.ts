import type { Description } from '../docs/description';
import { indexPage } from '../docs/index-page';
import { docsLayout } from '../docs/layout';
import type { DocsPage, Html } from '../docs/page';
import { experimentPage } from './experiment-page';
import { framePage } from './frame-page';
import { frontPage } from './front-page';
import { labOf, type Lab } from './lab';
import { movedPage } from './moved-page';
import { sheetsPage } from './sheets-page';

const guides = import.meta.glob<{ page: DocsPage | ((lab: Description) => DocsPage) }>('../docs/pages/*.ts', {
  eager: true,
});

/** Every page of the site by its path, as HTML that the bundler takes on. */
export function renderSite(description: Description): Map<string, Html> {
  const lab = labOf(description);
  const { experiments } = lab;
  const docs = docsOf(lab);
  return new Map([
    ['index.html', frontPage(experiments)],
    ['sheets.html', sheetsPage(experiments)],
    ...experiments.map((one): [string, Html] => [`experiments/${one.name}.html`, experimentPage(one)]),
    ...docs.map(([name, page]): [string, Html] => [`docs/${name}.html`, docsLayout(name, page, docs)]),
    ...experiments.map(({ name, page }): [string, Html] => [
      `embed/${name}.html`,
      framePage(name, page.experiment.title),
    ]),
    // Where elements had their pages before.
    ...experiments.map(({ name, page }): [string, Html] => [
      `docs/gd-${name}.html`,
      movedPage(page.experiment.title, `../experiments/${name}.html`),
    ]),
  ]);
}

/** The pages of the documentation in the order of their navigation, each with its name. */
function docsOf({ description }: Lab): [string, DocsPage][] {
  const pages = Object.entries(guides).map(([path, { page }]): [string, DocsPage] => [
    path.slice('../docs/pages/'.length, -'.ts'.length),
    typeof page === 'function' ? page(description) : page,
  ]);
  pages.sort(([, a], [, b]) => a.place - b.place);
  return [['index', indexPage(pages, description.elements)], ...pages];
}
