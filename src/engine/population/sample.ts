import { fewRates } from '../few-rates';
import { countOf, type PopulationStarts, type PopulationTask } from './task';

/** A few of the rates, few iterations, and as many starts as make about so much work. */
export function samplePopulation(task: PopulationTask, work: number): PopulationTask {
  const learningRates = fewRates(task.learningRates);
  const rates = learningRates.length;
  const iterations = Math.min(task.iterations, 1000, Math.max(1, Math.floor(work / (64 * rates))));
  const count = Math.max(1, Math.round(work / (rates * Math.max(1, iterations))));
  return { ...task, learningRates, starts: cut(task.starts, count), iterations, observe: undefined };
}

function cut(starts: PopulationStarts, count: number): PopulationStarts {
  switch (starts.sampling) {
    case 'random':
      return { ...starts, count };
    case 'grid': {
      const shrink = (count / countOf({ starts })) ** (1 / starts.size.length);
      return { ...starts, size: starts.size.map((cells) => Math.max(1, Math.round(cells * shrink))) };
    }
    case 'points':
      return { ...starts, points: Array.from({ length: count }, (_, i) => starts.points[i % starts.points.length]) };
  }
}
