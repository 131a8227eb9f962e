import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  scenes: [
    { gamma: '0', p: '1', easy: '1', hard: '1', 'easy-examples': '7' },
    { gamma: '3.3', p: '1e-300' },
  ],
};
