import { MOST_WITHOUT_REPLACEMENT } from '../../math/minibatch';
import { filled, integer, LARGEST_FACTOR, MAXIMUM_ITERATIONS, number, refuse } from '../check';
import { BINS } from './bins';
import { framesOf } from './centered';
import { MOST_REPLICAS, type ReplicasTask } from './task';

const MOST_EXAMPLES = 100_000;
const MOST_RATES = 4096;
/** Counts and moments that are kept at most. */
const MOST_KEPT = 2 ** 24;
/** Draws of a replica are numbered. */
const MOST_DRAWS = 2 ** 32;
/** As large as the square of a sample. */
const LARGEST_CURVATURE = LARGEST_FACTOR ** 2;

/**
 * Checks what any engine relies on.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validateReplicas(task: ReplicasTask): void {
  const { curvatures, gradients, start, learningRates, replicas, iterations, batch, replacement } = task;
  integer('number of curvatures', curvatures?.length, 1, MOST_EXAMPLES);
  if (gradients?.length !== curvatures.length)
    refuse('number of gradients', gradients?.length, `as many as curvatures, ${curvatures.length}`);
  for (let i = 0; i < curvatures.length; i++) {
    number(`curvatures[${i}]`, curvatures[i], 0, LARGEST_CURVATURE);
    number(`gradients[${i}]`, gradients[i], -LARGEST_CURVATURE, LARGEST_CURVATURE);
  }
  number('start', start, -LARGEST_FACTOR, LARGEST_FACTOR);
  filled('learningRates', learningRates, 'at least one learning rate');
  integer('number of learningRates', learningRates.length, 1, MOST_RATES);
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, -LARGEST_FACTOR, LARGEST_FACTOR));
  integer('replicas', replicas, 1, Math.floor(MOST_REPLICAS / learningRates.length));
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  if (typeof replacement !== 'boolean') refuse('replacement', replacement, 'true or false');
  const most = Math.floor(Math.min(MOST_DRAWS / Math.max(1, iterations), 2 ** 20));
  integer('batch', batch, 1, replacement ? most : Math.min(most, MOST_WITHOUT_REPLACEMENT, curvatures.length));
  integer('seed', task.seed, 0, 2 ** 32 - 1);
  integer('stream', task.stream, 0, 2 ** 16);
  integer('every', task.every, 1, MAXIMUM_ITERATIONS);
  if (!Array.isArray(task.quantiles)) refuse('quantiles', task.quantiles, 'a list of numbers from 0 to 1');
  task.quantiles.forEach((share, i) => number(`quantiles[${i}]`, share, 0, 1));
  const kept = learningRates.length * framesOf(task) * (task.quantiles.length > 0 ? BINS : 1);
  if (kept > MOST_KEPT)
    refuse('every', task.every, `so much that fewer iterates are kept; ${framesOf(task)} are too many`);
}
