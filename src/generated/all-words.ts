// Written from the folders of src/experiments by `npm run generate`.
import { defineExperimentWords } from '../experiments/words';

/** Loads every module that defines words, and defines those of the experiments. */
export async function loadAllWords(): Promise<void> {
  await Promise.all([
    import('../charts/basins'),
    import('../charts/bifurcation'),
    import('../charts/error-curves'),
    import('../charts/factorization-step'),
    import('../charts/histogram'),
    import('../charts/item-map'),
    import('../charts/kit/words'),
    import('../charts/kit/zoom-words'),
    import('../charts/landscape-data'),
    import('../charts/loss-curve'),
    import('../charts/operator-band'),
    import('../charts/outcomes-thresholds'),
    import('../charts/rate-loss'),
    import('../charts/rate-outcomes'),
    import('../charts/rating-tables'),
    import('../charts/series'),
    import('../charts/taps'),
    import('../charts/valley'),
    import('../data/ratings/texts'),
    import('../data/signal/messages'),
    import('../elements/common-parameters'),
    import('../elements/parts/player'),
    import('../elements/parts/signal-file'),
    import('../engine/messages'),
    import('../engine/webgpu/messages'),
    import('../experiments/conv1d/element'),
    import('../experiments/conv1d/filter'),
    import('../experiments/conv1d/problem'),
    import('../experiments/conv1d/recovery'),
    import('../experiments/conv1d/views'),
    import('../experiments/matrix-factorization/element'),
    import('../experiments/matrix-factorization/experiment'),
    import('../experiments/matrix-factorization/parameters'),
    import('../experiments/matrix-factorization/views'),
    import('../experiments/norms/problem'),
    import('../experiments/norms/words'),
    import('../experiments/parameters/error'),
    import('../experiments/wide-minima/parameters'),
    import('../experiments/wide-minima/problem'),
    import('../experiments/wide-minima/views'),
    import('../formula/messages'),
    import('../words/elements'),
  ]);
  const experiments = await Promise.all([
    import('./load/conv1d'),
    import('./load/matrix-factorization'),
    import('./load/norms'),
    import('./load/wide-minima'),
  ]);
  for (const { experiment, views } of experiments) defineExperimentWords(experiment, views);
}
