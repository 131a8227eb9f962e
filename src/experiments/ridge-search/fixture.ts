import type { Fixture } from '../fixture';

const quick = {
  engine: 'cpu',
  batches: '64 all',
  'learning-rates': '0.1 1',
  epochs: '1 3',
  strengths: '0 0.1',
};

export const fixture: Fixture = {
  quick,
  differs: ['The gradient of the weights is np.dot(X, yhat − y)/n + αw.'],
  scenes: [{ validation: '0' }, { 'learning-rates': '5 9' }, { combination: '2' }, { standardize: 'each' }],
  refused: [{ combination: '16' }, { epochs: '2.5' }, { batches: '16 16' }],
};
