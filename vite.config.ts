/// <reference types="vitest/config" />
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { chunkGroups } from './build/chunks.ts';
import { classic } from './build/classic.ts';
import { declarations } from './build/declarations.ts';
import { entries, singleElements } from './build/entries.ts';
import { generated } from './build/generate.ts';
import { inlineWorkers } from './build/inline-workers.ts';
import { manifest } from './build/manifest.ts';
import { pages } from './build/pages.ts';
import { tex } from './build/tex.ts';
import { wgsl } from './build/wgsl.ts';
import { moduleFileName, workerUrls } from './build/worker-urls.ts';
import { withAdapter } from './e2e/browser/launch.ts';

/** Tests that want a page of their own: what a page remembers of engines, how fast they were and whether there is one, is what they are about. */
const ON_PAGES_OF_THEIR_OWN = [
  'src/engine/chooser.browser.test.ts',
  'src/engine/cpu/pool.browser.test.ts',
  'src/engine/webgpu/(device|program).browser.test.ts',
  'src/elements/notice.browser.test.ts',
];
/** Tests that draw nothing. */
const WITHOUT_ELEMENTS = 'src/(engine|formula|data|math)/**/*.browser.test.ts';
/** Half of what waits for frames. */
const EVERY_ELEMENT = 'src/elements/every-(key|word|element).browser.test.ts';
const page = { browser: 'chromium' as const, viewport: { width: 1000, height: 800 } };

/** Texts are defined and translated once for a whole page: these tests begin with none. */
const WORDS = 'src/words/*.test.ts';

const browserTests = {
  extends: true as const,
  test: {
    testTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: withAdapter, contextOptions: { reducedMotion: 'reduce' } }),
      // Side by side, in as many browsers. What shares a page has its modules loaded once.
      instances: [
        { ...page, name: 'own pages', include: ON_PAGES_OF_THEIR_OWN },
        { ...page, name: 'engines', include: [WITHOUT_ELEMENTS], exclude: ON_PAGES_OF_THEIR_OWN, isolate: false },
        { ...page, name: 'every element', include: [EVERY_ELEMENT], isolate: false },
        {
          ...page,
          name: 'elements',
          include: ['src/**/*.browser.test.ts'],
          exclude: [...ON_PAGES_OF_THEIR_OWN, WITHOUT_ELEMENTS, EVERY_ELEMENT],
          isolate: false,
        },
      ],
    },
  },
};

/**
 * The one script that a course page names: its file name must not change from build to build, and it holds everything that
 * is needed at once. What is loaded later is in few files, which the script knows by name. The site's pages, made after it, take it too.
 */
const site: UserConfig['build'] = {
  rolldownOptions: {
    input: { 'descent-lab': 'src/define.ts' },
    // The script has a function to import by its name: `setWords`.
    preserveEntrySignatures: 'allow-extension',
    output: {
      entryFileNames: ({ name }) => (name === 'descent-lab' ? 'descent-lab.js' : 'assets/[name]-[hash].js'),
      // What several experiments share is named by all of them otherwise.
      chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      codeSplitting: { groups: chunkGroups() },
    },
  },
};

/** The ES modules that other projects import, with their types. What they depend on stays outside: a project has it once. */
const library: UserConfig['build'] = {
  outDir: 'dist/package',
  minify: false,
  // Maps stay at home: the modules are as readable as their sources.
  sourcemap: false,
  lib: { entry: entries, formats: ['es'] },
  rolldownOptions: {
    external: /^(lit|d3|ml-matrix)($|\/)|^node:/,
    // A module for each source file: whoever bundles them takes what is needed and leaves the rest, or loads it later.
    output: {
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: moduleFileName,
      assetFileNames: 'assets/[name]-[hash][extname]',
    },
  },
};

/** Everything in one file, workers and the GPU's part too, for pages that are one file themselves. */
const inline: UserConfig['build'] = {
  emptyOutDir: false,
  sourcemap: false,
  rolldownOptions: {
    input: 'src/inline.ts',
    preserveEntrySignatures: 'strict',
    output: { entryFileNames: 'descent-lab.inline.js', codeSplitting: false },
  },
};

const builds: Record<string, { build: UserConfig['build']; plugins?: Plugin[] }> = {
  package: { build: library, plugins: [singleElements(), declarations(), manifest(), workerUrls()] },
  inline: { build: inline, plugins: [inlineWorkers(), classic('descent-lab.inline.js', 'descent-lab.classic.js')] },
};

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [wgsl(), tex(), ...(builds[mode]?.plugins ?? [pages(), ...(process.env.VITEST ? [] : [generated()])])],
  // Workers are copied as they are into what other people build.
  worker: { format: 'es', rolldownOptions: { output: { minify: true } } },
  // Style sheets are minified and not rewritten for older browsers, which would break `light-dark()` in shadow roots.
  build: { target: 'es2022', cssTarget: 'esnext', cssMinify: true, sourcemap: true, ...(builds[mode]?.build ?? site) },
  // Known beforehand, they are not discovered in the middle of a test, which would reload its page.
  optimizeDeps: { include: ['d3', 'fast-check', 'lit', 'ml-matrix', 'react', 'react-dom/client', 'react-dom/server'] },
  server: { host: 'localhost' },
  // The page tests open the site under this name too: over plain HTTP it is no secure context.
  preview: { allowedHosts: ['descent-lab.test'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts', WORDS],
          environment: 'node',
          testTimeout: 120_000,
          // Each file would load its modules anew otherwise; none of them leaves anything behind.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'words', include: [WORDS], environment: 'node', testTimeout: 120_000 } },
      { ...browserTests, test: { ...browserTests.test, name: 'browser' } },
    ],
  },
}));
