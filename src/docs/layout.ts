import { layout } from '../pages/layout';
import { heading, slug } from './blocks';
import type { DocsPage, Html } from './page';

/** A page of the documentation as a document: its navigation beside it. */
export function docsLayout(name: string, page: DocsPage, pages: readonly (readonly [string, DocsPage])[]): Html {
  return layout({
    path: `docs/${name}.html`,
    title: `${page.title} · Descent Lab`,
    description: page.description,
    script: 'docs',
    kind: name === 'embed' ? 'embed' : 'docs',
    body: `<div class="columns">
<nav class="beside" aria-label="Documentation">
<ul>
${pages.map((entry) => navigationItem(entry, name)).join('\n')}
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

function navigationItem([name, { title }]: readonly [string, DocsPage], current: string): Html {
  return `<li><a href="${name}.html"${name === current ? ' aria-current="page"' : ''}>${title}</a></li>`;
}

function contentsOf({ sections }: DocsPage): Html {
  if (sections.length < 3) return '';
  return `<nav class="contents" aria-label="On this page"><ul>${sections.map(({ title, id }) => `<li><a href="#${id ?? slug(title)}">${title}</a></li>`).join('')}</ul></nav>`;
}
