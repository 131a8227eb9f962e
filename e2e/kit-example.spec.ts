import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import ts from 'typescript';
import { Installed } from './package/packed.ts';

const root = resolve(import.meta.dirname, '..');

let installed: Installed;
let browsers: string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  installed = await Installed.create();
  // The rest of what the guide has installed.
  for (const name of ['@playwright', 'playwright', 'playwright-core', 'vite', 'dejavu-fonts-ttf'])
    await symlink(join(root, 'node_modules', name), join(installed.folder, 'node_modules', name));
  browsers = await placeBrowser(join(installed.folder, 'browsers'));
});

test.afterAll(() => installed?.remove());

/** Puts the browser of these tests where `npx playwright install chromium` would put Playwright's own. */
async function placeBrowser(folder: string): Promise<string> {
  const { browsers } = JSON.parse(await readFile(join(root, 'node_modules/playwright-core/browsers.json'), 'utf8')) as {
    browsers: { name: string; revision: string }[];
  };
  const { revision } = browsers.find(({ name }) => name === 'chromium-headless-shell')!;
  const place = join(folder, `chromium_headless_shell-${revision}`);
  const executable = join(place, 'chrome-headless-shell-linux64/chrome-headless-shell');
  await mkdir(dirname(executable), { recursive: true });
  await symlink(process.env.CHROMIUM_EXECUTABLE!, executable);
  await writeFile(join(place, 'INSTALLATION_COMPLETE'), '');
  return folder;
}

/** Copies the guide's files into a folder of their own beside the installed packages. */
async function project(name: string): Promise<string> {
  const folder = join(installed.folder, name);
  await cp(join(root, 'e2e/kit/example'), folder, { recursive: true });
  await symlink(join(installed.folder, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** `npx playwright test`, as the course's author would run it. */
function run(folder: string, ...flags: string[]): Promise<{ ok: boolean; output: string }> {
  // Nothing of this very run is to be seen by the other one.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(TEST_|PW|PLAYWRIGHT|CHROMIUM|FONTCONFIG|FORCE_COLOR|NODE_OPTIONS)/.test(name),
  );
  const env = {
    ...Object.fromEntries(own),
    PLAYWRIGHT_BROWSERS_PATH: browsers,
    NO_COLOR: '1',
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  };
  return new Promise((done) =>
    execFile('playwright', ['test', ...flags], { cwd: folder, env, timeout: 240_000 }, (error, stdout, stderr) =>
      done({ ok: error === null, output: stdout + stderr }),
    ),
  );
}

test("the guide's example passes as it stands there, a second time against its own pictures, and fails once an attribute was changed", async () => {
  test.setTimeout(720_000);
  const folder = await project('course');
  const first = await run(folder, '--update-snapshots');
  expect(first.output).toContain('2 passed');
  expect(first.ok).toBe(true);
  // Nor has the server anything to complain of, but for Node on what this test says about colours.
  const complaints = first.output.split('\n').filter((line) => line.startsWith('[WebServer]'));
  expect(complaints.filter((line) => !/NO_COLOR|--trace-warnings/.test(line))).toEqual([]);
  for (const name of ['course', 'one-step'])
    expect((await readFile(join(folder, `course.spec.ts-snapshots/${name}-linux.png`))).length).toBeGreaterThan(10_000);

  const second = await run(folder);
  expect(second.output).toContain('2 passed');
  expect(second.ok).toBe(true);

  const page = join(folder, 'course.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('starts="2000"', 'starts="1999"'));
  const changed = await run(folder);
  expect(changed.output).toMatch(/\d+ pixels \(ratio [\d.]+ of all image pixels\) are different/);
  expect(changed.output).toContain('1 failed');
  expect(changed.output).toContain('1 passed');
});

test("the guide's example has types, and those of Playwright's page fit", async () => {
  const folder = await project('types');
  await writeFile(
    join(folder, 'wrong.ts'),
    `import { test } from '@playwright/test';
import { deterministic, onlyFonts, settle } from 'descent-lab/testing';

test('these types are not whatever one likes', async ({ page }) => {
  // @ts-expect-error: a page is wanted
  await settle({});
  // @ts-expect-error: milliseconds are a number
  await settle(page, { timeout: 'long' });
  // @ts-expect-error: no such field
  (await settle(page)).elements[0].tagname.trim();
  // @ts-expect-error: folders are a list
  onlyFonts('fonts');
  // @ts-expect-error: no such field
  void deterministic.launchoptions;
});
`,
  );
  const program = ts.createProgram(
    ['course.spec.ts', 'playwright.config.ts', 'wrong.ts'].map((file) => join(folder, file)),
    {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    },
  );
  expect(
    ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  ).toEqual([]);
});
