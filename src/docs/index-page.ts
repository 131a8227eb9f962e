import { code } from './blocks';
import type { DocsPage } from './page';

/** The way in: how to put an element into a page, and what each page tells. */
export function indexPage(pages: readonly (readonly [string, DocsPage])[]): DocsPage {
  const list = (chosen: typeof pages) =>
    `<dl class="pages">${chosen.map(([name, { title, description }]) => `<div><dt><a href="${name}.html">${title}</a></dt><dd>${description}</dd></div>`).join('\n')}</dl>`;
  const isElement = ([name]: readonly [string, DocsPage]) => name.startsWith('gd-');
  return {
    title: 'Documentation',
    description: 'How to use the elements of Descent Lab in pages and projects, and the mathematics behind them.',
    place: 0,
    lead: '<p>Each experiment is a custom HTML element. It computes in the reader’s browser, on the GPU where there is one, and needs nothing but one script.</p>',
    sections: [
      {
        title: 'In a page of your own',
        html: `<p>One script registers all elements, and one line of HTML shows one:</p>
${code('<script type="module" src="https://your.site/descent-lab.js"></script>\n\n<gd-wide-minima learning-rates="0.01 0.3 4" views="landscape histogram"></gd-wide-minima>', 'HTML: the script and an element')}
<p><code>descent-lab.js</code> lies beside the <a href="../index.html">lab</a>’s page, and in the package at <code>dist/descent-lab.js</code>. Every attribute is optional: the defaults are the problem as it stands in its sheet. The lab shows, under each experiment, the line that embeds it as you have set it up.</p>`,
      },
      { title: 'The elements', html: list(pages.filter(isElement)) },
      { title: 'Guides', html: list(pages.filter((page) => !isElement(page))) },
    ],
  };
}
