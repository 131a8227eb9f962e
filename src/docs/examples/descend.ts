import { chooseEngine, descend, outcomesAt } from 'descent-lab/engine';

const engine = chooseEngine('cpu');
const result = await engine.run(descend, {
  objective: 'x^4 - 3x^2 + x',
  learningRates: [0.01, 0.1, 0.2],
  starts: { sampling: 'grid', count: 1000, low: -2, high: 2, seed: 0 },
  iterations: 500,
  minima: [-1.3008396, 1.1309011],
  tolerance: 1e-3,
  bound: 1e6,
});

// For each rate: how many starts end in a minimum, wander for ever, and diverge.
for (let rate = 0; rate < 3; rate++) {
  const { converged, wandering, diverged } = outcomesAt(result, rate);
  console.log(converged, wandering, diverged, result.medianIterations[rate]);
}
// → 1000 0 0 55
// → 1000 0 0 6
// → 416 578 6 31
