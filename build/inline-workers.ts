import { dirname, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const SUFFIX = '?worker&url';
const PREFIX = '\0inline-worker:';

/** Makes `import url from './x.ts?worker&url'` the URL of a blob that holds the worker's script, so that there is no file to fetch. */
export function inlineWorkers(): Plugin {
  return {
    name: 'descent-lab:inline-workers',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id.endsWith(SUFFIX) && importer ? PREFIX + resolve(dirname(importer), id.slice(0, -SUFFIX.length)) : null,
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      return `export default URL.createObjectURL(new Blob([${JSON.stringify(await bundled(id.slice(PREFIX.length)))}], { type: 'text/javascript' }));`;
    },
  };
}

async function bundled(file: string): Promise<string> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rolldownOptions: { input: file, output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
