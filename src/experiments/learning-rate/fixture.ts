import { OPTIMIZER_NAMES } from '../../math/optimizers';
import { SCHEDULE_NAMES } from '../../math/schedules';
import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  differs: [
    'At rate 0.5 the iterates are 50, 75, 100, 100: it converges.',
    'At rate 2.5 the iterates are 250, −125, 687.5, −781.25: it diverges, jumping from side to side.',
    'At a rate of 0 it oscillates.',
  ],
  scenes: [
    { objective: '(x^2-1)^2', start: '0.5', 'learning-rates': '0.2 0.28 0.31 0.4', iterations: '200', iteration: '3' },
    { objective: 'x', 'selected-rate': '0' },
    { optimizer: 'momentum 0.9', 'learning-rates': '0.1 2.5 4', iterations: '60', iteration: '9' },
    { optimizer: 'rmsprop 0.9', schedule: 'warmup 5', 'learning-rates': '5', iterations: '60' },
    { objective: 'ln(x)', start: '1', 'learning-rates': '2 -1' },
    { objective: 'x^4-3x^2+x', start: '2', 'learning-rates': '0.12', iterations: '40' },
  ],
  names: [...OPTIMIZER_NAMES, ...SCHEDULE_NAMES, 'warmup'],
};
