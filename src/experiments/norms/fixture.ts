import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  scenes: [
    { p: '0.5', point: '0.2 0.1' },
    { point: '0 1', target: '0.3 0.2' },
  ],
};
