import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type ViteDevServer } from 'vite';
import { cardPicture, cardPictures } from './card-pictures.ts';
import { describeElements } from './describe.ts';
import { entries } from './entries.ts';
import { experimentNames, load } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');

/** The paths of all pages of the site; apart are the bare elements for frames, and those at old addresses, which lead elsewhere. */
export function pagePaths(): Record<'pages' | 'frames' | 'moved', string[]> {
  const guides = readdirSync(join(root, 'src/docs/pages'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `docs/${basename(file, '.ts')}.html`);
  const experiments = experimentNames.map((name) => `experiments/${name}.html`);
  return {
    pages: ['index.html', 'sheets.html', ...experiments, 'docs/index.html', ...guides],
    frames: experimentNames.map((name) => `embed/${name}.html`),
    moved: experimentNames.map((name) => `docs/gd-${name}.html`),
  };
}

const allPaths = () => Object.values(pagePaths()).flat();

async function renderAll(): Promise<Map<string, string>> {
  const { renderSite } = await load<typeof import('../src/pages/site.ts')>('src/pages/site.ts');
  return renderSite(await describeElements());
}

/** What programs of the documentation import as a reader does: the package's entries, from their sources. */
const alias = Object.entries(entries)
  .filter(([, file]) => file.endsWith('.ts'))
  .map(([name, file]) => ({
    find: new RegExp(`^descent-lab${name === 'index' ? '' : `/${name}`}$`),
    replacement: resolve(root, file),
  }));

/** The mode of the build that makes the pages: one of its own, so that nothing of theirs is in what other pages load. */
const MODE = 'pages';
/** The script that registers the elements, seen from the folder of the pages' own scripts. */
const SCRIPT = '../descent-lab.js';

/** Makes the pages of the site, after its script and for the development server. */
export function pages(): Plugin {
  let config: ResolvedConfig;
  let rendered: Promise<Map<string, string>> | undefined;
  const name = `${MODE}/[name]-[hash].js`;
  const isOwn = () => config.command === 'build' && config.mode === MODE;
  /** The path of a page of the site by the name that the bundler has for it. */
  const pathOf = (id: string) => (id.endsWith('.html') ? relative(root, id).split(sep).join('/') : undefined);
  return {
    name: 'descent-lab:pages',
    enforce: 'pre',
    config: (_, { mode }) => ({
      resolve: { alias },
      ...(mode === MODE && { build: { emptyOutDir: false, assetsDir: MODE } }),
    }),
    configResolved(resolved) {
      config = resolved;
    },
    options: (options) => (isOwn() ? { ...options, input: allPaths().map((path) => join(root, path)) } : null),
    outputOptions: (options) =>
      isOwn() ? { ...options, entryFileNames: name, chunkFileNames: name, codeSplitting: undefined } : null,
    buildStart() {
      if (!isOwn()) return;
      for (const [fileName, source] of cardPictures()) this.emitFile({ type: 'asset', fileName, source });
    },
    resolveId(id, importer) {
      // The documents are nowhere on the disk: they are made when they are asked for.
      const path = pathOf(id);
      if (isOwn() && path !== undefined && allPaths().includes(path)) return id;
      return isOwn() && importer && resolve(dirname(importer), id) === join(root, 'src/define')
        ? { id: SCRIPT, external: true }
        : null;
    },
    // A page that has no script of its own is given this one by the name that it has for scripts, which lie in a folder.
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) =>
        html.replaceAll(`"${SCRIPT}"`, `"${'../'.repeat(path.split('/').length - 2) || './'}descent-lab.js"`),
    },
    async load(id) {
      const path = isOwn() ? pathOf(id) : undefined;
      if (path === undefined) return null;
      rendered ??= renderAll();
      return (await rendered).get(path) ?? null;
    },
    async closeBundle(error?: Error) {
      if (error || config.command !== 'build' || isOwn()) return;
      await build({
        root,
        configFile: config.configFile,
        mode: MODE,
        logLevel: config.logLevel,
        build: { outDir: config.build.outDir },
      });
    },
    configureServer: process.env.VITEST ? undefined : serve,
  };
}

function serve(server: ViteDevServer): void {
  server.watcher.on('change', (file) => {
    if (/src\/(docs|pages)\/|src\/experiments\/[^/]+\/page\.ts$/.test(file) && existsSync(file))
      server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use(async (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    try {
      const picture = cardPicture(path);
      if (picture) {
        response.setHeader('Content-Type', 'image/png');
        response.end(picture);
        return;
      }
      if (!allPaths().includes(path)) return next();
      const html = (await renderAll()).get(path)!;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(await server.transformIndexHtml(`/${path}`, html));
    } catch (error) {
      next(error);
    }
  });
}
