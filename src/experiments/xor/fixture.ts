import type { Fixture } from '../fixture';

const compared = { engine: 'cpu', iterations: '4', networks: '320', units: '1' };

export const fixture: Fixture = {
  // Trainability trains a network for each of its pixels: it has tests of its own.
  quick: { ...compared, views: 'plane loss unique networks' },
  compared,
  scenes: [
    {},
    { 'learning-rate': '0.7', iteration: '3' },
    { points: '0 0 0; 1 1 1; 2 2 0', iterations: '50' },
    { points: '0 0 -1; 2 1 3', units: '2', iterations: '10', networks: '320' },
  ],
  refused: [{ iteration: '600' }, { points: '0 0 5000' }, { 'trainability-window': '1 0.1 0.1 1' }],
};
