import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', 'logit-low': '-5', 'learning-rate': '2' },
  scenes: [
    { logit: '3', 'logit-low': '0.5', 'logit-high': '4' },
    { logit: '-1000', 'logit-low': '-20' },
  ],
  refused: [{ 'logit-low': '3', 'logit-high': '3.2' }],
};
