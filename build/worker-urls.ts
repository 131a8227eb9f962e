import type { Plugin } from 'vite';

const URL_OF_SCRIPT = /new URL\((["'][^"']+["']), import\.meta\.url\)\.href/g;

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
              (address) =>
                `/* @__PURE__ */ (() => {\n\ttry {\n\t\treturn ${address};\n\t} catch {\n\t\treturn "";\n\t}\n})()`,
            ),
            map: null,
          }
        : null,
  };
}
