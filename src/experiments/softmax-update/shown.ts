/** The colours of the classes. */
export const CLASS_COLORS = Array.from({ length: 6 }, (_, j) => `--gd-minimum-${j + 1}`);
