import astro from '../../../e2e/frameworks/astro/src/pages/index.astro?raw';
import disk from '../../../e2e/frameworks/classic/index.html?raw';
import esbuild from '../../../e2e/frameworks/esbuild/package.json?raw';
import notebook from '../../../e2e/frameworks/jupyter/index.html?raw';
import nextLayout from '../../../e2e/frameworks/next/app/layout.tsx?raw';
import next from '../../../e2e/frameworks/next/app/lesson.tsx?raw';
import parcel from '../../../e2e/frameworks/parcel/package.json?raw';
import plain from '../../../e2e/frameworks/plain/index.html?raw';
import react from '../../../e2e/frameworks/react/Lesson.tsx?raw';
import slides from '../../../e2e/frameworks/reveal/index.html?raw';
import deck from '../../../e2e/frameworks/reveal/main.js?raw';
import rollup from '../../../e2e/frameworks/rollup/package.json?raw';
import svelte from '../../../e2e/frameworks/svelte/Lesson.svelte?raw';
import vitePressConfig from '../../../e2e/frameworks/vitepress/.vitepress/config.js?raw';
import vitePressTheme from '../../../e2e/frameworks/vitepress/.vitepress/theme/index.js?raw';
import vitePress from '../../../e2e/frameworks/vitepress/index.md?raw';
import vue from '../../../e2e/frameworks/vue/Lesson.vue?raw';
import vueConfig from '../../../e2e/frameworks/vue/vite.config.js?raw';
import { code, escapeHtml, table } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${escapeHtml(text)}</code>`;

/** What a project of the tests runs to be built. */
const commandsOf = (manifest: string) =>
  Object.values((JSON.parse(manifest) as { scripts: Record<string, string> }).scripts).join('\n');

const notebookFrame = /<iframe[^]*<\/iframe>/.exec(notebook)![0];

export const page: DocsPage = {
  title: 'Frameworks and bundlers',
  description:
    'The few lines that React, Vue, Svelte, Next, Astro, VitePress, reveal.js and a notebook need; bundlers, server rendering, and a Content-Security-Policy.',
  place: 12,
  lead: prose`Every program on this page is a file of a project that \`npm run test:frameworks\` installs, builds and opens in a browser. In a project, \`npm install descent-lab\` comes first; \`descent-lab/define\` registers every element, \`descent-lab/define/gd-wide-minima\` one.`,
  sections: [
    {
      title: 'Without a project',
      html: prose`
${code(plain, 'HTML: a page with the script beside it')}

On a disk, where a double click opens the page, and on learning platforms that load no modules:

${code(disk, 'HTML: a page on a disk')}
`,
    },
    {
      title: 'React',
      html: prose`
Properties pass as they are, and \`ongd-result\` hears the event. \`descent-lab/jsx\` has the types.

${code(react, 'React: Lesson.tsx')}
`,
    },
    {
      title: 'Vue',
      html: prose`
Vue is told which tags are none of its components. \`descent-lab/vue\` has the types.

${code(vueConfig, 'Vue: vite.config.js')}
${code(vue, 'Vue: Lesson.vue')}
`,
    },
    {
      title: 'Svelte',
      html: prose`
\`descent-lab/svelte\` has the types.

${code(svelte, 'Svelte: Lesson.svelte')}
`,
    },
    {
      title: 'Server rendering',
      html: prose`
The package may be imported on a server, where it registers nothing visible; elements compute in the browser. Three things are different in a page that a server has rendered (Next, Nuxt, Docusaurus, VitePress):

- **Write attributes as texts**, under their names with hyphens: \`learning-rates="0.3 4"\`. When a framework takes over a page from its server it sets no properties, so arrays such as \`learningRates={[0.3, 4]}\` have no effect until it renders again.
- **Take results from the element**, by \`settled\` or \`addEventListener\` in an effect: \`ongd-result\` is not attached then either. Both work without restriction in a component that is rendered in the browser only.
- **Keep the room**: \`descent-lab/room.css\` gives an element its height until its script has come, so that the text below does not jump.
`,
    },
    {
      title: 'Next',
      html: prose`
${code(next, 'Next: app/lesson.tsx')}
${code(nextLayout, 'Next: app/layout.tsx')}
`,
    },
    { title: 'Astro', html: code(astro, 'Astro: a page') },
    {
      title: 'VitePress and Docusaurus',
      html: prose`
${code(vitePressConfig, 'VitePress: .vitepress/config.js')}
${code(vitePressTheme, 'VitePress: .vitepress/theme/index.js')}
${code(vitePress, 'VitePress: a page')}

In Docusaurus, list a file with \`import 'descent-lab/define'\` under \`clientModules\`, and write the element into a page as above.
`,
    },
    {
      title: 'Slides: reveal.js',
      html: prose`
Elements are drawn right at any scale of a deck, in dark themes and in fragments. Keys that a slider, a field, a picture or a list of buttons acts on stay in it, arrow keys among them; all others turn the slide. \`--gd-chart-height\` limits a picture’s height, and \`controls="none"\` leaves the picture alone.

${code(slides, 'reveal.js: the deck')}
${code(deck, 'reveal.js: main.js')}
`,
    },
    {
      title: 'Notebooks',
      html: prose`
A notebook shows HTML in its output, and so do the pages that nbconvert makes of it. A frame keeps the script out of the notebook’s own page; \`descent-lab.classic.js\` lies beside the notebook, or is given by its address.

${code(`from IPython.display import HTML\n\nHTML("""${notebookFrame}""")`, 'Python: a cell of a notebook')}
`,
    },
    {
      title: 'Bundlers',
      html: prose`
Without their workers elements compute on the page’s main thread, and say so in their status line. \`new URL(…, import.meta.url)\` leads a bundler to the workers’ scripts; those that do not follow it need a copy of \`assets\` beside their output.

${table(
  'What each bundler needs',
  ['Bundler', 'What it needs'],
  [
    ['Vite', 'nothing'],
    ['webpack', 'nothing'],
    ['Next (Turbopack)', 'nothing'],
    ['Parcel', `${c('packageExports')} in its ${c('package.json')}, see below`],
    ['esbuild', `${c('--format=esm')}, and a copy of ${c('assets')}`],
    ['Rollup', `${c('@rollup/plugin-node-resolve')}, and a copy of ${c('assets')}`],
    [
      'a plain script (esbuild’s default format)',
      'there is no way to the workers’ scripts: elements compute on the main thread; take <code>descent-lab.classic.js</code> instead',
    ],
  ],
)}

${code(commandsOf(esbuild), 'Commands: esbuild')}
${code(commandsOf(rollup), 'Commands: Rollup')}
${code(parcel, 'Parcel: package.json')}
`,
    },
    {
      title: 'Content-Security-Policy',
      id: 'policy',
      html: prose`
No script needs \`unsafe-eval\` or \`unsafe-inline\`, and no style does: elements adopt their style sheets as objects. What has to be allowed depends on where the script comes from:

${table(
  'What a policy has to allow',
  ['Script', 'Policy'],
  [
    [`${c('descent-lab.js')}, or a bundle, of the page’s own origin`, c("script-src 'self'; worker-src 'self'")],
    [
      `${c('descent-lab.js')} of another origin`,
      `${c('script-src https://cdn.example; worker-src blob: https://cdn.example')}: a worker of the page’s own (${c('blob:')}) imports the other one. That server must send ${c('Access-Control-Allow-Origin')}, as for every module; without it the page stays empty.`,
    ],
    [`${c('descent-lab.inline.js')}, ${c('descent-lab.classic.js')}`, c("script-src 'self'; worker-src blob:")],
    ['Pictures saved as PNG', c('img-src data:')],
    ['A table read from an address', `${c('connect-src')} and that address`],
    [
      'Trusted Types',
      `${c("require-trusted-types-for 'script'; trusted-types lit-html descent-lab")}: two policies, one for templates, one for formulas and workers (and <code>'allow-duplicates'</code> where a page may load the script twice)`,
    ],
    [
      `In ${c('<iframe sandbox>')}`,
      `${c('allow-scripts')}; ${c('allow-downloads')} where pictures and data may be saved`,
    ],
  ],
)}

Where workers are not allowed the page computes by itself, in slices that leave it answering.
`,
    },
  ],
};
