import deck from '../../../e2e/frameworks/reveal/main.js?raw';
import slides from '../../../e2e/frameworks/reveal/index.html?raw';
import { code } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

export const page: DocsPage = {
  title: 'Slides: reveal.js',
  description:
    'Elements on slides: sizes, scales, keys, dark themes, and pictures on several slides that share a learning rate.',
  place: 12.8,
  parent: 'frameworks',
  sections: [
    {
      title: 'A deck',
      html: prose`
${code('npm install descent-lab reveal.js', 'Commands: reveal.js')}
${code(slides, 'reveal.js: the deck')}
${code(deck, 'reveal.js: main.js')}

Without a project, take the [script beside the page](plain.html).
`,
    },
    {
      title: 'What to know',
      html: prose`
- **Scale and fragments**: an element is drawn right at any scale of the deck, and computes once its slide or fragment is shown.
- **Keys**: those that a slider, a field, a picture or a list of buttons acts on stay in it, arrow keys among them; all others turn the slide.
- **Height**: \`--gd-chart-height: 400px\` limits a picture’s height, and \`controls="none"\` leaves the picture alone.
- **Dark themes**: the surface follows from the slide’s own colours, also where a theme does not set \`color-scheme\`.
- **Several slides**: elements with the same \`sync="lesson"\` share what they have in common, so that a rate found on one slide is that of the next.
`,
    },
  ],
};
