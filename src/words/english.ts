/** `descent-lab/words`: every text of the interface in English, to be copied and translated. Plain data: it can be written as JSON. */
import { chartWords } from '../charts/kit/words';
import { rasterWords } from '../charts/kit/zoom-words';
import { landscapeWords } from '../charts/landscape-data';
import { basinsWords } from '../charts/basins';
import { bifurcationWords } from '../charts/bifurcation';
import { histogramWords } from '../charts/histogram';
import { outcomesWords } from '../charts/outcomes-thresholds';
import {
  errorCurvesWords,
  factorizationStepWords,
  itemMapWords,
  rateOutcomesWords,
  ratingTablesWords,
  valleyWords,
} from './charts-ratings';
import { lossCurveWords, operatorCardWords, rateLossWords, seriesWords, tapsWords } from './charts-signal';
import { matrixFactorizationClaims, wideMinimaClaims } from './claims';
import { elementWords } from './elements';
import { engineMessages } from '../engine/messages';
import { formulaMessages } from '../formula/messages';
import { gpuMessages } from '../engine/webgpu/messages';
import { matrixFactorizationWords } from './matrix-factorization';
import { parameterWords } from './parameters';
import { ratingsMessages } from '../ratings/texts';
import { wideMinimaWords } from './wide-minima';

export const english = {
  elements: elementWords.english,
  parameters: parameterWords.english,
  engine: engineMessages.english,
  gpu: gpuMessages.english,
  formula: formulaMessages.english,
  ratings: ratingsMessages.english,
  charts: chartWords.english,
  wideMinima: wideMinimaWords.english,
  wideMinimaClaims: wideMinimaClaims.english,
  landscape: landscapeWords.english,
  histogram: histogramWords.english,
  outcomes: outcomesWords.english,
  raster: rasterWords.english,
  basins: basinsWords.english,
  bifurcation: bifurcationWords.english,
  series: seriesWords.english,
  lossCurve: lossCurveWords.english,
  rateLoss: rateLossWords.english,
  taps: tapsWords.english,
  operatorCard: operatorCardWords.english,
  matrixFactorization: matrixFactorizationWords.english,
  matrixFactorizationClaims: matrixFactorizationClaims.english,
  factorizationStep: factorizationStepWords.english,
  valley: valleyWords.english,
  errorCurves: errorCurvesWords.english,
  rateOutcomes: rateOutcomesWords.english,
  ratingTables: ratingTablesWords.english,
  itemMap: itemMapWords.english,
};
