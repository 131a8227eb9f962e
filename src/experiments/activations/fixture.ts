import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  differs: ['The derivative of softmax is f (1 + f).'],
  scenes: [
    { function: 'softplus', beta: '4' },
    { function: 'softmax', logits: '1000 1001 1002 990 1 2 3', 'selected-logit': '2' },
  ],
  refused: [{ logits: '1 2', 'selected-logit': '3' }],
};
