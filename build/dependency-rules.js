// What may import what, for `npm run lint` (dependency-cruiser): `src` is built in layers, and imports point downwards.

/** Each layer may import itself and those above it in this list. Between parts of one layer only circles are forbidden. */
const layers = {
  messages: '^src/messages/',
  workers: '^src/workers/',
  mathematics: '^src/(formula|math)/',
  'data and engine': '^src/(data|engine)/',
  words: '^src/words/(?!english)|^src/generated/sections\\.ts$',
  charts: '^src/charts/',
  experiments: '^src/experiments/(?!.*/(element|page|numpy)\\.ts$)',
  // The library's entries stand here too: they give and register elements.
  elements:
    '^src/(elements|entries|companions)/|^src/generated/(?!sections)|^src/experiments/[^/]+/element\\.ts$|^src/words/english\\.ts$|^src/[^/]+\\.ts$',
  pages: '^src/(pages|docs)/|^src/experiments/[^/]+/(page|numpy)\\.ts$',
};

/** Folders of `src/engine` that are loaded on demand, and the files that may load them. */
const ENGINES = '^src/engine/(cpu|webgpu)/';
const LOADERS = '^src/engine/[^/]+\\.ts$';

/** Tests, and what is there for tests alone. */
const TESTS = '(\\.(test|fixtures|behaviour)|/fixture)\\.ts$';

/** Runs in Node, beside other people's tests. */
const TESTING = '^src/testing/';

const names = Object.keys(layers);

/** A rule for each layer: nothing below it in the list. */
const downwards = names.slice(0, -1).map((name, i) => ({
  name: `not-from-${name.replaceAll(' ', '-')}`,
  comment: `${name} may import ${names.slice(0, i + 1).join(', ')}`,
  severity: 'error',
  from: { path: layers[name], pathNot: TESTS },
  to: { path: '^src/', pathNot: names.slice(0, i + 1).map((lower) => layers[lower]) },
}));

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    ...downwards,
    forbid('no-circles', 'no file imports itself by way of others, types included', {}, { circular: true }),
    forbid(
      'experiments-without-dom',
      'an experiment computes; how it is drawn is a matter of its views',
      { path: '^src/experiments/[^/]+/experiment\\.ts$' },
      { path: '^src/(charts|elements)/|node_modules/(d3|lit)', reachable: true },
    ),
    forbid('resolved', 'every import leads somewhere', { path: '^(src|build)/' }, { couldNotResolve: true }),
    forbid(
      'engines-on-demand',
      'an engine is loaded by import(), so that a page gets no engine that it does not use',
      { path: '^src/', pathNot: [ENGINES, TESTS] },
      { path: ENGINES, pathNot: '/messages\\.ts$', dynamic: false },
    ),
    forbid(
      'engines-by-the-chooser',
      'only the table of engines knows which there are',
      { path: '^src/', pathNot: [ENGINES, LOADERS, TESTS] },
      { path: ENGINES, pathNot: '/messages\\.ts$' },
    ),
    forbid(
      'engines-by-their-index',
      'an engine is loaded as a whole',
      { path: LOADERS, pathNot: TESTS },
      { path: ENGINES, pathNot: '/(index|messages)\\.ts$' },
    ),
    forbid(
      'engines-apart',
      'engines share the contract and nothing else',
      { path: ENGINES, pathNot: TESTS },
      { path: ENGINES, pathNot: '^src/engine/$1/' },
    ),
    forbid(
      'shaders-for-webgpu',
      'shaders are for the GPU’s engine',
      { path: '^src/', pathNot: ['^src/engine/webgpu/', TESTS] },
      { path: '^shaders/' },
    ),
    forbid(
      'no-test-helpers',
      'what ships imports nothing of tests',
      { path: '^src/', pathNot: TESTS },
      { path: TESTS },
    ),
    forbid(
      'no-development-packages',
      'what ships has only the packages that it names as dependencies',
      { path: '^src/', pathNot: TESTS },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'lit-for-elements',
      'below elements nothing knows of Lit',
      { path: '^src/', pathNot: [layers.elements, layers.pages, TESTS] },
      { path: 'node_modules/(lit|@lit)/' },
    ),
    forbid(
      'd3-for-charts',
      'below charts nothing draws',
      { path: '^src/', pathNot: [layers.charts, layers.experiments, layers.elements, layers.pages, TESTS] },
      { path: 'node_modules/d3' },
    ),
    forbid(
      'nothing-of-the-build',
      'sources import neither the build nor other people’s pages; the guides show files of some',
      { path: '^src/', pathNot: TESTS },
      { path: '^(build|e2e)/', pathNot: ['^e2e/kit/example/', '^e2e/frameworks/[^/]+/'] },
    ),
    forbid(
      'testing-alone',
      'what runs in Node beside other people’s tests has nothing of the page',
      { path: TESTING, pathNot: TESTS },
      { pathNot: TESTING, dependencyTypesNot: ['core'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
