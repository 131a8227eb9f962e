import astro from '../../../e2e/frameworks/astro/src/pages/index.astro?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Astro',
  description: 'Elements on a page of Astro: the script, and attributes from values.',
  place: 12.6,
  parent: 'frameworks',
  sections: [
    {
      title: 'A page',
      html: prose`
${code('npm install descent-lab', 'Commands: Astro')}
${code(astro, 'Astro: src/pages/index.astro')}

The script is part of the page and goes through Astro’s build. Astro writes attributes, so that a list is joined to a text. In a component of React, Vue or Svelte on such a page, that framework’s own way holds.
`,
    },
  ],
};
