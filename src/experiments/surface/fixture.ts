import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  // Basins have a run for each of a hundred thousand pixels, and measured times take their time: they have tests of their own.
  quick: { engine: 'cpu', starts: '100', iterations: '12', views: 'surface contours rates loss' },
  compared: { engine: 'cpu', starts: '100', iterations: '12', views: 'surface contours basins rates loss' },
  scenes: [
    { iteration: '8' },
    { objective: '(1 - x*y)^2/2', optimizer: 'gd; adam' },
    { objective: '(x^2+y-11)^2 + (x+y^2-7)^2', frozen: 'y' },
  ],
  names: [
    ...['gd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'],
    ...['constant', 'exponential', 'inverse', 'cosine', 'warmup', 'step'],
  ],
  refused: [
    { objective: 'x + y + z' },
    { 'x-low': '30', 'x-high': '20' },
    { 'y-low': '3', 'y-high': '-30' },
    { iteration: '2000' },
    { 'shown-optimizer': '1' },
    { 'basins-window': '2 1 1 2' },
  ],
};
