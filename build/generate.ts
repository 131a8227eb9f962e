import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { format } from 'prettier';
import type { Heights } from '../src/elements/room.ts';
import { classOf, folder, loadSources, wordModules } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'src/generated');

/** Tens of pixels are near enough, and shorter to fetch. */
function inTens({ around, views }: Heights) {
  const tens = (heights: readonly number[]) => heights.map((height) => Math.round(height / 10));
  const own = Object.entries(views).map(([view, heights]) => [view, tens(heights)] as const);
  return { around: tens(around), views: Object.fromEntries(own) };
}

/** What follows from the folders of the experiments: every file of `src/generated` by its path, and its text. */
async function allFiles(): Promise<Map<string, string>> {
  const { experiments, sections } = await loadSources();
  const entries = experiments.map(({ name, experiment, heights, common }) => {
    const defaults = Object.fromEntries([...experiment.parameters, ...common].map((one) => [one.name, one.default]));
    return `export const ${classOf(name)} = experimentElement({
  name: '${name}',
  defaults: ${JSON.stringify(defaults)},
  data: ${JSON.stringify((experiment.data ?? []).map((one) => one.name))},
  heights: ${JSON.stringify(inTens(heights))},
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
    'sections.ts': `${NOTE}/** How many texts each section of the words has: a page may have loaded some of them only, or a part of one. */
export const SECTIONS = ${JSON.stringify(Object.fromEntries([...sections].map(([name, texts]) => [name, Object.keys(texts).length])))};
`,
    'all-words.ts': `${NOTE}import { defineExperimentWords } from '../experiments/words';

/** Loads every module that defines words, and defines those of the experiments. */
export async function loadAllWords(): Promise<void> {
  await Promise.all([
${wordModules.map((path) => `    import('../${path}'),`).join('\n')}
  ]);
  const experiments = await Promise.all([
${experiments.map(({ name }) => `    import('./load/${name}'),`).join('\n')}
  ]);
  for (const { experiment, views } of experiments) defineExperimentWords(experiment, views);
}
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
  const formatted = Object.entries(files).map(
    async ([file, source]) =>
      [join(target, file), await format(source, { parser: 'typescript', printWidth: 120, singleQuote: true })] as const,
  );
  return new Map(await Promise.all(formatted));
}

/** The files of `src/generated` that are not as they should be. */
async function staleFiles(): Promise<{ path: string; text: string | undefined }[]> {
  const files = await allFiles();
  const old = readdirSync(target, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const textAt = (path: string) => (old.includes(path) ? readFileSync(path, 'utf8') : undefined);
  return [...new Set([...files.keys(), ...old])]
    .map((path) => ({ path, text: files.get(path) }))
    .filter(({ path, text }) => textAt(path) !== text);
}

/** Writes what follows from the folders of the experiments, and removes what follows no more; returns those files. */
export async function generate(): Promise<string[]> {
  const stale = await staleFiles();
  for (const { path, text } of stale) {
    if (text === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return stale.map(({ path }) => path);
}

/** Throws if `src/generated` is not what follows from the folders of the experiments. */
export async function check(): Promise<void> {
  const stale = await staleFiles();
  if (stale.length > 0)
    throw new Error(
      `run \`npm run generate\`: ${stale.map(({ path }) => relative(root, path)).join(', ')} are out of date`,
    );
}

/** The module with the shell that shows it: its own, where something about it is peculiar. */
const shellOf = (name: string) =>
  existsSync(join(folder, name, 'element.ts')) ? `experiments/${name}/element` : 'elements/shell';

/** The types of an experiment's parameters and result. */
const typesOf = (name: string) => ['Parameters', 'Result'].map((kind) => `type ${classOf(name).slice(2)}${kind}`);

const camelCase = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const NOTE = '// Written from the folders of src/experiments by `npm run generate`.\n';

/** Keeps `src/generated` up to date when a server or a build starts. */
export function generated(): Plugin {
  return {
    name: 'descent-lab:generated',
    async config() {
      await generate();
    },
  };
}
