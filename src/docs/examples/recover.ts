import { chooseEngine, conv1dDescent } from 'descent-lab/engine';
import { Conv1d, gaussianFilter, signalAt } from 'descent-lab/operators';

const n = 256;
const taps = gaussianFilter(4);
const A = new Conv1d(taps, n);
const signal = Float64Array.from({ length: n }, (_, i) => signalAt('blocks', i, n));
const observed = A.apply(signal);
const threshold = 2 / A.norm() ** 2;

const { losses, diverged } = await chooseEngine('cpu').run(conv1dDescent, {
  taps,
  observed,
  loss: 'square',
  ridge: 0,
  learningRates: [0.9 * threshold, 1.1 * threshold],
  iterations: 200,
  every: 0,
  bound: 1e6,
});

console.log(`below the threshold: ${losses[0].toFixed(1)} to ${losses[200].toFixed(3)}, diverged: ${diverged[0]}`);
// → below the threshold: 719.6 to 0.002, diverged: null
console.log(`above it, diverged at step ${diverged[1]}`);
// → above it, diverged at step 21
