import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { format } from 'prettier';
import { classOf, folder, loadSources, wordModules } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'src/generated');
/** Writes what follows from the folders of the experiments; returns the files whose content has changed. */
export async function generate(): Promise<string[]> {
  const { experiments, sections } = await loadSources();
  const entries = experiments.map(({ name, experiment, common }) => {
    const defaults = Object.fromEntries([...experiment.parameters, ...common].map((one) => [one.name, one.default]));
    return `export const ${classOf(name)} = experimentElement({
  name: '${name}',
  defaults: ${JSON.stringify(defaults)},
  data: ${JSON.stringify((experiment.data ?? []).map((one) => one.name))},
  load: async () => show(await Promise.all([${[...modulesOf(name), shellOf(name)].map(importOf).join(', ')}])),
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
    'sections.ts': `${NOTE}/** How many texts each section of the words has: a page may have loaded some of them only, or a part of one. */
export const SECTIONS = ${JSON.stringify(Object.fromEntries([...sections].map(([name, texts]) => [name, Object.keys(texts).length])))};
`,
    'all-words.ts': `${NOTE}import { defineExperimentWords } from '../experiments/words';

/** Loads every module that defines words, and defines those of the experiments. */
export async function loadAllWords(): Promise<void> {
  await Promise.all([
${wordModules.map((path) => `    ${importOf(path)},`).join('\n')}
  ]);
  const experiments = await Promise.all([
${experiments.map(({ name }) => `    Promise.all([${modulesOf(name).map(importOf).join(', ')}]),`).join('\n')}
  ]);
  for (const [{ experiment }, { views }] of experiments) defineExperimentWords(experiment, views);
}
`,
  };
  const changed: string[] = [];
  mkdirSync(target, { recursive: true });
  for (const [file, source] of Object.entries(files)) {
    const path = join(target, file);
    const text = await format(source, { parser: 'typescript', printWidth: 120, singleQuote: true });
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    changed.push(path);
  }
  return changed;
}

/** The modules of an experiment, without the one that shows it. */
const modulesOf = (name: string) => [`experiments/${name}/experiment`, `experiments/${name}/views`];

/** The module with the shell that shows it: its own, where something about it is peculiar. */
const shellOf = (name: string) =>
  existsSync(join(folder, name, 'element.ts')) ? `experiments/${name}/element` : 'elements/shell';

const importOf = (path: string) => `import('../${path}')`;

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
