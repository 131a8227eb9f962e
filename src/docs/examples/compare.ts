import { chooseEngine, type DescendTask } from 'descent-lab/engine';
import { wideMinima } from 'descent-lab';

const task: DescendTask = {
  objective: wideMinima.parameters.find(({ name }) => name === 'objective')!.default as string,
  learningRates: [0.01, 0.105, 0.3, 1.5],
  starts: { sampling: 'grid', count: 2000, low: -5, high: 20, seed: 0 },
  iterations: 300,
  minima: [-0.00178, 10],
  tolerance: 1e-3,
  bound: 1e6,
  records: true,
};

document.querySelector('#compare')!.addEventListener('click', async () => {
  const [gpu, cpu] = await Promise.all((['webgpu', 'cpu'] as const).map((kind) => chooseEngine(kind).descend(task)));
  const { count } = task.starts;
  const differing = task.learningRates.map((rate, r) => {
    const labels = cpu.labels!.subarray(r * count, (r + 1) * count);
    return `${labels.filter((label, i) => label !== gpu.labels![r * count + i]).length} at rate ${rate}`;
  });
  document.querySelector('#compared')!.textContent = `${gpu.engine.kind} against ${cpu.engine.kind}, of ${count} outcomes differ: ${differing.join(', ')}.`;
});
