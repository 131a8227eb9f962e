import config from '../../../e2e/kit/example/playwright.config.ts?raw';
import course from '../../../e2e/kit/example/course.html?raw';
import spec from '../../../e2e/kit/example/course.spec.ts?raw';
import { code, table } from '../blocks';
import type { DocsPage } from '../page';
import { prose } from '../../formula/tex';

const c = (text: string) => `<code>${text}</code>`;

export const page: DocsPage = {
  title: 'Reproducible screenshots',
  description:
    'Tests of your own pages with Playwright: waiting until every element has drawn, and screenshots that are the same each time.',
  place: 35,
  lead: prose`A screenshot test needs two things: a moment at which the picture is finished, and a picture that is the same every time. \`descent-lab/testing\` has both, for [Playwright](https://playwright.dev) in any version.`,
  sections: [
    {
      title: 'A whole example',
      html: prose`
Three files in an empty folder. Our own tests install the package there and run these files twice; then they change an attribute and expect the third run to fail.

${code('npm install --save-dev descent-lab @playwright/test vite dejavu-fonts-ttf\nnpx playwright install chromium\nnpx playwright test --update-snapshots   # the first time; look at the pictures\nnpx playwright test                      # from then on', 'Commands')}

\`playwright.config.ts\` (any other web server will do):

${code(config, 'playwright.config.ts')}

\`course.html\`:

${code(course, 'course.html')}

\`course.spec.ts\`:

${code(spec, 'course.spec.ts')}
`,
    },
    {
      title: 'settle',
      html: prose`
\`await settle(page, options)\` waits until every element of the page has computed and drawn, including those in frames of any origin, in other components’ shadow trees, in closed details, hidden, or far from the viewport, where elements do not compute by themselves. It also waits for elements that appear or change meanwhile, for whatever is playing, and for the page’s fonts. A frame with \`loading="lazy"\` that was never near the viewport has no page yet: scroll to it first.

It returns \`{ count, elements }\`, with each element’s \`tag\`, \`id\`, the \`url\` of its document, its \`state\`, and the \`engine\` that computed what is shown, with its adapter. It rejects with an error that names the elements which failed with their own messages, the tags that nobody defined, or those that took too long.

${table(
  'Options of settle',
  ['Option', 'Default', 'What it does'],
  [
    [
      c('timeout'),
      '25000',
      'Milliseconds for everything together. A Playwright test has 30 s by default; allow more where elements compute for long.',
    ],
    [c('definitionTimeout'), '10000', 'Milliseconds that a tag may stay undefined.'],
    [
      c('acceptFailed'),
      c('false'),
      'Counts elements that show an error message as settled, for pictures of the message.',
    ],
  ],
)}

Settled elements are drawn in layers of their own (\`will-change: transform\`), so that their lines are the same to the last bit wherever they stand.
`,
    },
    {
      title: 'What a picture depends on',
      html: prose`
An element’s picture depends on its attributes, its size, the colour scheme, the fonts, and the engine that computed it, and on nothing else.

- **The engine.** \`engine="cpu"\` computes in float64, with the same numbers on every machine. GPUs differ in the last bits, so pixels may differ too.
- **The fonts.** \`onlyFonts(folders, families)\` gives the environment for a browser on Linux that sees the fonts of these folders alone, without hinting; \`families\` names those for \`sans\`, \`serif\` and \`monospace\`, DejaVu’s by default. On other systems it changes nothing: compare pictures on one system only, as Playwright’s file names suggest.
- **The browser.** \`deterministic.use\` holds flags, scale, scheme, locale, time zone and reduced motion, and \`deterministic.expect\` a comparison that allows no difference. Versions of a browser draw differently: pin Playwright’s.
- **Times that were measured.** The view \`operator\` of [\`gd-conv1d\`](../experiments/conv1d.html) states how long something took here. Leave it out of \`views\`.

\`softwareAdapter\` is the list of flags that give Chromium a WebGPU adapter computed on the processor; with none of them, \`engine="auto"\` computes on the CPU in a browser without a GPU.
`,
    },
  ],
};
