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
export const matrixFactorizationClaims = /* @__PURE__ */ defineWords('matrixFactorizationClaims', {
  claimResiduals: 'With u = {u} and v = {v}, the residuals of the known entries are {residuals}.',
  foundResiduals: '{formulas} are {numbers}.',
  claimGradient: 'The gradient is −e v and −e u: {gradient} for {names}.',
  foundGradient: '{names} are {numbers}.',
  claimStep: 'One simultaneous step at rate {rate} gives {step}.',
  foundStep: 'The engine’s first iterate is {numbers}. With u overwritten first, v would be {late}.',
  claimLoss: 'The loss is {before} before the step and {after} after it.',
  foundLoss: 'J before and after: {numbers}.',
  and: '{first} and {last}',
});
