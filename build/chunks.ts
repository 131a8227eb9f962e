import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { experimentNames } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');

type Name = Rolldown.CodeSplittingNameFunction;
type Context = Parameters<Name>[1];
type Test = (id: string, context: Context) => boolean;

/** Tells the modules that some others import statically, however far down, those themselves included. */
function reachedFrom(...files: string[]): Test {
  let reached: Set<string> | undefined;
  return (id, context) => {
    if (!reached) {
      reached = new Set(files.map((file) => resolve(root, file)));
      for (const one of reached) for (const next of context.getModuleInfo(one)?.importedIds ?? []) reached.add(next);
    }
    return reached.has(id);
  };
}

/** Tells the modules that import certain others statically, however far down. */
function reaches(target: RegExp): Test {
  const known = new Map<string, boolean>();
  const reach: Test = (id, context) => {
    if (!known.has(id)) {
      known.set(id, target.test(id));
      const next = context.getModuleInfo(id)?.importedIds ?? [];
      if (next.some((one) => reach(one, context))) known.set(id, true);
    }
    return known.get(id)!;
  };
  return reach;
}

/** The kernels of an engine, which are loaded one by one, each with its part of the page. */
const kernelsOf = (engine: string): string[] =>
  readdirSync(resolve(root, 'src/engine', engine), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(index|page-server)\.ts$/.test(file))
    .map((file) => `src/engine/${engine}/${file}`);

/** What reads, differentiates and evaluates formulas. What needs it is never joined to what does not, or that would fetch it too. */
const FORMULA = /\/src\/(formula\/(?!wgsl|tex|python)|experiments\/parameters\/formula\.)/;

/** What takes matrices apart, kept apart likewise. */
const DECOMPOSITIONS = /\/node_modules\/ml-matrix\//;

/** Few pictures can be zoomed into, and what d3 has for it is large. */
const IS_OF_ZOOM = /\/src\/charts\/kit\/zoom|\/node_modules\/d3-(zoom|transition|timer|ease)\//;

/** Few have lines of equal value, and what d3 has for them is as large. */
const IS_OF_CONTOURS = /\/src\/charts\/kit\/marks\/contour|\/node_modules\/d3-contour\//;
const isOfFew = (id: string) => IS_OF_ZOOM.test(id) || IS_OF_CONTOURS.test(id);

/**
 * How the site's code is cut into files. A page with one element is to fetch few: the loader, what all elements share,
 * its experiment with what it shares with others, an engine with the kernels of its computations.
 */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const isOfLoader = reachedFrom('src/define.ts');
  const isOfElements = reachedFrom(
    'src/elements/shell.ts',
    'src/charts/kit/index.ts',
    'src/experiments/parameters/index.ts',
  );
  const experiments = experimentNames.map((name) => ({ name, isOf: reachedFrom(`src/generated/load/${name}.ts`) }));
  const engines = ['cpu', 'webgpu'].map((name) => ({ name, isOf: reachedFrom(...kernelsOf(name)) }));
  const needs = [
    { name: 'functions', test: reaches(FORMULA) },
    { name: 'decompositions', test: reaches(DECOMPOSITIONS) },
  ];
  const sharedNameOf = (id: string, context: Context) =>
    needs.flatMap(({ name, test }) => (test(id, context) ? [name] : [])).join('-') || 'common';
  /**
   * A name for what several experiments or engines import. What engines alone share is not joined to what reads files, or draws, if it
   * imports nothing: only then no file of such modules is in a circle with another.
   */
  const commonNameOf = (id: string, context: Context) => {
    const [byExperiments, byEngines] = [experiments, engines].map((all) => all.filter(({ isOf }) => isOf(id, context)));
    if (byExperiments.length + byEngines.length < 2) return null;
    const isOfEngines = byExperiments.length === 0 && context.getModuleInfo(id)?.importedIds.length === 0;
    return isOfEngines ? 'engines' : sharedNameOf(id, context);
  };
  const groups: [string, Name, Partial<Rolldown.CodeSplittingGroup>?][] = [
    ['loader', (id, context) => (isOfLoader(id, context) ? 'descent-lab' : null)],
    ['elements', (id, context) => (isOfElements(id, context) && !isOfFew(id) ? 'elements' : null)],
    ['contours', (id) => (IS_OF_CONTOURS.test(id) ? 'contours' : null)],
    ['zoom', (id) => (IS_OF_ZOOM.test(id) ? 'zoom' : null)],
    ['formula', (id) => (FORMULA.test(id) ? 'formula' : null)],
    // Every experiment with a formula reaches it, and only the engine on the GPU runs it.
    ['wgsl', (id) => (/\/src\/formula\/wgsl/.test(id) ? 'wgsl' : null)],
    [
      'common',
      commonNameOf,
      // What is used together stands together; small files are joined to the next.
      { entriesAware: true, entriesAwareMergeThreshold: 4000 },
    ],
    ['experiment', (id, context) => experiments.find(({ isOf }) => isOf(id, context))?.name ?? null],
  ];
  return groups.map(([debugName, name, more], i) => ({ debugName, name, priority: groups.length - i, ...more }));
}
