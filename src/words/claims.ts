import { defineWords } from './words';

/** The claims of the sheets about this experiment, and what was found. */
export const wideMinimaClaims = /* @__PURE__ */ defineWords('wideMinimaClaims', {
  claimMinima: 'There is a sharp minimum near 0 and a wide one near 10.',
  foundMinima: 'Minima at {sharp} with f″ = {sharpCurvature} and at {wide} with f″ = {wideCurvature}.',
  claimEither: 'At learning rate {rate} descent ends in either of the two.',
  foundEither: '{sharp} end in the sharp minimum, {wide} in the wide one.',
  claimWide: 'At learning rate {rate} it ends in the wide minimum.',
  foundWide: '{wide} end in the wide minimum, {sharp} in the sharp one.',
  claimDiverges: 'At learning rate {rate} it does not converge for most starts.',
  foundDiverges: '{share} diverge.',
  claimDetermines: 'The learning rate determines how sharp the minimum is that descent ends in.',
  foundDetermines:
    'It only rules minima out: a rate above 2/f″ ({first} and {second}) leaves a minimum. At {rate} both are reached, and the start decides.',
});

/** The claims of the sheets about this experiment, and what was found. */
export const conv1dClaims = /* @__PURE__ */ defineWords('conv1dClaims', {
  claimZeros: 'Most of what the dense matrix multiplies is zeros; an object that is applied need not form it.',
  foundZeros: 'The matrix has {rows} × {columns} entries, {dense} multiply-adds; the filter needs {products}.',
  claimTranspose: 'The same line of gradient descent runs on A and A′ as objects: A′ is the transpose.',
  foundTransposeGPU: '⟨A x, y⟩ and ⟨x, A′ y⟩ differ by {error} of |A x| |y| on the GPU (float32).',
  foundTransposeCPU: '⟨A x, y⟩ and ⟨x, A′ y⟩ differ by {error} of |A x| |y| on the CPU (float64).',
  claimFlipped: 'What learning calls a convolution is a cross-correlation: the filter is not flipped.',
  foundFlipped:
    'With the filter {filter} on {signal} the first output is {first}; with the filter flipped it were {flipped}.',
  claimSteps: 'Steps of the given size minimize the loss.',
  foundSteps: 'The rate {rate} is {share} of the largest stable one, 2/(|A|² + λ) = {threshold}.',
  lossDiverged: 'The loss diverged at step {step}.',
  lossFalls: 'Every step lowered the loss.',
  lossRises: 'The loss did not fall at every step.',
});
