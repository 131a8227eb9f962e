import { escapeHtml } from '../docs/blocks';
import type { Html } from '../docs/page';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M3 6q6 30 12 14t6-2 8-9' fill='none' stroke='%232f6fde' stroke-width='3.4' stroke-linecap='round'/%3E%3Ccircle cx='10.4' cy='24' r='4' fill='%23d9480f'/%3E%3C/svg%3E";

/** A page of the site before the frame that all have is around it. */
export interface Document {
  /** Where it lies in the site: `experiments/norms.html`. */
  path: string;
  title: string;
  /** What it is about, in a sentence: for those who search. */
  description: string;
  /** The name of its script in `src/pages/scripts`. */
  script: string;
  /** What is said of the page itself, for its style: `experiment`, `docs`. */
  kind: string;
  /** What stands at the right end of the header. */
  aside?: Html;
  /** Everything below the header, with a `main` whose id is `content`. */
  body: Html;
}

/** The way from a page to the root of the site: the site may lie in any folder of a server. */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

/** The places of the header, in their order: how they are called, and which kinds of pages are there. */
const PLACES = [
  { title: 'Experiments', href: 'index.html#experiments', kind: 'front' },
  {
    title: '<span class="long">The five sheets</span><span class="short">Sheets</span>',
    href: 'sheets.html',
    kind: 'sheets',
  },
  { title: 'Embed', href: 'docs/embed.html', kind: 'embed' },
  { title: 'Docs', href: 'docs/index.html', kind: 'docs' },
];

/** A page as a document, with the same head, header and footer as every other. */
export function layout({ path, title, description, script, kind, aside = '', body }: Document): Html {
  const root = rootOf(path);
  const places = PLACES.map(
    ({ title, href, kind: there }) =>
      `<a href="${root}${href}"${kind === there && kind !== 'front' ? ' aria-current="true"' : ''}>${title}</a>`,
  );
  return `<!doctype html>
<html lang="en" data-lab="${root}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="description" content="${escapeHtml(description)}" />
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON}" />
<link rel="stylesheet" href="/src/pages/styles/site.css" />
<script type="module" src="/src/pages/scripts/${script}.ts"></script>
</head>
<body class="${kind}-page">
<a class="skip" href="#content">Skip to the content</a>
<header class="site-head">
<a class="brand" href="${root}index.html">Descent Lab</a>
<nav aria-label="Site">${places.join('\n')}</nav>
${aside}
</header>
${body}
<footer class="colophon">
<p>Problems from five deep-learning problem sheets. Everything is computed on your machine, and nothing leaves it. Free software under the MIT licence.</p>
</footer>
</body>
</html>
`;
}
