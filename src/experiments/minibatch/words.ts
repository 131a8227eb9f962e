import { defineWords } from '../../words/words';

/** What the pictures say. */
export const say = /* @__PURE__ */ defineWords('minibatch', {
  shareAxis: 'share of the {n} {n|example|examples} never drawn →',
  epochsAxis: '↑ share of the epochs',
  predictedAt: '(1 − 1/n)ⁿ = {value}',
  withError: '{value} ± {error}',
  measuredAt: 'measured: {value}',
  readShares: 'Shares never drawn',
  epochsWith: {
    one: '{count} example never drawn in {share} of the epochs',
    other: '{count} examples never drawn in {share} of the epochs',
  },
  sizeAxis: 'examples n (log scale) →',
  neverAxis: '↑ share never drawn',
  predicted: 'predicted',
  measured: 'measured',
  measuredWithError: 'measured, ± 2 standard errors',
  limit: '1/e = {value}',
  readSizes: 'Share never drawn along the number of examples',
  ofExamples: { one: '{count} example', other: '{count} examples' },
  both: 'predicted {predicted}, measured {measured}',
  coverageMeasured:
    'In an epoch of {n} {n|draw|draws} from {n} {n|example|examples} a share of {measured} is never drawn, measured over {epochs} {epochs|epoch|epochs}.',
  coverageSummary:
    'In an epoch of {n} {n|draw|draws} from {n} {n|example|examples} a share of {measured} is never drawn, measured over {epochs} {epochs|epoch|epochs}; predicted is {predicted}, and 1/e = {limit} for ever more examples. Between epochs the share varies with a standard deviation of {spread}. If examples were independent it would be {independent}.',
  batchAxis: 'batch m →',
  varianceAxis: '↑ variance of the mean of a batch',
  withReplacement: 'with replacement: σ²/m',
  withoutReplacement: 'without replacement: σ²/m · (N − m)/(N − 1)',
  withMeasured: 'with replacement, measured',
  withoutMeasured: 'without, measured',
  readBatches: 'Variances along the batch',
  batchOf: { one: 'a batch of {count}', other: 'a batch of {count}' },
  withIs: 'with replacement: predicted {predicted}, measured {measured}',
  withoutIs: 'without: predicted {predicted}, measured {measured}',
  populationIs: 'σ² = {variance}, N = {count}',
  varianceMeasured:
    'The {count} {count|gradient has|gradients have} a variance of {variance}. The mean of a batch of {batch} has a measured variance of {withMeasured}, drawn with replacement.',
  withFound: 'with replacement: measured {measured}',
  withoutFound: 'without: measured {measured}',
  varianceSummary:
    'The {count} {count|gradient has|gradients have} a variance of {variance}. The mean of a batch of {batch} has, drawn with replacement, a variance of {with} (measured {withMeasured}), and drawn without {without} (measured {withoutMeasured}).',
  varianceSummaryWith:
    'The {count} {count|gradient has|gradients have} a variance of {variance}. The mean of a batch of {batch}, drawn with replacement, has a variance of {with} (measured {withMeasured}). A batch that large cannot be drawn without replacement.',
  factorAxis: 'batch, times m = {batch} →',
  stepAxis: '↑ noise of a step: its variance (log scale)',
  epochAxis: '↑ noise of an epoch: the variance of all its steps (log scale)',
  kept: 'rate kept',
  linear: 'rate times k',
  squareRoot: 'rate times √k',
  lines: 'lines: predicted; dots: measured',
  noNoise: 'All gradients are equal: there is no noise to scale.',
  readFactors: 'Noise along the size of the batch',
  timesBatch: 'k = {factor}: batches of {batch}',
  ruleIs: '{rule}: {step} a step, {epoch} an epoch',
  exampleBatch: 'batch',
  scalingSummary:
    'With a batch {factor} times as large, the noise of a step becomes {keptStep} times as large if the rate is kept, {linearStep} times if the rate is multiplied by {factor}, and {rootStep} times if it is multiplied by the square root of {factor}. An epoch has {factor} times fewer steps; its noise becomes {keptEpoch}, {linearEpoch} and {rootEpoch} times as large. All are measured.',
});
