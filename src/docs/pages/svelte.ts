import svelte from '../../../e2e/frameworks/svelte/Lesson.svelte?raw';
import kit from '../../../e2e/frameworks/sveltekit/src/routes/+page.svelte?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Svelte and SvelteKit',
  description: 'Elements in a Svelte component and on a page of SvelteKit: properties, events and types.',
  place: 12.4,
  parent: 'frameworks',
  sections: [
    {
      title: 'A component',
      html: prose`
${code('npm install descent-lab', 'Commands: Svelte')}
${code(svelte, 'Svelte: Lesson.svelte')}

- **Properties** take values: \`learningRates={[0.3, 4]}\`, or a \`$state\`. Texts work, too.
- **Events** are heard by \`on\` and their name: \`ongd-result\`.
- **Types** come with \`import type {} from 'descent-lab/svelte'\`, for \`svelte-check\` and for editors.
`,
    },
    {
      title: 'SvelteKit',
      html: prose`
Its server renders the page first: attributes are written as texts, and \`descent-lab/room.css\` keeps the room until the script is there.

${code(kit, 'SvelteKit: src/routes/+page.svelte')}
`,
    },
  ],
};
