import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: { engine: 'cpu', starts: '300', iterations: '60', 'selected-start': '3' },
};
