import { OPTIMIZER_NAMES, optimizers } from '../../math/optimizers';
import { SCHEDULE_NAMES } from '../../math/schedules';
import { filled, integer, LARGEST, list, MAXIMUM_ITERATIONS, number, positive, range, refuse, text } from '../check';
import type { Bins } from '../descend';
import { countOf, variablesOf, type Interval, type Point, type PopulationStarts, type PopulationTask } from './task';

const LARGEST_COUNT = 2 ** 32 - 1;
/** Runs that are told of one by one, and places of frames. */
const MAXIMUM_RECORDS = 2 ** 25;
const MAXIMUM_CELLS = 2 ** 22;
const MAXIMUM_PLACES = 250;
/** The most iterations at which quantiles of the loss are wanted. */
const MAXIMUM_MOMENTS = 2048;

/**
 * Checks what any engine relies on. The formula is not looked into here: it reports its own errors.
 *
 * @throws {RangeError} naming the field, the value and what is taken
 */
export function validatePopulation(task: PopulationTask): void {
  const { objective, optimizer, schedule, learningRates, starts, iterations, frozen = [] } = task;
  text('objective', objective);
  oneOf('optimizer.name', optimizer.name, OPTIMIZER_NAMES);
  const { length } = optimizers[optimizer.name].defaults;
  if (optimizer.coefficients.length !== length)
    refuse('optimizer.coefficients', optimizer.coefficients, `${length} numbers`);
  optimizer.coefficients.forEach((value, i) => {
    if (!(value >= 0 && value < 1)) refuse(`optimizer.coefficients[${i}]`, value, 'a number from 0 to below 1');
  });
  oneOf('schedule.name', schedule.name, SCHEDULE_NAMES);
  schedule.coefficients?.forEach((value, i) => positive(`schedule.coefficients[${i}]`, value));
  integer('schedule.warmup', schedule.warmup ?? 0, 0, MAXIMUM_ITERATIONS);
  filled('learningRates', learningRates, 'at least one learning rate');
  learningRates.forEach((rate, i) => number(`learningRates[${i}]`, rate, 0, LARGEST));
  validateStarts(starts);
  const variables = variablesOf(task);
  list('frozen', frozen, 'numbers of variables');
  frozen.forEach((variable, i) => integer(`frozen[${i}]`, variable, 0, variables - 1));
  if (new Set(frozen).size === variables) refuse('frozen', frozen, 'not all variables');
  integer('iterations', iterations, 0, MAXIMUM_ITERATIONS);
  places('targets', task.targets, variables);
  places('elsewhere', task.elsewhere ?? [], variables);
  places('level', task.level ?? [], variables);
  positive('tolerance', task.tolerance);
  positive('bound', task.bound);
  validateObserved(task, variables);
}

function validateStarts(starts: PopulationStarts): void {
  oneOf('starts.sampling', starts.sampling, ['random', 'grid', 'points']);
  if (starts.sampling === 'points') {
    filled('starts.points', starts.points, 'at least one point');
    const { length } = starts.points[0];
    if (length !== 1 && length !== 2) refuse('starts.points[0]', starts.points[0], 'one number or two');
    starts.points.forEach((point, i) => place(`starts.points[${i}]`, point, length));
    return;
  }
  intervals('starts.box', starts.box);
  if (starts.sampling === 'random') {
    integer('starts.count', starts.count, 1, LARGEST_COUNT);
    integer('starts.seed', starts.seed, 0, LARGEST_COUNT);
    return;
  }
  if (starts.size.length !== starts.box.length)
    refuse('starts.size', starts.size, 'a number for each range of the box');
  starts.size.forEach((cells, i) => integer(`starts.size[${i}]`, cells, 1, LARGEST_COUNT));
  integer('starts.size', countOf({ starts }), 1, LARGEST_COUNT);
}

function validateObserved(
  { observe = {}, starts, learningRates, iterations }: PopulationTask,
  variables: number,
): void {
  const { map, finals, histogram, density, frames, losses } = observe;
  const runs = countOf({ starts }) * learningRates.length;
  if (map) integer('runs in observe.map', runs, 1, MAXIMUM_RECORDS);
  if (finals) integer('runs in observe.finals', runs, 1, MAXIMUM_RECORDS);
  if (histogram) cells('observe.histogram', histogram, variables);
  if (density) {
    cells('observe.density.bins', density.bins, variables);
    integer('observe.density.last', density.last, 1, iterations + 1);
  }
  if (frames) {
    integer('observe.frames.count', frames.count, 1, countOf({ starts }));
    moments('observe.frames.at', frames.at, iterations);
    const numbers = frames.count * frames.at.length * learningRates.length;
    integer('places in observe.frames', numbers, 1, MAXIMUM_RECORDS);
  }
  if (losses) {
    filled('observe.losses.quantiles', losses.quantiles, 'at least one number from 0 to 1');
    losses.quantiles.forEach((share, i) => number(`observe.losses.quantiles[${i}]`, share, 0, 1));
    moments('observe.losses.at', losses.at, iterations);
    integer('iterations in observe.losses', losses.at.length, 1, MAXIMUM_MOMENTS);
  }
}

function oneOf(field: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) refuse(field, value, `one of ${choices.join(', ')}`);
}

function place(field: string, point: Point, variables: number): void {
  if (point?.length !== variables) refuse(field, point, `${variables} numbers`);
  for (const coordinate of point) number(field, coordinate, -LARGEST, LARGEST);
}

function places(field: string, points: readonly Point[], variables: number): void {
  list(field, points, `at most ${MAXIMUM_PLACES} points`);
  if (points.length > MAXIMUM_PLACES) refuse(`${field}.length`, points.length, `at most ${MAXIMUM_PLACES} points`);
  points.forEach((point, i) => place(`${field}[${i}]`, point, variables));
}

function intervals(field: string, box: readonly Interval[]): void {
  filled(field, box, 'a range for each variable');
  if (box.length > 2) refuse(`${field}.length`, box.length, 'one range or two');
  box.forEach((interval, i) => range(`${field}[${i}]`, interval));
}

function cells(field: string, bins: readonly Bins[], variables: number): void {
  if (bins.length !== variables) refuse(`${field}.length`, bins.length, `bins for each variable`);
  bins.forEach((along, i) => {
    range(`${field}[${i}]`, along);
    integer(`${field}[${i}].count`, along.count, 1, MAXIMUM_CELLS);
  });
  integer(
    `cells of ${field}`,
    bins.reduce((product, { count }) => product * (count + 2), 1),
    1,
    MAXIMUM_CELLS,
  );
}

function moments(field: string, at: readonly number[], iterations: number): void {
  filled(field, at, 'at least one iteration');
  at.forEach((iteration, i) => {
    integer(`${field}[${i}]`, iteration, 0, iterations);
    if (i > 0 && iteration <= at[i - 1])
      refuse(`${field}[${i}]`, iteration, `more than the one before it, ${at[i - 1]}`);
  });
}
