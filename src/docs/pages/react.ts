import react from '../../../e2e/frameworks/react/Lesson.tsx?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'React',
  description: 'Elements in a React component: properties, events and types, and what to do where a server renders.',
  place: 12.2,
  parent: 'frameworks',
  lead: prose`React passes properties and hears events of custom elements as it does for its own (from version 19 on).`,
  sections: [
    {
      title: 'A component',
      html: prose`
${code('npm install descent-lab', 'Commands: React')}
${code(react, 'React: Lesson.tsx')}

- \`descent-lab/define\` registers every element, \`descent-lab/define/gd-wide-minima\` that one alone.
- **Properties** take values of JavaScript: \`learningRates={[0.3, 4]}\`. Texts work, too: \`learning-rates="0.3 4"\`.
- **Events** are heard by \`on\` and their name: \`ongd-result\`, \`ongd-change\`, \`ongd-error\`.
- **Types** of tags, properties and events come with \`import type {} from 'descent-lab/jsx'\`.

Vite builds it with nothing set, and so do the bundlers [that find workers](frameworks.html#bundlers).
`,
    },
    {
      title: 'From a script',
      html: prose`
A \`ref\` has the element, with \`settled\`, \`result\`, \`run()\` and all its properties: \`useRef<GdWideMinima>(null)\`, the type from \`descent-lab\`. In a page that a server renders take results from \`settled\`, as [in Next](next.html).
`,
    },
  ],
};
