import { defineWords } from '../../words/words';

/** What the pictures of focal loss say. */
export const say = /* @__PURE__ */ defineWords('focal-loss', {
  lossAxis: '↑ loss',
  gradientAxis: '↑ size of the gradient by the logit',
  shareAxis: '↑ times cross-entropy’s (log scale)',
  pAxis: 'p, the probability of the true class →',
  crossEntropy: 'γ = 0: cross-entropy',
  gammaIs: 'γ = {gamma}',
  wrong: 'hard: confidently wrong',
  unsure: 'unsure',
  easy: 'easy',
  inHand: 'p = {p}: {value}, cross-entropy {other}',
  point: 'Probability',
  read: 'The curves along p',
  atP: 'p = {p}',
  valueOf: '{name}: {value}',
  lossSummary:
    'At p = {p} cross-entropy is {crossEntropy}; the factor (1 − p)ᵞ is {factor} at γ = {gamma}, and focal loss {focal}.',
  gradientSummary:
    'At p = {p} the derivative by the logit is {crossEntropy} for cross-entropy and {focal} for focal loss with γ = {gamma}.',
  strongest: 'steepest: {size} at p = {p}',
  ofCrossEntropy: 'cross-entropy: {loss}',
  ofFocal: 'focal loss, γ = {gamma}: {loss}',
  easyOnes: { one: '{count} easy example, p = {p}', other: '{count} easy examples, p = {p} each' },
  hardOne: '1 hard example, p = {p}',
  each: '{count} × {loss} = {sum}',
  shares: '↑ share of the loss',
  gammaAxis: 'γ →',
  gamma: 'γ',
  hardShare: 'hard',
  easyShare: 'easy',
  gammas: 'Values of γ',
  easySlider: 'easy p',
  hardSlider: 'hard p',
  noLoss: 'no loss',
  noLossSummary: '{easy} and {hard}: there is no loss.',
  examplesSummary:
    '{easy} and {hard}. In cross-entropy the hard one makes up {before} of the loss, in focal loss with γ = {gamma} it makes up {after}.',
});
