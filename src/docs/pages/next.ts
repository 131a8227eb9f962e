import layout from '../../../e2e/frameworks/next/app/layout.tsx?raw';
import lesson from '../../../e2e/frameworks/next/app/lesson.tsx?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Next',
  description:
    'Elements in a Next app, with Turbopack or webpack: a client component, texts for attributes, results from the element.',
  place: 12.5,
  parent: 'frameworks',
  sections: [
    {
      title: 'A component',
      html: prose`
${code('npm install descent-lab', 'Commands: Next')}
${code(lesson, 'Next: app/lesson.tsx')}

- **Attributes as texts**: \`learning-rates="0.3 4"\`. When React takes over a page from its server, it sets no properties.
- **Results from the element**, by \`settled\` in an effect: React attaches \`ongd-result\` then no more than properties.
- The workers’ scripts are found by Turbopack and by webpack, with nothing set.
`,
    },
    {
      title: 'Nothing jumps',
      html: prose`
\`descent-lab/room.css\` keeps an element’s height until its script is there.

${code(layout, 'Next: app/layout.tsx')}
`,
    },
  ],
};
