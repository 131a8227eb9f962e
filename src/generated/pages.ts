// Written from the folders of src/experiments by `npm run generate`.
/** What the lab's own pages show and say of each experiment, loaded when a page asks for it. */
export const pages = {
  conv1d: () => import('../experiments/conv1d/page'),
  'learning-rate': () => import('../experiments/learning-rate/page'),
  'matrix-factorization': () => import('../experiments/matrix-factorization/page'),
  norms: () => import('../experiments/norms/page'),
  'wide-minima': () => import('../experiments/wide-minima/page'),
} as const;
