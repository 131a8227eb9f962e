/**
 * What `npm run test:frameworks` tries, in this order: a folder beside this file each, of other people's projects and pages.
 *
 * @typedef {object} Row
 * @property {string} title
 * @property {string} [project] the folder, where it is not the row's name
 * @property {string} [build] the script that builds it, where that is not `build`
 * @property {string} [folder] where the page stands once the project is built
 * @property {string} [server] the script of the project's own server, which takes a port as its last argument
 * @property {Record<string, string>} [headers] what pages are served with
 * @property {boolean} [isOnDisk] the page is opened as a file
 */

const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html descent-lab";

/** @type {Record<string, Row>} */
export const rows = {
  plain: { title: 'plain page' },
  classic: { title: 'page on the disk', isOnDisk: true },
  policy: { title: 'strict policy', project: 'plain', headers: { 'Content-Security-Policy': POLICY } },
  jupyter: { title: 'Jupyter output' },
  vite: { title: 'Vite', folder: 'dist' },
  react: { title: 'React', folder: 'dist' },
  vue: { title: 'Vue', folder: 'dist' },
  nuxt: { title: 'Nuxt', server: 'start' },
  svelte: { title: 'Svelte', folder: 'dist' },
  sveltekit: { title: 'SvelteKit', folder: 'build' },
  next: { title: 'Next', server: 'start' },
  'next-webpack': { title: 'Next, webpack', project: 'next', build: 'build:webpack', server: 'start' },
  'next-dev': { title: 'Next, development', project: 'next', server: 'dev' },
  astro: { title: 'Astro', folder: 'dist' },
  vitepress: { title: 'VitePress', folder: '.vitepress/dist' },
  esbuild: { title: 'esbuild' },
  rollup: { title: 'Rollup' },
  webpack: { title: 'webpack' },
  parcel: { title: 'Parcel', folder: 'dist' },
  reveal: { title: 'reveal.js', folder: 'dist' },
};
