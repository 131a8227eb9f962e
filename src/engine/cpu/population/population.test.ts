import { expect, test } from 'vitest';
import { named, OPTIMIZER_NAMES } from '../../../math/optimizers';
import { endingsOf } from '../../descend/endings';
import { countOf, placesOf, startOf, variablesOf, type PopulationTask } from '../../population';
import { runByTheBook } from '../../population/by-the-book.fixtures';
import { flatStart, himmelblau, sheetWith } from '../../population/problems.fixtures';
import { population } from './kernel';
import { preparePopulation } from './prepare';
import type { PopulationPart } from './plan';

function partOf(task: PopulationTask, from = 0, to = task.learningRates.length * countOf(task)): PopulationPart {
  const steps = population.run(preparePopulation(task), from, to);
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

const everything = { observe: { map: true, finals: true } } as const;
const tasks: [string, PopulationTask][] = [
  ...OPTIMIZER_NAMES.map((name): [string, PopulationTask] => [
    `the sheet's function with ${name}`,
    sheetWith(name, 40, { iterations: 300, ...everything }),
  ]),
  ...OPTIMIZER_NAMES.map((name): [string, PopulationTask] => [
    `Himmelblau's function with ${name} and a decaying rate`,
    himmelblau(7, 7, {
      optimizer: named(name),
      schedule: { name: 'cosine', warmup: 10 },
      learningRates: [0.01, 0.3],
      ...everything,
    }),
  ]),
  [
    'a function with a bounded domain',
    {
      ...flatStart(8, 8, everything),
      objective: 'x - log(x) + y^2 - sqrt(y + 1)',
      targets: [[1, 0.2284]],
      elsewhere: [[3, 3]],
      learningRates: [0.1, 1.5],
      starts: {
        sampling: 'random',
        count: 64,
        seed: 3,
        box: [
          { low: 0.01, high: 4 },
          { low: -1.5, high: 4 },
        ],
      },
    },
  ],
  ['the flat start with a frozen weight', flatStart(6, 6, { frozen: [0], ...everything })],
];

test.each(tasks)('blocks of runs give what one run after the other gives, on %s', (_, task) => {
  const part = partOf(task);
  const endings = endingsOf(placesOf(task));
  const [starts, variables] = [countOf(task), variablesOf(task)];
  for (let run = 0; run < starts * task.learningRates.length; run++) {
    const start = startOf(task, run % starts);
    const one = runByTheBook(task, start, task.learningRates[Math.floor(run / starts)]);
    const where = `from ${start.join(', ')}`;
    expect(endings[part.labels![run]], where).toEqual(one.ending);
    expect(Math.ceil(part.times![run]), where).toBe(one.date);
    expect([...part.finals!.subarray(run * variables, (run + 1) * variables)], where).toEqual(one.final);
  }
});
