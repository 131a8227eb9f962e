/** A program of Python, of its imports and parts with a line between them. */
const program = (imports: string, parts: readonly string[]): string =>
  `${[imports, ...parts.filter((part) => part !== '')].join('\n\n')}\n`;

/** A program of Python for NumPy. */
export const numpyProgram = (...parts: readonly string[]): string => program('import numpy as np', parts);

/** A program of Python for NumPy and PyTorch. */
export const torchProgram = (...parts: readonly string[]): string => program('import numpy as np\nimport torch', parts);
