import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', users: '12', items: '9', observed: '60', 'true-rank': '2', rank: '2', epochs: '8' },
  switches: { ratings: ['synthetic'] },
  scenes: [
    // Diverges.
    { 'learning-rate': '3', ridge: '0.1', views: 'step valley errors rates table items' },
    { ratings: 'synthetic', views: 'errors rates table items step' },
  ],
  refused: [
    { ratings: 'nonsense' },
    { ratings: 'no/such/file.csv' },
    { step: '50' },
    { ratings: 'synthetic', observed: '1000' },
    { ratings: 'synthetic', 'true-rank': '12' },
  ],
};
