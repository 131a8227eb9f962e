import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

/** Programs for tests of what is written in Python. Where there is no Python with NumPy, such a test is skipped, and says so. */

const run = (program: string, folder?: string) =>
  spawnSync('python3', ['-'], { input: program, cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });

const hasNumPy = run('import numpy').status === 0;

/** The lines that a program prints, each as its words, of which numbers are numbers. */
export function printedBy(program: string, context: TestContext, folder?: string): (string | number)[][] {
  context.skip(!hasNumPy, 'there is no python3 with NumPy');
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

function valueOf(word: string): string | number {
  if (word === 'nan') return NaN;
  if (/^[+-]?inf$/.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  return word !== '' && Number.isFinite(Number(word)) ? Number(word) : word;
}
