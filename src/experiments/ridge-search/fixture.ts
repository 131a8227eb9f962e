import type { Fixture } from '../fixture';

const compared = {
  engine: 'cpu',
  batches: '64 all',
  'learning-rates': '0.1 1',
  epochs: '1 3',
  strengths: '0 0.1',
};

export const fixture: Fixture = {
  // Of the two hundred dots of the predictions some edges are rounded another way once a pointer has been over them.
  quick: { ...compared, views: 'grid curves weights closed' },
  compared,
  differs: ['The gradient of the weights is np.dot(X, yhat − y)/n + αw.'],
  scenes: [
    { views: 'predictions' },
    { validation: '0' },
    { 'learning-rates': '5 9' },
    { combination: '2' },
    { standardize: 'each' },
  ],
  refused: [{ combination: '16' }, { epochs: '2.5' }, { batches: '16 16' }],
};
