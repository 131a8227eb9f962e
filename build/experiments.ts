import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type { AnyExperiment } from '../src/experiments/experiment.ts';
import type { AnyParameter } from '../src/experiments/parameters/parameter.ts';
import type { Heights } from '../src/elements/room.ts';
import type { Message, Section } from '../src/messages/index.ts';
import type { Views } from '../src/experiments/view.ts';
import type { defineExperimentWords } from '../src/experiments/words.ts';
import { tex } from './tex.ts';
import { wgsl } from './wgsl.ts';

const root = resolve(import.meta.dirname, '..');
/** Where the experiments are. */
export const folder = join(root, 'src/experiments');

/** The names of all experiments: a folder with an `experiment.ts` is one. */
export const experimentNames = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'experiment.ts')))
  .sort();

/** The modules that define words, under `src` and without their endings. */
export const wordModules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.(test|fixtures))\.ts$/.test(file))
  .filter((file) => /define(Parameter)?(Words|Messages)\(\s*'/.test(readFileSync(join(root, 'src', file), 'utf8')))
  .map((file) => file.replace(/\\/g, '/').replace(/\.ts$/, ''))
  .sort();

/** `wide-minima` is shown by the class `GdWideMinima`. */
export const classOf = (name: string) =>
  `Gd${name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())}`;

/** Style sheets say nothing here, and Vite's own plugin for them wants a server or a build. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (/\.css(\?|$)/.test(id) ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? "export default ''" : null),
};

export interface LoadedSource {
  name: string;
  experiment: AnyExperiment;
  views: Views;
  /** The common parameters of its element. */
  common: readonly AnyParameter[];
  heights: Heights;
  /** Says its messages: those that were defined in the same run. */
  inEnglish: (message: Message) => string;
}

/** Runs a module of the sources. */
export async function load<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(root, path), {
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [wgsl(), tex(), withoutStyles],
  });
  return module;
}

export interface LoadedSources {
  /** Every experiment with its views, as the sources define them. */
  experiments: LoadedSource[];
  /** All words, by section. */
  sections: ReadonlyMap<string, Section>;
}

/** Every experiment with its views, as the sources define them. */
export const loadExperiments = async () => (await loadSources()).experiments;

/** Runs the sources. */
export async function loadSources(): Promise<LoadedSources> {
  const all = experimentNames.map((name) => [
    `export * as experiment_${name.replace(/-/g, '_')} from '/src/experiments/${name}/experiment';`,
    `export * as views_${name.replace(/-/g, '_')} from '/src/experiments/${name}/views';`,
  ]);
  const source = [
    ...all.flat(),
    `export * from '/src/elements/common-parameters';`,
    `export { allSections, inEnglish } from '/src/messages';`,
    `export { defineExperimentWords } from '/src/experiments/words';`,
    ...wordModules.map((path) => `import '/src/${path}';`),
  ].join('\n');
  const { module } = await runnerImport<Record<string, Record<string, unknown>>>('virtual:experiments', {
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [
      wgsl(),
      tex(),
      withoutStyles,
      {
        name: 'experiments',
        resolveId: (id) => (id === 'virtual:experiments' ? '\0virtual:experiments' : null),
        load: (id) => (id === '\0virtual:experiments' ? source : null),
      },
    ],
  });
  const experiments = experimentNames.map((name) => {
    const key = name.replace(/-/g, '_');
    const { experiment } = module[`experiment_${key}`] as { experiment: AnyExperiment };
    const { views } = module[`views_${key}`] as { views: Views };
    const hasEngine = Boolean(experiment.run) || Object.values(views).some(({ compute }) => compute);
    const common = (hasEngine ? module.engineParameters : module.commonParameters) as unknown as AnyParameter[];
    const inEnglish = module.inEnglish as unknown as LoadedSource['inEnglish'];
    (module.defineExperimentWords as unknown as typeof defineExperimentWords)(experiment, views);
    return { name, experiment, views, common, heights: heightsOf(name, views), inEnglish };
  });
  const sections = (module.allSections as unknown as () => LoadedSources['sections'])();
  return { experiments, sections: new Map([...sections].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** As they were measured; what was not has usual ones. */
function heightsOf(name: string, views: Views): Heights {
  const file = join(folder, name, 'heights.json');
  const measured = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Heights) : undefined;
  const { around = [150, 100, 400], views: own = {} } = measured ?? {};
  return { around, views: Object.fromEntries(Object.keys(views).map((view) => [view, own[view] ?? [800, 640, 560]])) };
}
