/** For tests that take pictures of pages with elements in them. Runs in Node, beside any version of Playwright. */
export { deterministic, softwareAdapter, type Deterministic } from './deterministic';
export { fontsConf, onlyFonts, type FontFamilies } from './fonts';
export { settle, type PageLike, type Settled, type SettledElement, type SettleOptions } from './settle';
