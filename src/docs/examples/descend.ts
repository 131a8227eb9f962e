import { chooseEngine, descend } from 'descent-lab/engine';

const engine = chooseEngine('cpu');
const { counts, medianIterations } = await engine.run(descend, {
  objective: 'x^4 - 3x^2 + x',
  learningRates: [0.01, 0.1, 0.2],
  starts: { sampling: 'grid', count: 1000, low: -2, high: 2, seed: 0 },
  iterations: 500,
  minima: [-1.3008396, 1.1309011],
  tolerance: 1e-3,
  bound: 1e6,
});

// Four numbers for each rate: starts that end in the left minimum, in the right one, in neither, and that diverge.
for (let rate = 0; rate < 3; rate++)
  console.log(counts.slice(4 * rate, 4 * rate + 4).join(' '), medianIterations[rate]);
// → 542 458 0 0 55
// → 565 435 0 0 6
// → 2 416 576 6 31
