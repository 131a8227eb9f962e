import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type ViteDevServer } from 'vite';
import { describeElements } from './describe.ts';
import { entries } from './entries.ts';
import { experimentNames, load } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs');

/** The files of the documentation: a page for each element, and those that are written. */
export function fileNames(): string[] {
  const written = readdirSync(join(root, 'src/docs/pages')).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return ['index', ...experimentNames.map((name) => `gd-${name}`), ...written.map((file) => basename(file, '.ts'))].map(
    (name) => `${name}.html`,
  );
}

async function renderAll(): Promise<Map<string, string>> {
  const { renderSite } = await load<typeof import('../src/docs/site.ts')>('src/docs/site.ts');
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
const MODE = 'docs';
/** The script that registers the elements, seen from `docs/assets/`. */
const SCRIPT = '../../descent-lab.js';

/** Makes the pages of the documentation from `src/docs`, after the site and for the development server. */
export function docs(): Plugin {
  let config: ResolvedConfig;
  let pages: Promise<Map<string, string>> | undefined;
  const name = 'docs/assets/[name]-[hash].js';
  const isOwn = () => config.command === 'build' && config.mode === MODE;
  return {
    name: 'descent-lab:docs',
    enforce: 'pre',
    config: (_, { mode }) => ({
      resolve: { alias },
      ...(mode === MODE && { build: { emptyOutDir: false, assetsDir: 'docs/assets' } }),
    }),
    configResolved(resolved) {
      config = resolved;
    },
    options: (options) => (isOwn() ? { ...options, input: fileNames().map((file) => join(folder, file)) } : null),
    outputOptions: (options) =>
      isOwn() ? { ...options, entryFileNames: name, chunkFileNames: name, codeSplitting: undefined } : null,
    resolveId(id, importer) {
      // The documents are nowhere on the disk: they are made when they are asked for.
      if (id.startsWith(folder) && id.endsWith('.html')) return id;
      return isOwn() && importer && resolve(dirname(importer), id) === join(root, 'src/define')
        ? { id: SCRIPT, external: true }
        : null;
    },
    // A page that has no script of its own is given this one by the name that it has for scripts, which lie a folder deeper.
    transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll(`"${SCRIPT}"`, '"../descent-lab.js"') },
    async load(id) {
      if (!id.startsWith(folder) || !id.endsWith('.html')) return null;
      pages ??= renderAll();
      return (await pages).get(basename(id)) ?? null;
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
    configureServer: serve,
  };
}

function serve(server: ViteDevServer): void {
  server.watcher.on('change', (file) => {
    if (/src\/docs\/|src\/experiments\/[^/]+\/page\.ts$/.test(file) && existsSync(file))
      server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use(async (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [, name] = /^\/docs\/([\w-]*)(?:\.html)?$/.exec(path) ?? [];
    if (name === undefined) return next();
    try {
      const html = (await renderAll()).get(`${name || 'index'}.html`);
      if (html === undefined) return next();
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(await server.transformIndexHtml(path, html));
    } catch (error) {
      next(error);
    }
  });
}
