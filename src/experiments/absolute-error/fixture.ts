import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { iterations: '60' },
  scenes: [
    { loss: 'square', schedule: 'warmup 5, cosine' },
    { loss: 'huber' },
    { loss: 'square', 'learning-rate': '50' },
    { points: '1 2; 1 3', weights: '1' },
    { design: '1 0; 2 1; 0 3; -1 2; 1 1', targets: '2 0 -4 -2.5 -1', weights: '1 -1', bias: '0.5' },
    { design: '1 0 2; 2 1 0', targets: '1 2' },
  ],
  refused: [{ design: '1 2; 3 4' }, { targets: '1 2' }, { design: '1; 2', targets: '1 2 3' }, { weights: '1 2' }],
  names: ['constant', 'step', 'exponential', 'cosine', 'inverse', 'warmup', 'ηG²/2'],
};
