import type { Plugin } from 'vite';

/** What the classic script's members stand in, on `globalThis`. */
const GLOBAL = 'DescentLab';

/** Writes the module of that name once more, as a classic script: for pages opened from a disk, where no module is loaded. */
export function classic(module: string, script: string): Plugin {
  return {
    name: 'descent-lab:classic',
    enforce: 'post',
    generateBundle: {
      // After everything else has been done to the module.
      order: 'post',
      handler(_, bundle) {
        const chunk = bundle[module];
        if (chunk?.type !== 'chunk') throw new Error(`there is no ${module} to make ${script} of`);
        this.emitFile({ type: 'asset', fileName: script, source: asClassic(chunk.code) });
      },
    },
  };
}

/**
 * A module without imports as a classic script, its exports as members of a global object.
 *
 * @throws {Error} for a module that does not end with one list of exports
 */
export function asClassic(code: string): string {
  const list = /export\s*\{([^{}]*)\};?\s*$/.exec(code);
  if (!list) throw new Error(`the module does not end with its exports: …${code.slice(-80)}`);
  const members = list[1]
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/))
    .map(([local, name = local]) => `${name}:${local}`);
  // A classic script is nowhere; what it asks that for is beside the page, or within itself.
  const body = code
    .slice(0, list.index)
    .replaceAll('import.meta.url', 'document.baseURI')
    .replaceAll('import.meta.', '({}).');
  return `(()=>{"use strict";${body}\nglobalThis.${GLOBAL}={${members.join()}}})();\n`;
}
