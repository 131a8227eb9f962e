import notebook from '../../../e2e/frameworks/jupyter/index.html?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

const frame = /<iframe[^]*<\/iframe>/.exec(notebook)![0];

export const page: DocsPage = {
  title: 'Notebooks',
  description: 'Elements in the output of a Jupyter notebook, and in the pages that nbconvert makes of it.',
  place: 12.9,
  parent: 'frameworks',
  sections: [
    {
      title: 'A cell',
      html: prose`
A notebook shows HTML in its output, and so do the pages that nbconvert makes of it. A frame keeps the script out of the notebook’s own page; \`descent-lab.classic.js\` lies beside the notebook, or is given by its address.

${code(`from IPython.display import HTML\n\nHTML("""${frame}""")`, 'Python: a cell of a notebook')}

The frame’s height is the author’s to choose: 640 pixels hold a picture and its controls.
`,
    },
  ],
};
