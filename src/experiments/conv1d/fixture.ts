import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', length: '96', filter: 'gaussian 3', iterations: '20' },
};
