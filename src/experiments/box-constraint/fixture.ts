import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  scenes: [
    { objective: '(theta-2)^2/2', iteration: '3' },
    { objective: '(theta-1)^2/2', lower: '0' },
    { objective: 'ln(theta)' },
    { objective: '5' },
    { 'learning-rate': '40' },
  ],
  refused: [{ lower: '2' }, { iteration: '101' }],
};
