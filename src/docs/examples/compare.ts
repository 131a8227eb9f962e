import { chooseEngine, descend, type DescendResult, type DescendTask } from 'descent-lab/engine';

const task: DescendTask = {
  objective: 'sigmoid(-3(theta-3)) * 10theta^2 + sigmoid(3(theta-3)) * ((theta-10)^2/2 + 50)',
  learningRates: [0.01, 0.104, 0.3, 1.5],
  starts: { sampling: 'grid', count: 2000, low: -5, high: 20, seed: 0 },
  iterations: 300,
  minima: [-0.00178, 10],
  tolerance: 1e-3,
  bound: 1e6,
  records: true,
};

document.querySelector('#compare')!.addEventListener('click', async () => {
  const [gpu, cpu] = await Promise.all(
    (['webgpu', 'cpu'] as const).map((kind) => chooseEngine(kind).run(descend, task)),
  );
  const { count } = task.starts;
  const lines = task.learningRates.map((rate, r) => {
    const runs = Array.from({ length: count }, (_, s) => r * count + s);
    const outcomeOf = ({ endings, labels }: DescendResult, i: number) => endings[labels![i]].outcome;
    const outcomes = runs.filter((i) => outcomeOf(gpu, i) !== outcomeOf(cpu, i)).length;
    // Where a run that diverged was last, says nothing.
    const places = runs.filter(
      (i) => outcomeOf(cpu, i) !== 'diverged' && Math.abs(gpu.finals![i] - cpu.finals![i]) > 0.1,
    ).length;
    return `At rate ${rate}, ${outcomes} outcomes differ, and ${places} last iterates by more than 0.1.`;
  });
  document.querySelector('#compared')!.textContent =
    `${gpu.engine.kind} against ${cpu.engine.kind}, ${count} runs each. ${lines.join(' ')}`;
});
