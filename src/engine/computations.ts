/** The computations there are, with their tasks and results. Another one is another line. */
export * from './descend';
export * from './trace';
export * from './population';
export * from './conv1d';
export * from './conv1d-descent';
export * from './factorize';
export * from './networks';
export * from './least-squares-descent';
export * from './replicas';
export * from './coverage';
export * from './ridge-grid';
