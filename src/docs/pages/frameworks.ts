import esbuild from '../../../e2e/frameworks/esbuild/package.json?raw';
import parcel from '../../../e2e/frameworks/parcel/package.json?raw';
import rollup from '../../../e2e/frameworks/rollup/package.json?raw';
import { code, escapeHtml, table } from '../blocks';
import { prose } from '../../formula/tex';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${escapeHtml(text)}</code>`;

/** What a project of the tests runs to be built. */
const commandsOf = (manifest: string) =>
  Object.values((JSON.parse(manifest) as { scripts: Record<string, string> }).scripts).join('\n');

export const page: DocsPage = {
  title: 'Frameworks and bundlers',
  description:
    'What frameworks need, each on a page of its own; server rendering, bundlers, and a Content-Security-Policy.',
  place: 12,
  lead: prose`Every program on these pages is a file of a project that \`npm run test:frameworks\` installs, builds and opens in a browser. In a project, \`npm install descent-lab\` comes first; \`descent-lab/define\` registers every element, \`descent-lab/define/gd-wide-minima\` one.`,
  sections: [
    {
      title: 'Each in its own words',
      html: table(
        'Which page is about what',
        ['In', 'What is different there'],
        [
          [
            '<a href="plain.html">A plain page</a>',
            'nothing: one script, no build; one file for a disk or a learning platform',
          ],
          ['<a href="react.html">React</a>', 'types from <code>descent-lab/jsx</code>'],
          ['<a href="vue.html">Vue</a>, Nuxt', 'Vue is told which tags are none of its components'],
          ['<a href="svelte.html">Svelte, SvelteKit</a>', 'types from <code>descent-lab/svelte</code>'],
          ['<a href="next.html">Next</a>', 'attributes as texts, results from the element'],
          ['<a href="astro.html">Astro</a>', 'lists are joined to texts'],
          ['<a href="vitepress.html">VitePress, Docusaurus</a>', 'the script belongs to the theme'],
          ['<a href="slides.html">reveal.js</a>', 'heights, keys, elements that share a rate'],
          ['<a href="notebooks.html">Jupyter</a>', 'a frame in a cell’s output'],
        ],
      ),
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
      `${c('allow-scripts')}; ${c('allow-downloads')} where pictures and data may be saved. Such a frame is of no origin: modules come from a server that sends ${c('Access-Control-Allow-Origin')}, or take ${c('descent-lab.classic.js')}.`,
    ],
  ],
)}

Where workers are not allowed the page computes by itself, in slices that leave it answering.
`,
    },
  ],
};
