import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const PREFIX = 'virtual:define/';

/** The tags of all elements: each has a file of its own, named like it. */
export const tags = readdirSync(resolve(root, 'src/elements'))
  .filter((file) => /^gd-.*\.ts$/.test(file) && !file.endsWith('.test.ts') && file !== 'gd-experiment.ts')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

/** What can be imported from the package: `descent-lab/engine` is `engine`, and so on. */
export const entries: Record<string, string> = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  engine: 'src/entries/engine.ts',
  formula: 'src/formula/index.ts',
  operators: 'src/entries/operators.ts',
  testing: 'src/testing/index.ts',
  words: 'src/words/english.ts',
  ...Object.fromEntries(tags.map((tag) => [`define/${tag}`, `${PREFIX}${tag}`])),
};

/** `gd-wide-minima` is the tag of the class `GdWideMinima`. */
export function classOf(tag: string): string {
  return tag.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Gives each element an entry that registers it alone, so that a page that needs one does not load them all. */
export function singleElements(): Plugin {
  return {
    name: 'descent-lab:single-elements',
    // Vite takes entries of a library for files and puts the root before them.
    resolveId: (id) => (id.includes(PREFIX) ? `\0${id.slice(id.indexOf(PREFIX))}` : null),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const tag = id.slice(PREFIX.length + 1);
      const name = classOf(tag);
      return `import { ${name} } from ${JSON.stringify(resolve(root, 'src/elements', tag))};
if (!customElements.get('${tag}')) customElements.define('${tag}', ${name});
export { ${name} };`;
    },
  };
}
