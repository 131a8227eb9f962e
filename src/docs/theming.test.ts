import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { described } from './description.fixtures';
import { page } from './pages/theming';

const root = join(import.meta.dirname, '..');
const sources = ['charts', 'elements'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css)$/.test(file) && !/\.(test|fixtures)\.ts$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);

test('every custom property that the sources use is documented', async () => {
  const lab = await described;
  const used = new Set(
    sources.flatMap((text) => Array.from(text.matchAll(/--gd-[a-z0-9-]*[a-z0-9](?![a-z0-9-]|\$)/g), ([name]) => name)),
  );
  expect(used.size).toBeGreaterThan(15);
  expect([...used].filter((name) => !lab.styles.some((style) => style.name === name))).toEqual([]);
});

test('every part that the sources name is documented for some element', async () => {
  const lab = await described;
  const named = new Set(
    sources
      .flatMap((text) => Array.from(text.matchAll(/ part="([\w -]+)/g), ([, names]) => names.trim().split(' ')))
      .flat(),
  );
  expect(named.size).toBeGreaterThan(10);
  const documented = lab.elements.flatMap(({ parts }) => parts.map(({ name }) => name));
  expect([...named].filter((name) => !documented.includes(name))).toEqual([]);
});

test('a part without an example, and an example without its part, stop the build and are named', async () => {
  const lab = await described;
  const [first, ...others] = lab.elements;
  const odd = {
    ...lab,
    elements: [{ ...first, parts: [...first.parts, { name: 'antenna', description: 'a thing' }] }, ...others],
  };
  expect(() => page(odd)).toThrow(/part antenna/);
  expect(() => page({ ...lab, styles: lab.styles.slice(1) })).toThrow(
    new RegExp(`custom property that no element has: ${lab.styles[0].name}`),
  );
  expect(() => page(lab)).not.toThrow();
});
