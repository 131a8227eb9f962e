import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { classOf, experimentNames } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');
const PREFIX = 'virtual:define/';

/** What can be imported from the package: `descent-lab/engine` is `engine`, and so on. */
export const entries: Record<string, string> = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  engine: 'src/entries/engine.ts',
  formula: 'src/formula/index.ts',
  operators: 'src/entries/operators.ts',
  testing: 'src/testing/index.ts',
  words: 'src/words/english.ts',
  ...Object.fromEntries(experimentNames.map((name) => [`define/gd-${name}`, `${PREFIX}${name}`])),
};

/** Gives each element an entry that registers it alone. */
export function singleElements(): Plugin {
  return {
    name: 'descent-lab:single-elements',
    // Vite takes entries of a library for files and puts the root before them.
    resolveId: (id) => (id.includes(PREFIX) ? `\0${id.slice(id.indexOf(PREFIX))}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const name = id.slice(PREFIX.length + 1);
      const className = classOf(name);
      return `import { ${className} } from ${JSON.stringify(resolve(root, 'src/generated/elements'))};
if (!customElements.get('gd-${name}')) customElements.define('gd-${name}', ${className});
export { ${className} };`;
    },
  };
}
