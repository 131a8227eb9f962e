/** The colours of what has the size of the input, of the hidden layer and of the output. */
export const SIZE_COLORS = { s: '--gd-minimum-4', t: '--gd-minimum-3', u: '--gd-minimum-5' } as const;
export type Size = keyof typeof SIZE_COLORS;

/** The colours of a grid's lines: along the first input and along the second. */
export const LINE_COLORS = ['--gd-minimum-2', '--gd-minimum-1'] as const;
