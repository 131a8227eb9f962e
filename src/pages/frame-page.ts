import { escapeHtml } from '../docs/blocks';
import type { Html } from '../docs/page';

/** An experiment's element alone, set up as the address says, for a frame in somebody's page. */
export const framePage = (name: string, title: string): Html => `<!doctype html>
<html lang="en" data-lab="../">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="robots" content="noindex" />
<title>${escapeHtml(title)} · Descent Lab</title>
<link rel="stylesheet" href="/src/pages/styles/frame.css" />
<script type="module" src="/src/pages/scripts/frame.ts"></script>
</head>
<body data-tag="gd-${name}">
<noscript><p>This experiment needs JavaScript.</p></noscript>
</body>
</html>
`;
