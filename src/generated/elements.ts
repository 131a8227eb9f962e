// Written from the folders of src/experiments by `npm run generate`.
import { experimentElement } from '../elements/experiment-element';
import { show } from '../elements/show';
import type { ClassOf } from '../elements/types';

export const GdWideMinima = experimentElement({
  name: 'wide-minima',
  defaults: {
    objective: 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
    learningRates: [0.01, 0.3, 4],
    starts: 10000,
    iterations: 1000,
    low: -5,
    high: 20,
    sampling: 'random',
    seed: 1,
    tolerance: 0.001,
    bound: 1000000,
    rateLow: 0.001,
    rateHigh: 5,
    views: ['landscape', 'histogram', 'outcomes', 'basins', 'bifurcation'],
    selectedRate: null,
    selectedStart: null,
    iteration: 0,
    basinsWindow: [],
    bifurcationWindow: [],
    engine: 'auto',
    controls: 'shown',
    loading: 'lazy',
  },
  data: [],
  load: async () =>
    show(
      await Promise.all([
        import('../experiments/wide-minima/experiment'),
        import('../experiments/wide-minima/views'),
        import('../elements/shell'),
      ]),
    ),
}) as unknown as ClassOf<typeof import('../experiments/wide-minima/experiment').experiment, object>;
export type GdWideMinima = InstanceType<typeof GdWideMinima>;

/** Every element: its tag and its class. */
export const registry = {
  'gd-wide-minima': GdWideMinima,
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'gd-wide-minima': GdWideMinima;
  }
}
