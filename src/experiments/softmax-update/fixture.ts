import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { iterations: '20' },
  scenes: [
    { optimizer: 'adam', step: '3', derivation: 'symbols' },
    {
      weights: '1000 0 0 5',
      input: '1',
      label: '2',
      'hidden-layer': 'tanh',
      points: '-1 -1 0; 1 1 0; -1 1 1; 1 -1 1',
      iteration: '2',
    },
    { 'hidden-layer': 'linear' },
  ],
  refused: [{ input: '1 2 3' }, { weights: '1 2; 3 4; 5 6' }, { label: '5' }, { points: '0 0 7' }],
  names: ['gd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'relu', 'tanh', 'Wᵀ', 'ln'],
};
