import { OPTIMIZER_NAMES } from '../../math/optimizers';
import { SCHEDULE_NAMES } from '../../math/schedules';
import type { Fixture } from '../fixture';

const formulas = ['(x', 'x)', 'x + foo', 'sin()', 'x # 2', 'x*t', 'huber(x, x)', '1e999', 'log(-1-x^2)'];

export const fixture: Fixture = {
  // A polynomial in a narrow range: its pictures have a hundred thousand runs, and the sheet's function has two exponentials.
  quick: {
    engine: 'cpu',
    objective: 'x^4 - 3x^2 + x',
    low: '-3',
    high: '3',
    starts: '60',
    iterations: '20',
    'rate-low': '0.01',
    'rate-high': '1',
    'selected-start': '1',
  },
  compared: { engine: 'cpu', starts: '300', iterations: '60', 'selected-start': '3' },
  scenes: [
    { iteration: '14' },
    { objective: 'cos(3x) + x^2/50', low: '-6', high: '6' },
    { objective: 'exp(x)', low: '-6', high: '6' },
    { optimizer: 'momentum 0.9; adam', views: 'landscape histogram outcomes' },
    { optimizer: 'gd', schedule: 'cosine', views: 'landscape schedule outcomes', iteration: '3' },
    { views: 'schedule' },
  ],
  names: [...OPTIMIZER_NAMES, ...SCHEDULE_NAMES, 'warmup'],
  refused: [
    ...formulas.map((objective) => ({ objective })),
    { objective: 'sin(1000x)*cos(999x)' },
    { low: '30' },
    { low: '20' },
    { 'rate-low': '6' },
    { 'rate-high': '0.0001' },
    { bound: '2' },
    { iteration: '2000' },
    { 'selected-start': '999999.5', bound: '1000' },
    { 'basins-window': '2 1 1 2' },
    { 'shown-optimizer': '1' },
  ],
};
