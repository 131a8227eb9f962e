import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts, version } = JSON.parse(read('package.json')) as { scripts: Record<string, string>; version: string };
const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);

test('the commands that workflows and guides name are there', () => {
  for (const file of [...workflows, 'README.md', 'CONTRIBUTING.md']) {
    for (const [command, name] of read(file).matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(scripts), `${command} in ${file}`).toContain(name);
  }
});

test('every change is tested in Chromium on Linux with the budgets of size, and the CPU engine in Firefox and WebKit; a version is tested, then published as a site and as a package', () => {
  for (const part of [
    'typecheck',
    'lint:generated',
    'lint:code',
    'lint:format',
    'lint:imports',
    'test:unit',
    'test:pages:built',
  ])
    expect(scripts.test.split(/ &&|[ ]/)).toContain(part);
  const ci = read('.github/workflows/ci.yml');
  expect(ci).toMatch(/^on:\n {2}push:\n {4}branches: \[main\]\n {2}pull_request:\n\n/m);
  const { chromium, 'other-browsers': others } = jobsOf(ci);
  for (const job of [chromium, others]) expect(job).toMatch(/^ {4}runs-on: ubuntu-/m);
  expect(chromium).toMatch(/run: npm ci\n\s*- run: npm test\n/);
  expect(others).toContain('browser: [firefox, webkit]');
  expect(others).toMatch(
    /run: npx playwright install --with-deps \$\{\{ matrix\.browser \}\}\n\s*- run: npm run test:pages -- other-browsers --project=\$\{\{ matrix\.browser \}\}\n\s*env:\n\s*GD_OTHER_BROWSERS: '1'/,
  );

  const publish = read('.github/workflows/publish.yml');
  expect(publish).toMatch(/^on:\n {2}push:\n {4}tags: \['v\*'\]\n\n/m);
  const { build, site, npm } = jobsOf(publish);
  expect(build).toMatch(
    /run: npm test\n\s*- run: npm run build\n[^]*actions\/upload-pages-artifact@v\d+\n[^]*run: npm pack\n/,
  );
  for (const job of [site, npm]) expect(job).toMatch(/^ {4}needs: build$/m);
  expect(site).toMatch(/uses: actions\/deploy-pages@v\d+$/m);
  expect(npm).toContain('npm publish --provenance');
});

/** The text of each job of a workflow. */
function jobsOf(workflow: string): Record<string, string> {
  const [, jobs] = workflow.split(/^jobs:\n/m);
  return Object.fromEntries(
    jobs
      .split(/^ {2}(?=[\w-]+:\n)/m)
      .slice(1)
      .map((job) => [job.slice(0, job.indexOf(':')), job]),
  );
}

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
});

test('the contribution guide has the two commands that are all there is to begin with', () => {
  const guide = read('CONTRIBUTING.md');
  expect(guide).toContain('npm ci && npm start');
  expect(guide).toContain('npm ci && npm test');
});

test('what guides link to is there', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md']) {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(join(root, target)), `${target} in ${file}`).toBe(true);
  }
});

test('the changelog knows what is not released yet, or the version of the package', () => {
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[(Unreleased|${version.replaceAll('.', '\\.')})\\]`, 'm'));
});
