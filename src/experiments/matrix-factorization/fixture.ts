import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', users: '12', items: '9', observed: '60', 'true-rank': '2', rank: '2', epochs: '8' },
  switches: { ratings: ['synthetic'] },
};
