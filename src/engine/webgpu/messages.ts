import { defineMessages } from '../../messages';

/** What a graphics processor is called that has no name, why it cannot be had, or what it has no room for. */
export const gpuMessages = /* @__PURE__ */ defineMessages('gpu', {
  noDevice: 'the WebGPU adapter gives no device: {reason}',
  lostForGood: 'the WebGPU device was lost, and there is no new one: {reason}',
  lostTwice: 'the WebGPU device was lost twice in one run',
  lostTwiceBecause: 'the WebGPU device was lost twice in one run: {reason}',
  signalTooLarge: 'a signal of {length} numbers takes {bytes} bytes, and this adapter allows {most} in one buffer',
  rowFactors: 'factors of the rows',
  columnFactors: 'factors of the columns',
  partialGradients: 'partial gradients',
  objectiveShares: 'shares of the objective',
  knownEntries: 'known entries',
  design: 'features',
  residuals: 'residuals',
  errorsOfEpochs: 'errors of all epochs',
  keptWeights: 'kept weights',
  batchTooLong: 'a batch of {rows} rows is more than the {most} that this adapter takes at once',
  tableTooLarge: 'the {part} of this table take {bytes} bytes, and this adapter allows {most} in one buffer',
});
