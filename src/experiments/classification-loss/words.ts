import { defineWords } from '../../words/words';

/** What the pictures of both losses say. */
export const say = /* @__PURE__ */ defineWords('classification-loss', {
  crossEntropy: 'cross-entropy',
  halfSquared: 'half the squared error',
  logitAxis: 'logit z of the true class →',
  lossAxis: '↑ loss',
  gradientAxis: '↑ size of the gradient',
  ratioAxis: '↑ how many times larger (log scale)',
  inHand: 'z = {z}, p = {p}',
  leftOf: 'z = {z}, left of the range shown',
  rightOf: 'z = {z}, right of the range shown',
  wrong: 'confidently wrong',
  right: 'right',
  notConvex: 'squared error is concave',
  most: 'at most 4/27, at p = ⅓',
  slopeIs: 'slope {slope}',
  times: '{ratio} times',
  point: 'Logit',
  read: 'The losses along the logit',
  readEscape: 'Steps from wrong to right along the starting logit',
  value: '{name}: {value}',
  lossSummary:
    'At the logit {z}, a probability of {p} for the true class, cross-entropy is {crossEntropy} with slope {entropySlope}, and half the squared error {squared} with slope {squaredSlope}.',
  gradientSummary:
    'At the logit {z}, p = {p}, the gradient is {crossEntropy} for cross-entropy and {halfSquared} for half the squared error: {ratio} times less.',
  stepsAxis: '↑ steps until the logit is above 0 (log scale)',
  startAxis: 'starting logit →',
  theory: 'dashed: theory for small steps',
  steps: { one: '{count} step', other: '{count} steps' },
  moreThan: 'more than {count} {count|step|steps}',
  rate: 'learning rate',
  rates: 'Learning rates',
  alreadyRight: 'already right',
  notYet: 'wrong after {count} {count|step|steps}',
  escapeSummary:
    'From the logit {z} at learning rate {rate}: cross-entropy takes {crossEntropy}, half the squared error {squared} until the example is classified right. From {low}, the lowest start, it is {lowEntropy} and {lowSquared}.',
});
