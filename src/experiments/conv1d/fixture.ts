import type { Fixture } from '../fixture';

const filters = ['gaussian', 'box 9999999', '1 x', '0 0', '1e99', 'gaussian 900'];

export const fixture: Fixture = {
  quick: { engine: 'cpu', length: '96', filter: 'gaussian 3', iterations: '20' },
  scenes: [
    { iteration: '7' },
    // Diverges.
    { loss: 'square', 'learning-rate': '9', iterations: '300' },
  ],
  refused: [...filters.map((filter) => ({ filter })), { iteration: '5000' }, { signal: 'data' }],
};
