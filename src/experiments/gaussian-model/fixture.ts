import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { iterations: '30' },
  differs: ['The gradient of log P by w is that of plus the sum of squares over 2σ²; set to 0 it is Σ x (…) over 2σ².'],
  scenes: [
    { 'learning-rate': '3' },
    { points: '0 0; 1 1' },
    { points: '1 0; 1 1', weights: '1 1' },
    { design: '1; 2; 3', targets: '1 2 4', weights: '0.5' },
    { design: '1 2 3; 4 5 6', targets: '1 2' },
    { design: '1 0; 1 1; 1 2', targets: '1 3 2', sigma: '0.3' },
  ],
  refused: [{ design: '1 2; 3 4' }, { targets: '1 2' }, { design: '1; 2', targets: '1 2 3' }, { weights: '1 2 3' }],
  names: ['ln'],
};
