/** The kinds of parameters, but for formulas: who has none is not to load what parses them. */
export * from './attribute';
export * from './choice';
export * from './error';
export * from './list';
export * from './matrix';
export * from './number';
export * from './parameter';
export * from './text';
export * from './usual';
export * from './values';
export * from './words';
