import type { DescribedElement } from './description';
import type { DocsPage } from './page';

/** The way in: what each page tells. */
export function indexPage(
  pages: readonly (readonly [string, DocsPage])[],
  elements: readonly DescribedElement[],
): DocsPage {
  const list = (entries: readonly (readonly [href: string, title: string, text: string])[]) =>
    `<dl class="pages">${entries.map(([href, title, text]) => `<div><dt><a href="${href}">${title}</a></dt><dd>${text}</dd></div>`).join('\n')}</dl>`;
  return {
    title: 'Documentation',
    description: 'How to use the elements of Descent Lab in pages and projects, and the mathematics behind them.',
    place: 0,
    lead: '<p>Each experiment is a custom HTML element. It computes in the reader’s browser, on the GPU where there is one, and needs nothing but one script.</p>',
    sections: [
      {
        title: 'Guides',
        html: list(
          pages
            .filter(([, { parent }]) => !parent)
            .map(([name, { title, description }]) => [`${name}.html`, title, description]),
        ),
      },
      {
        title: 'The elements',
        html: `<p>Every experiment’s page has examples to copy, and every attribute, property, event and part of its element.</p>
${list(
  elements.map(({ tag, title, description }) => [
    `../experiments/${tag.slice(3)}.html#embed`,
    `<code>&lt;${tag}&gt;</code>`,
    `${title}. ${description}`,
  ]),
)}`,
      },
    ],
  };
}
