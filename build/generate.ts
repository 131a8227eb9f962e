import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { format } from 'prettier';
import { classOf, experimentNames, folder, loadExperiments } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'src/generated');
/** The sections of the words: those that a source file defines, and one for each experiment. */
function sectionNames(): string[] {
  const found = new Set(experimentNames);
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(root, 'src', file), 'utf8');
    for (const [, name] of text.matchAll(/define(?:Words|Messages)\(\s*'([^']+)'/g)) found.add(name);
  }
  return [...found].sort();
}

/** Writes what follows from the folders of the experiments; returns the files whose content has changed. */
export async function generate(): Promise<string[]> {
  const experiments = await loadExperiments();
  const entries = experiments.map(({ name, experiment, common }) => {
    const defaults = Object.fromEntries([...experiment.parameters, ...common].map((one) => [one.name, one.default]));
    return `export const ${classOf(name)} = experimentElement({
  name: '${name}',
  defaults: ${JSON.stringify(defaults)},
  data: ${JSON.stringify((experiment.data ?? []).map((one) => one.name))},
  load: async () => show(await import('./load/${name}')),
}) as unknown as ClassOf<typeof import('../experiments/${name}/experiment').experiment>;
export type ${classOf(name)} = InstanceType<typeof ${classOf(name)}>;
`;
  });
  const files: Record<string, string> = {
    'elements.ts': `${NOTE}import { experimentElement } from '../elements/experiment-element';
import { show } from '../elements/show';
import type { ClassOf } from '../elements/types';

${entries.join('\n')}
/** Every element: its tag and its class. */
export const registry = {
${experiments.map(({ name }) => `  'gd-${name}': ${classOf(name)},`).join('\n')}
} as const;

declare global {
  interface HTMLElementTagNameMap {
${experiments.map(({ name }) => `    'gd-${name}': ${classOf(name)};`).join('\n')}
  }
}
`,
    'experiments.ts': `${NOTE}/** The experiments for programmers: parameters, preparation, computation. */
${experiments.map(({ name }) => `export { experiment as ${camelCase(name)}, ${typesOf(name).join(', ')} } from '../experiments/${name}/experiment';`).join('\n')}
`,
    'pages.ts': `${NOTE}/** What the lab's own pages show and say of each experiment, loaded when a page asks for it. */
export const pages = {
${experiments.map(({ name }) => `  '${name}': () => import('../experiments/${name}/page'),`).join('\n')}
} as const;
`,
    'words.ts': `${NOTE}/** The names of all sections of words: a page may have loaded some only, and a misspelt name is still found out. */
export const SECTIONS: readonly string[] = ${JSON.stringify(sectionNames())};

/** Loads every module that defines words. */
export const loadAllWords = () =>
  Promise.all([
${experiments.map(({ name }) => `    import('./load/${name}'),`).join('\n')}
  ]);
`,
    ...Object.fromEntries(
      experiments.map(({ name }) => [
        `load/${name}.ts`,
        `${NOTE}/** All code of an experiment, in one module: it is fetched when an element is connected. */
export { experiment } from '../../experiments/${name}/experiment';
export { views } from '../../experiments/${name}/views';
export { Shell } from '../../${shellOf(name)}';
`,
      ]),
    ),
  };
  const changed: string[] = [];
  mkdirSync(join(target, 'load'), { recursive: true });
  for (const [file, source] of Object.entries(files)) {
    const path = join(target, file);
    const text = await format(source, { parser: 'typescript', printWidth: 120, singleQuote: true });
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    changed.push(path);
  }
  return changed;
}

/** The module with the shell that shows it: its own, where something about it is peculiar. */
const shellOf = (name: string) =>
  existsSync(join(folder, name, 'element.ts')) ? `experiments/${name}/element` : 'elements/shell';

/** The types of an experiment's parameters and result. */
const typesOf = (name: string) => ['Parameters', 'Result'].map((kind) => `type ${classOf(name).slice(2)}${kind}`);

const camelCase = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const NOTE = '// Written from the folders of src/experiments by `npm run generate`.\n';

/** Keeps `src/generated` up to date while a server or a build runs. */
export function generated(): Plugin {
  return {
    name: 'descent-lab:generated',
    async buildStart() {
      await generate();
    },
  };
}
