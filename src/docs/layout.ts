import { escapeHtml, heading, slug } from './blocks';
import type { DocsPage, Html } from './page';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M3 6q6 30 12 14t6-2 8-9' fill='none' stroke='%232f6fde' stroke-width='3.4' stroke-linecap='round'/%3E%3Ccircle cx='10.4' cy='24' r='4' fill='%23d9480f'/%3E%3C/svg%3E";

/** A page as a document: the same head and navigation around each. */
export function layout(name: string, page: DocsPage, pages: readonly (readonly [string, DocsPage])[]): Html {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escapeHtml(page.description)}" />
<title>${escapeHtml(page.title)} · Descent Lab</title>
<link rel="icon" href="${ICON}" />
<link rel="stylesheet" href="/src/docs/docs.css" />
<script type="module" src="/src/docs/docs-page.ts"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header class="masthead">
<p class="home"><a href="../index.html">Descent Lab</a></p>
</header>
<div class="columns">
<nav class="site" aria-label="Documentation">
<ul>
${pages.map((entry) => navigationItem(entry, name)).join('\n')}
<li class="back"><a href="../index.html">Back to the lab</a></li>
</ul>
</nav>
<main id="content">
<h1>${page.title}</h1>
${page.lead ?? ''}
${contentsOf(page)}
${page.sections.map(({ title, id, html }) => `<section aria-labelledby="${id ?? slug(title)}">\n${heading(2, title, id)}\n${html}\n</section>`).join('\n')}
</main>
</div>
<footer class="colophon">
<p>Problems from five deep-learning problem sheets. Everything is computed on your machine, and nothing leaves it. Free software under the MIT licence. <a href="../index.html">To the lab</a></p>
</footer>
</body>
</html>
`;
}

function navigationItem([name, { title }]: readonly [string, DocsPage], current: string): Html {
  return `<li><a href="${name}.html"${name === current ? ' aria-current="page"' : ''}>${title}</a></li>`;
}

function contentsOf({ sections }: DocsPage): Html {
  if (sections.length < 3) return '';
  return `<nav class="contents" aria-label="On this page"><ul>${sections.map(({ title, id }) => `<li><a href="#${id ?? slug(title)}">${title}</a></li>`).join('')}</ul></nav>`;
}
