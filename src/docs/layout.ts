import { layout } from '../pages/layout';
import { heading, slug } from './blocks';
import type { DocsPage, Html } from './page';

type NamedPage = readonly [name: string, page: DocsPage];

/** A page of the documentation as a document: its navigation beside it. */
export function docsLayout(name: string, page: DocsPage, pages: readonly NamedPage[]): Html {
  return layout({
    path: `docs/${name}.html`,
    title: `${page.title} · Descent Lab`,
    description: page.description,
    script: 'docs',
    kind: name === 'embed' ? 'embed' : 'docs',
    body: `<div class="columns">
<nav class="beside" aria-label="Documentation">
<ul>
${pages
  .filter(([, { parent }]) => !parent)
  .map((entry) => navigationItem(entry, name, pages))
  .join('\n')}
</ul>
</nav>
<main id="content" class="text">
<h1>${page.title}</h1>
${page.lead ?? ''}
${contentsOf(page)}
${page.sections.map(({ title, id, html }) => `<section aria-labelledby="${id ?? slug(title)}">\n${heading(2, title, id)}\n${html}\n</section>`).join('\n')}
</main>
</div>`,
  });
}

/** The link to a page; below it, where one is at that page or at a part of it, those to its parts. */
function navigationItem([name, { title }]: NamedPage, current: string, pages: readonly NamedPage[]): Html {
  const parts = pages.filter(([, { parent }]) => parent === name);
  const isHere = [name, ...parts.map(([part]) => part)].includes(current);
  const below = isHere ? parts.map((part) => navigationItem(part, current, pages)).join('\n') : '';
  return `<li><a href="${name}.html"${name === current ? ' aria-current="page"' : ''}>${title}</a>${below && `<ul>${below}</ul>`}</li>`;
}

function contentsOf({ sections }: DocsPage): Html {
  if (sections.length < 3) return '';
  return `<nav class="contents" aria-label="On this page"><ul>${sections.map(({ title, id }) => `<li><a href="#${id ?? slug(title)}">${title}</a></li>`).join('')}</ul></nav>`;
}
