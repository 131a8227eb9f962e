/** A program of Python for NumPy, of parts with a line between them. */
export function numpyProgram(...parts: readonly string[]): string {
  return `${['import numpy as np', ...parts.filter((part) => part !== '')].join('\n\n')}\n`;
}
