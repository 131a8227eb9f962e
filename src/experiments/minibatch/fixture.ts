import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', examples: '20', epochs: '200' },
  differs: [
    'A batch of ñ examples, drawn without replacement, has a gradient of variance σ²/ñ.',
    'Goyal et al., NeurIPS 2017, adjust the learning rate to keep the gradient noise constant.',
  ],
  scenes: [
    { gradients: 'normal', batch: '8', factor: '2' },
    { gradients: '3 3', batch: '3' },
    { examples: '1', batch: '64', factor: '7' },
  ],
};
