import advance from '../../../../shaders/gradient-descent.wgsl';
import batch from '../../../../shaders/batch.wgsl';
import bins from '../../../../shaders/bins.wgsl';
import classify from '../../../../shaders/classify.wgsl';
import date from '../../../../shaders/date.wgsl';
import dates from '../../../../shaders/dates.wgsl';
import density from '../../../../shaders/density.wgsl';
import descend from '../../../../shaders/descend.wgsl';
import endings from '../../../../shaders/endings.wgsl';
import finish from '../../../../shaders/finish.wgsl';
import followQuads from '../../../../shaders/follow-quads.wgsl';
import fourRuns from '../../../../shaders/four-runs.wgsl';
import follow from '../../../../shaders/follow.wgsl';
import judge from '../../../../shaders/judge.wgsl';
import line from '../../../../shaders/line.wgsl';
import listUndated from '../../../../shaders/list-undated.wgsl';
import marks from '../../../../shaders/marks.wgsl';
import minima from '../../../../shaders/minima.wgsl';
import queue from '../../../../shaders/queue.wgsl';
import random from '../../../../shaders/random.wgsl';
import settle from '../../../../shaders/settle.wgsl';
import slice from '../../../../shaders/slice.wgsl';
import start from '../../../../shaders/start.wgsl';
import starts from '../../../../shaders/starts.wgsl';
import type { DescendTask } from '../../descend';
import type { Gpu } from '../device';
import { domainPart, gradientPart, gradientsPart } from '../objective';
import { compile, type Program } from '../program';
import { Pace, paceOf } from '../slices';
import { surroundings } from './surroundings';

/** The most minima that are kept in registers: see `shaders/minima.wgsl`. */
export const FEW_MINIMA = 4;

export const shaders = { batch, density, slice, starts };

/** What a `descend` task is computed with. */
export interface DescendPrograms {
  readonly start: Program;
  readonly descend: Program;
  /** Where its runs are watched; those elsewhere are `finish`'s. */
  readonly surroundings: ReturnType<typeof surroundings>;
  readonly finish: Program;
  readonly date: Program;
  readonly settle: Program;
  readonly followQuads: Program;
  readonly follow: Program;
  readonly classify: Program;
  readonly density?: Program;
  readonly pace: Pace;
  readonly densityPace: Pace;
}

export async function compileDescend(gpu: Gpu, task: DescendTask): Promise<DescendPrograms> {
  const { device } = gpu;
  const gradient = gradientPart(gpu, task.objective);
  const gradients = gradientsPart(gpu, task);
  const around = surroundings(task, gradients);
  const domain = domainPart(gpu, task.objective);
  const constants = { many_minima: task.minima.length > FEW_MINIMA ? 1 : 0 };
  const [starting, descending, finishing, dating, settling, followingQuads, following, classifying, counting] =
    await Promise.all([
      compile(device, [start, slice, starts, random, minima, marks], constants),
      compile(device, [descend, slice, gradients, advance, minima, marks, queue, listUndated], constants),
      compile(device, [finish, slice, gradient, domain, advance, minima, marks, queue, listUndated], constants),
      compile(device, [date, slice, gradients, advance, minima, marks, queue], {
        ...constants,
        distinct_minima: around.closeness >= task.tolerance ? 1 : 0,
      }),
      compile(device, [settle, fourRuns, queue, batch, endings, gradient, advance, minima, marks], constants),
      compile(device, [followQuads, queue, batch, endings, gradients, advance, marks]),
      compile(device, [follow, queue, judge, line, batch, endings, gradient, domain, advance, marks]),
      compile(device, [classify, batch, endings, dates, bins]),
      task.density ? compile(device, [density, gradient, advance, marks, bins]) : undefined,
    ]);
  return {
    start: starting,
    descend: descending,
    surroundings: around,
    finish: finishing,
    date: dating,
    settle: settling,
    followQuads: followingQuads,
    follow: following,
    classify: classifying,
    density: counting,
    pace: paceOf(descending),
    densityPace: counting ? paceOf(counting) : new Pace(),
  };
}
