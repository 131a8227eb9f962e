import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts, version } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; version: string };
const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);

test('the commands that workflows and guides name are there', () => {
  for (const file of [...workflows, 'README.md', 'CONTRIBUTING.md']) {
    for (const [command, name] of read(file).matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts), `${command} in ${file}`).toContain(name);
  }
  expect(read('.github/workflows/ci.yml')).toMatch(/run: npm ci\n\s*- run: npm test\n/);
});

test('workflows take actions by their major version, and ask for no more than they need', () => {
  expect(workflows.length).toBe(2);
  for (const file of workflows) {
    const text = read(file);
    const actions = Array.from(text.matchAll(/uses: (.*)/g), ([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
    // At the top: what every job may. Writing is asked for by the jobs that publish, and never to the repository.
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)\n\n/m);
    expect(text).not.toMatch(/contents: write|write-all/);
  }
  expect(read('.github/workflows/publish.yml')).toContain('npm publish --provenance');
});

test('what guides link to is there', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md']) {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)) expect(existsSync(join(root, target)), `${target} in ${file}`).toBe(true);
  }
});

test('the changelog knows what is not released yet, or the version of the package', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[(Unreleased|${version.replaceAll('.', '\\.')})\\]`, 'm'));
});
