import { chooseEngine, descend, type DescendTask } from 'descent-lab/engine';

const task: DescendTask = {
  objective: 'sin(x)',
  learningRates: [0.1],
  starts: { sampling: 'random', count: 100_000, low: -3, high: 6, seed: 7 },
  iterations: 20_000,
  minima: [-Math.PI / 2, 1.5 * Math.PI],
  tolerance: 1e-3,
  bound: 1e6,
};

const controller = new AbortController();
const engine = chooseEngine('cpu');
try {
  await engine.run(descend, task, { signal: controller.signal, onProgress: () => controller.abort() });
} catch (error) {
  console.log((error as Error).name);
  // → AbortError
}

try {
  await engine.run(descend, { ...task, iterations: -1 });
} catch (error) {
  console.log(String(error));
  // → RangeError: iterations is -1; it takes a whole number from 0 to 1000000
}
