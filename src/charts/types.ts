export type { Chart } from './kit/chart';
export type { Outcome } from './outcome';
