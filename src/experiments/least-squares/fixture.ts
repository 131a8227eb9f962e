import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', starts: '64', iterations: '60' },
  switches: { design: ['random 6 3', '1; 2'] },
  differs: ['θ ← (I − α X′X) θ − α X′Y.'],
  scenes: [
    { design: 'random 4 3', axes: 'eigenvectors', iteration: '3' },
    { design: '1 1; 2 2', 'learning-rates': '0.1' },
    { optimizer: 'momentum 0.9', schedule: 'cosine' },
    { optimizer: 'adam', 'learning-rates': '0.1 1' },
    { design: '1; 2' },
  ],
  refused: [{ targets: '1 2' }, { design: '1 2', targets: '1 2 3' }, { across: '3' }],
  names: [
    'momentum',
    'nesterov',
    'adagrad',
    'rmsprop',
    'adam',
    'step',
    'exponential',
    'cosine',
    'inverse',
    'warmup',
    'random',
  ],
};
