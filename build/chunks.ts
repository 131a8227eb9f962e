import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '..');

type Context = { getModuleInfo(id: string): Pick<Rolldown.ModuleInfo, 'importedIds'> | null };

/** Tells the modules that some others import statically, however far down, those themselves included. */
function reachedFrom(...files: string[]): (id: string, context: Context) => boolean {
  let reached: Set<string> | undefined;
  return (id, context) => {
    if (!reached) {
      reached = new Set(files.map((file) => resolve(root, file)));
      for (const one of reached) for (const next of context.getModuleInfo(one)?.importedIds ?? []) reached.add(next);
    }
    return reached.has(id);
  };
}

/** What only the lab's own pages need. */
const ofPages = /\/src\/(pages\/|experiments\/[^/]+\/page\.ts)|\/index\.html|modulepreload-polyfill/;

/**
 * How the site's code is cut into files. A page with one element is to fetch few: the loader, what all elements share,
 * its experiment, an engine, the kernel of its computation.
 */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const loader = reachedFrom('src/define.ts');
  const shared = reachedFrom('src/elements/shell.ts', 'src/charts/kit/index.ts');
  return [
    { debugName: 'descent-lab', name: (id, context) => (loader(id, context) ? 'descent-lab' : null), priority: 3 },
    { debugName: 'elements', name: (id, context) => (shared(id, context) ? 'elements' : null), priority: 2 },
    {
      name: 'common',
      test: (id) => /\/src\/(?!engine\/(cpu|webgpu))/.test(id) && !ofPages.test(id),
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: 8000,
    },
  ];
}
