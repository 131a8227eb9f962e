import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { entries } from './entries.ts';
import { classOf } from './experiments.ts';

const root = resolve(import.meta.dirname, '..');

/** Writes a type declaration beside each entry of the package, and those of all modules that they refer to under `types`. */
export function declarations(): Plugin {
  return {
    name: 'descent-lab:declarations',
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      const sources = [
        ...Object.values(entries).filter((file) => file.endsWith('.ts')),
        'src/generated/elements.ts',
      ].map((file) => resolve(root, file));
      const { options } = ts.parseJsonConfigFileContent(
        ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile).config,
        ts.sys,
        root,
      );
      const program = ts.createProgram([...sources, resolve(root, 'src/engine/webgpu/wgsl.d.ts')], {
        ...options,
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        declarationMap: false,
        stripInternal: true,
        noCheck: true,
        rootDir: resolve(root, 'src'),
        outDir: root,
        allowJs: false,
      });
      program.emit(undefined, (file, text) =>
        emit(`types/${relative(root, file)}`, withExtensions(text, resolve(root, 'src', relative(root, file)))),
      );
      for (const [entry, file] of Object.entries(entries)) {
        const up = '../'.repeat(entry.split('/').length - 1) || './';
        const [, tag] = entry.split('/gd-');
        emit(
          `${entry}.d.ts`,
          tag
            ? `export { ${classOf(tag)} } from '${up}types/generated/elements.js';\n`
            : `export * from '${up}types/${relative('src', file).replace(/\.ts$/, '.js')}';\n`,
        );
      }
    },
  };
}

/** Node and TypeScript's own resolution of ES modules want whole file names. */
function withExtensions(text: string, file: string): string {
  return text.replace(
    /((?:from|import)\s*\(?\s*['"])(\.[^'"]*)(['"])/g,
    (_, before: string, path: string, after: string) => {
      const target = join(dirname(file), path);
      return `${before}${existsSync(`${target}.ts`) ? `${path}.js` : `${path}/index.js`}${after}`;
    },
  );
}
