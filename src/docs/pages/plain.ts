import disk from '../../../e2e/frameworks/classic/index.html?raw';
import plain from '../../../e2e/frameworks/plain/index.html?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'A plain page',
  description:
    'An element in an HTML page without a project: with the script beside it, and on a disk or a learning platform.',
  place: 12.1,
  parent: 'frameworks',
  lead: prose`A page needs one script, and no build. What attributes there are stands on each experiment’s page; [Embedding](embed.html) has more on sizes, colours and lists of pictures.`,
  sections: [
    {
      title: 'On a web server',
      html: prose`
Put \`descent-lab.js\` and the folder \`assets\` from the package’s \`dist\` beside the page. The script registers every element; what an experiment needs is fetched when one stands on the page.

${code(plain, 'HTML: a page with the script beside it')}

With \`blocking="render"\` the room for an element is kept from the first picture of the page on, and nothing below it jumps.
`,
    },
    {
      title: 'On a disk, and on learning platforms',
      html: prose`
Browsers load no modules from a disk, and neither do some learning platforms. \`descent-lab.classic.js\` is one file with everything in it; its functions and classes are under the global name \`DescentLab\`.

${code(disk, 'HTML: a page on a disk')}
`,
    },
  ],
};
