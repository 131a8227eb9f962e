import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import ts from 'typescript';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Projects of other people's in a folder of their own, with the packed package installed. */
export class Installed {
  private constructor(readonly folder: string) {}

  /** Packs what was built, and installs the packed file beside copies of the fixtures. */
  static async create(): Promise<Installed> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'descent-lab-')));
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
    });
    const [{ filename }] = JSON.parse(stdout) as { filename: string }[];
    const modules = join(folder, 'node_modules');
    await mkdir(join(modules, 'descent-lab'), { recursive: true });
    await run('tar', ['-xzf', join(folder, filename), '--strip-components', '1', '-C', join(modules, 'descent-lab')]);
    // What a package manager would bring along, and what the apps themselves are made with.
    await mkdir(join(modules, '@types'));
    for (const name of ['lit', 'd3', 'ml-matrix', 'react', 'react-dom', '@types/react', '@types/react-dom'])
      await symlink(join(root, 'node_modules', name), join(modules, name));
    await cp(join(root, 'e2e/package/fixtures'), folder, { recursive: true });
    return new Installed(folder);
  }

  /** Builds an app as its author would, and gives the folder of the result; on demand with all that importing a module does, also where nothing of it is used. */
  async build(name: string, { treeshake = true } = {}): Promise<string> {
    const outDir = join(this.folder, name, treeshake ? 'dist' : 'dist-whole');
    await build({
      root: join(this.folder, name),
      configFile: false,
      base: './',
      logLevel: 'error',
      build: { outDir, rolldownOptions: { treeshake } },
    });
    return outDir;
  }

  /** What the compiler says of files and of all declarations of the package that they reach; those of other packages are as they are. */
  typeErrors(...files: string[]): string[] {
    const program = ts.createProgram(
      files.map((file) => join(this.folder, file)),
      {
        strict: true,
        noEmit: true,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        jsx: ts.JsxEmit.ReactJSX,
        skipLibCheck: false,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      },
    );
    // Other packages are links, and lie elsewhere.
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(this.folder));
    const found = own.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]);
    return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...found].map(
      ({ messageText, file }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** Serves a folder to a page under `/installed/`, from the origin of the site. */
export async function serve(page: Page, folder: string): Promise<void> {
  await page.route('**/installed/**', (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname.replace(/^\/installed\//, '')) }),
  );
}
