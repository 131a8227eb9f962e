import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** Programs for tests of what is written in Python. Where there is no Python with NumPy, or with PyTorch, such a test is skipped, and says so. */

const run = (program: string, folder?: string) =>
  spawnSync('python3', ['-'], { input: program, cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });

const hasNumPy = run('import numpy').status === 0;
let hasTorch: boolean | undefined;

/** The lines that a program prints, each as its words, of which numbers are numbers. */
export function printedBy(program: string, context: TestContext, folder?: string): (string | number)[][] {
  context.skip(!hasNumPy, 'there is no python3 with NumPy');
  if (program.includes('import torch'))
    context.skip(!(hasTorch ??= run('import torch').status === 0), 'there is no python3 with PyTorch');
  const { status, stdout, stderr } = run(program, folder);
  if (status !== 0) throw new Error(`${program}\n${stderr}`);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split(/[\s,:=]+/).map(valueOf));
}

/** The numbers that a program prints, line by line. */
export function numbersOf(program: string, context: TestContext, folder?: string): number[][] {
  return printedBy(program, context, folder).map((line) => line.filter((value) => typeof value === 'number'));
}

/** A folder with these files, for as long as the test runs. */
export function saved(files: Readonly<Record<string, string>>, context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  context.onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function valueOf(word: string): string | number {
  if (word === 'nan') return NaN;
  if (/^[+-]?inf$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  return word !== '' && Number.isFinite(Number(word)) ? Number(word) : word;
}
