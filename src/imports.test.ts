import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** For each part of the lab, the parts and packages that it may import besides itself. */
const ALLOWED: Record<string, string[]> = {
  // Every text of the interface: whoever speaks takes its words from there.
  messages: [],
  words: ['messages', 'formula', 'engine', 'engine/webgpu', 'ratings'],
  formula: ['messages'],
  math: [],
  engine: ['formula', 'math', 'messages', 'engine/cpu (on demand)', 'engine/webgpu (on demand)'],
  'engine/cpu': ['engine', 'formula', 'math', 'messages', 'workers'],
  'engine/webgpu': ['engine', 'formula', 'math', 'shaders', 'messages'],
  workers: [],
  ratings: ['math', 'messages', 'workers'],
  experiments: ['engine', 'formula', 'math', 'ratings', 'words', 'messages'],
  charts: ['math', 'words', 'd3'],
  elements: ['experiments', 'charts', 'engine', 'formula', 'math', 'ratings', 'words', 'messages', 'workers', 'lit'],
  // What can be imported from the package besides the whole.
  entries: ['engine', 'math'],
  // Runs in Node, with somebody's tests: nothing of the page.
  testing: ['node:crypto', 'node:fs', 'node:os', 'node:path'],
  // The library's own entries, beside this file.
  '': ['formula', 'math', 'engine', 'ratings', 'experiments', 'charts', 'elements', 'words'],
  // The page uses the library as everybody else does, by its entries, and reads what experiments say of themselves.
  lab: ['', 'elements', 'experiments', 'lit'],
  // The pages about all of it, and what stands beside each experiment about it. Nothing else knows them.
  // The guide to tests shows the files that a test runs.
  docs: [
    '',
    'experiments',
    'charts',
    'formula',
    'math',
    'descent-lab',
    'e2e/kit/example/playwright.config.ts',
    'e2e/kit/example/course.html',
    'e2e/kit/example/course.spec.ts',
  ],
};

/** The table of engines: the one file that loads them. */
const ENGINES = 'src/engine/engines.ts';

interface Import {
  from: string;
  /** A path from the root of the repository, or a package. */
  to: string;
  onDemand: boolean;
}

const root = resolve(import.meta.dirname, '..');
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => posix.join('src', file.split(sep).join('/')))
  .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => {
    const path = fileName.split('?')[0];
    const onDemand = /import\(\s*$/.test(text.slice(0, pos));
    return {
      from: file,
      to: path.startsWith('.') ? resolved(posix.join(dirname(file), path)) : packageOf(path),
      onDemand,
    };
  });
}

function resolved(path: string): string {
  const found = [path, `${path}.ts`, `${path}/index.ts`].find(
    (candidate) => /\.\w+$/.test(candidate) && existsSync(join(root, candidate)),
  );
  return found ?? `${path}/index.ts`;
}

function packageOf(name: string): string {
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0];
}

/** The part that a file belongs to; a package is a part of its own. */
function partOf(path: string): string {
  if (path.startsWith('shaders/')) return 'shaders';
  if (!path.startsWith('src/')) return path;
  // What stands beside an experiment for its page in the documentation and its section of the lab.
  const beside = /^src\/experiments\/[^/]+\/(docs|lab)\.ts$/.exec(path);
  if (beside) return beside[1];
  const folders = path.split('/').slice(1, -1);
  // The computations' folders are the engines' common part.
  return /^src\/engine\/(cpu|webgpu)\//.test(path) ? folders.slice(0, 2).join('/') : (folders[0] ?? '');
}

const everyImport = files.flatMap(importsOf);

/** Tests, and what is only there for them: they may import what they need, and nothing that ships may import them. */
const forTests = new Set([
  ...files.filter((file) => file.endsWith('.test.ts')),
  ...everyImport.filter(({ to }) => to === 'vitest').map(({ from }) => from),
]);
const shipped = everyImport.filter(({ from }) => !forTests.has(from));

test('there are imports to look at', () => {
  expect(
    shipped.some(({ from, to, onDemand }) => from === ENGINES && to === 'src/engine/cpu/index.ts' && onDemand),
  ).toBe(true);
  expect(shipped.some(({ from, to }) => from === ENGINES && to === 'src/engine/engine.ts')).toBe(true);
  expect(shipped.length).toBeGreaterThan(20);
});

test('every part imports only what it may', () => {
  const wrong = shipped.filter(({ from, to, onDemand }) => {
    const part = partOf(from);
    const target = partOf(to);
    return target !== part && !ALLOWED[part]?.includes(onDemand ? `${target} (on demand)` : target);
  });
  expect(wrong).toEqual([]);
});

test('engines are loaded on demand, each by one import, in the table of engines', () => {
  for (const engine of ['src/engine/webgpu', 'src/engine/cpu']) {
    const loads = shipped.filter(
      ({ from, to }) => to.startsWith(`${engine}/`) && !from.startsWith(`${engine}/`) && !to.endsWith('/messages.ts'),
    );
    expect(loads).toEqual([{ from: ENGINES, to: `${engine}/index.ts`, onDemand: true }]);
  }
});

test('experiments know the contract of the engines and the computations, and nothing else of them', () => {
  const known = shipped.filter(({ from, to }) => from.startsWith('src/experiments/') && to.startsWith('src/engine/'));
  const isCommon = ({ to }: Import) => /^src\/engine\/(contract\.ts|(?!cpu|webgpu)[^/]+\/index\.ts)$/.test(to);
  expect(known.filter((one) => !isCommon(one))).toEqual([]);
});

test('nothing that ships imports what is there for tests', () => {
  expect(shipped.filter(({ to }) => forTests.has(to) || to === 'vitest')).toEqual([]);
});
