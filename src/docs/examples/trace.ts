import { chooseEngine, trace } from 'descent-lab/engine';

const { iterates, frames } = await chooseEngine('cpu').run(trace, {
  objective: 'theta^2 / 2',
  learningRate: 1.5,
  starts: [1, 8],
  iterations: 4,
  every: 1,
  bound: 1e6,
});

// The frame is slowest: iterate k of start s is iterates[k * 2 + s].
for (let k = 0; k < frames; k++) console.log(k, iterates[2 * k], iterates[2 * k + 1]);
// → 0 1 8
// → 1 -0.5 -4
// → 2 0.25 2
// → 3 -0.125 -1
// → 4 0.0625 0.5
