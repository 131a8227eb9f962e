import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', iterations: '20' },
  scenes: [
    { activation: 'relu', middle: '2' },
    { activation: 'tanh', w1: '1', b1: '0', w2: '2', b2: '0', input: '1', 'learning-rate': '1.2', iteration: '3' },
    { w1: '1 0 1 0; 0 1 0 1', b1: '0 0', w2: '1 1', b2: '0', input: '1 2 3 4' },
  ],
  refused: [{ input: '1 2 3' }, { b1: '1' }, { w2: '1 2; 3 4' }, { b2: '1 2 3' }, { w1: '1 2 3' }],
  names: ['relu', 'tanh'],
};
