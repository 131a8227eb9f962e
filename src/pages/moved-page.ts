import { escapeHtml } from '../docs/blocks';
import type { Html } from '../docs/page';

/** A page at an old address: it leads to the new one, with what the address says besides. */
export function movedPage(title: string, to: string): Html {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="robots" content="noindex" />
<title>${escapeHtml(title)} · Descent Lab</title>
<link rel="canonical" href="${to}" />
<noscript><meta http-equiv="refresh" content="0; url=${to}" /></noscript>
<script type="module" src="/src/pages/scripts/moved.ts"></script>
</head>
<body>
<p>This page has moved: <a href="${to}">${escapeHtml(title)}</a>.</p>
</body>
</html>
`;
}
