import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** How a source names a worker's script. */
const WORKER = '.ts?worker&url';
const URL_OF_SCRIPT = /new URL\(["'](?:\.\/)?([^"']+)["'], import\.meta\.url\)\.href/g;

/**
 * Bundlers that make a plain script have no `import.meta.url`: in the package, a worker's address is then empty, and importing it does
 * not throw. The expression stays as it is, since other bundlers know it.
 */
export function workerUrls(): Plugin {
  return {
    name: 'descent-lab:worker-urls',
    renderChunk: (code) =>
      code.includes('import.meta.url')
        ? {
            code: code.replace(
              URL_OF_SCRIPT,
              (_, path: string) =>
                `/* @__PURE__ */ (() => {\n\ttry {\n\t\treturn new URL(${JSON.stringify(`./${path}`)}, import.meta.url).href;\n\t} catch {\n\t\treturn "";\n\t}\n})()`,
            ),
            map: null,
          }
        : null,
  };
}

/**
 * Where a module of the package stands. Those with a worker's address are at its root, so that each address is `./assets/…`: a bundler that leaves the
 * address as it is puts all code into one folder, and the workers' scripts belong into `assets` in there.
 */
export const moduleFileName = ({ facadeModuleId }: Rolldown.PreRenderedChunk): string =>
  facadeModuleId?.endsWith(WORKER) ? `${basename(facadeModuleId, WORKER)}.js` : '[name].js';
