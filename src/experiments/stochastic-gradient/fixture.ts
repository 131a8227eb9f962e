import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', replicas: '600', iterations: '12' },
  scenes: [
    // The variance does not converge; then not even the mean.
    { 'learning-rate': '0.35' },
    { 'learning-rate': '2', iterations: '60' },
    { points: '1 2', batch: '2', theta: '2' },
    { points: '1 2; 2 3; 3 4; -1 5', batch: '3', replacement: 'without' },
  ],
  refused: [{ points: '0 1; 0 2' }, { batch: '4', replacement: 'without' }],
};
