import bins from '../../../../shaders/bins.wgsl';
import cells from '../../../../shaders/cells.wgsl';
import density from '../../../../shaders/population-density.wgsl';
import descend from '../../../../shaders/population.wgsl';
import endings from '../../../../shaders/endings.wgsl';
import follow from '../../../../shaders/population-follow.wgsl';
import fourRuns from '../../../../shaders/four-runs.wgsl';
import judge from '../../../../shaders/judge.wgsl';
import laneLine from '../../../../shaders/lane-line.wgsl';
import lanePlane from '../../../../shaders/lane-plane.wgsl';
import line from '../../../../shaders/line.wgsl';
import losses from '../../../../shaders/population-losses.wgsl';
import magnitude from '../../../../shaders/magnitude.wgsl';
import noDensity from '../../../../shaders/population-no-density.wgsl';
import noValley from '../../../../shaders/no-valley.wgsl';
import oneRun from '../../../../shaders/one-run.wgsl';
import adagrad from '../../../../shaders/optimizer-adagrad.wgsl';
import adam from '../../../../shaders/optimizer-adam.wgsl';
import gd from '../../../../shaders/optimizer-gd.wgsl';
import momentum from '../../../../shaders/optimizer-momentum.wgsl';
import nesterov from '../../../../shaders/optimizer-nesterov.wgsl';
import rmsprop from '../../../../shaders/optimizer-rmsprop.wgsl';
import optimizerState from '../../../../shaders/optimizer-state.wgsl';
import optimizerStore from '../../../../shaders/optimizer-store.wgsl';
import plane from '../../../../shaders/plane.wgsl';
import pointLine from '../../../../shaders/point-line.wgsl';
import pointPlane from '../../../../shaders/point-plane.wgsl';
import quantiles from '../../../../shaders/quantiles.wgsl';
import queue from '../../../../shaders/queue.wgsl';
import random from '../../../../shaders/random.wgsl';
import runsLine from '../../../../shaders/runs-line.wgsl';
import runsPlane from '../../../../shaders/runs-plane.wgsl';
import scheduleConstant from '../../../../shaders/schedule-constant.wgsl';
import scheduleTable from '../../../../shaders/schedule-table.wgsl';
import settle from '../../../../shaders/population-settle.wgsl';
import slice from '../../../../shaders/population-slice.wgsl';
import starts from '../../../../shaders/population-starts.wgsl';
import stepLine from '../../../../shaders/step-line.wgsl';
import stepPlane from '../../../../shaders/step-plane.wgsl';
import storeLine from '../../../../shaders/store-line.wgsl';
import storePlane from '../../../../shaders/store-plane.wgsl';
import tally from '../../../../shaders/population-tally.wgsl';
import targets from '../../../../shaders/targets.wgsl';
import valley from '../../../../shaders/valley.wgsl';
import valueLine from '../../../../shaders/value-line.wgsl';
import valuePlane from '../../../../shaders/value-plane.wgsl';
import { emitWGSL, numberNode, type Expression } from '../../../formula';
import { optimizers } from '../../../math/optimizers';
import { isConstant } from '../../../math/schedules';
import { variablesOf, type PopulationTask } from '../../population';
import { objectiveOf } from '../../population/objective';
import type { Gpu } from '../device';
import { exponentialsOf } from '../objective';
import { compile, type Part, type Program } from '../program';
import { paceOf, type Pace } from '../slices';

export const shaders = { slice, starts, cells, quantiles };

/** The most targets that are kept in registers: see `shaders/targets.wgsl`. */
export const FEW_TARGETS = 4;

const UPDATES = { gd, momentum, nesterov, adagrad, rmsprop, adam };

/** Of each number of variables: what a run is, and how it is put down, read out and valued. */
const DIMENSIONS = {
  1: {
    runs: runsLine,
    step: stepLine,
    store: storeLine,
    lane: laneLine,
    value: valueLine,
    point: pointLine,
    space: line,
  },
  2: {
    runs: runsPlane,
    step: stepPlane,
    store: storePlane,
    lane: lanePlane,
    value: valuePlane,
    point: pointPlane,
    space: plane,
  },
} as const;

/** What a `population` task is computed with. */
export interface PopulationPrograms {
  readonly starts: Program;
  readonly descend: Program;
  /** The same, counting the density. */
  readonly counting?: Program;
  readonly settle: Program;
  readonly follow: Program;
  readonly tally: Program;
  readonly losses?: Program;
  readonly quantiles?: Program;
  /** Whether steps depend on the iteration: `descend` has a table of what they do. */
  readonly hasMoments: boolean;
  readonly pace: Pace;
}

/** Whether the table of moments is needed. */
export function hasMoments({ optimizer, schedule }: PopulationTask): boolean {
  return optimizer.name === 'adam' || !isConstant(schedule);
}

/** What a driver of single runs needs besides itself to make steps: for the benchmark. */
export function plainParts(gpu: Gpu, task: PopulationTask): Part[] {
  const { runs, step, store } = DIMENSIONS[variablesOf(task) as 1 | 2];
  const { variables, gradient, domain } = objectiveOf(task);
  const emitted = emitterFor(gpu, variables);
  return [
    ...[slice, oneRun, runs, step, store, UPDATES[task.optimizer.name], optimizerState, optimizerStore, magnitude],
    hasMoments(task) ? scheduleTable : scheduleConstant,
    emitted('gradient', 'gradient', gradient),
    emitted('inside', 'domain', [domain ?? numberNode(1)]),
  ];
}

/** Writes functions of an objective: their name in the program, and what they are. */
function emitterFor(gpu: Gpu, variables: readonly string[]) {
  return (name: string, what: string, expressions: readonly Expression[]): Part => ({
    name: `${what} of the objective`,
    source: emitWGSL(name, expressions, variables, exponentialsOf(gpu)),
  });
}

export async function compilePopulation(gpu: Gpu, task: PopulationTask): Promise<PopulationPrograms> {
  const { device } = gpu;
  const { variables, gradient, value, hessian, domain } = objectiveOf(task);
  const { observe = {}, optimizer } = task;
  const dimension = DIMENSIONS[variables.length as 1 | 2];
  const emitted = emitterFor(gpu, variables);
  const slope = emitted('gradient', 'gradient', gradient);
  const inside = emitted('inside', 'domain', [domain ?? numberNode(1)]);
  const stepping = [
    slice,
    dimension.runs,
    dimension.step,
    UPDATES[optimizer.name],
    optimizerState,
    magnitude,
    slope,
    inside,
  ];
  const moments = hasMoments(task) ? scheduleTable : scheduleConstant;
  const watching = {
    has_domain: Number(domain !== undefined),
    is_dated: Number(observe.map ?? false),
    has_valley: Number((task.valley && observe.map) ?? false),
    many_targets: Number(task.targets.length > FEW_TARGETS),
  };
  const isMemoryless = optimizers[optimizer.name].kept === 0 && isConstant(task.schedule);
  const driver = [descend, fourRuns, ...stepping, optimizerStore, dimension.store, moments, targets];
  const judging = task.valley
    ? [valley, emitted('hessian', 'Hessian', hessian)]
    : [noValley, emitted('hessian', 'Hessian', hessian)];
  const counted = [density, cells, bins, dimension.lane];
  const [starting, descending, counting, settling, following, tallying, valuing, finding] = await Promise.all([
    compile(device, [starts, slice, random]),
    compile(device, [...driver, noDensity], { ...watching, is_memoryless: Number(isMemoryless) }),
    observe.density ? compile(device, [...driver, ...counted], { ...watching, is_memoryless: 0 }) : undefined,
    compile(device, [settle, queue, fourRuns, ...stepping, targets, endings], { many_targets: watching.many_targets }),
    compile(device, [follow, queue, oneRun, ...stepping, judge, dimension.space, dimension.point, endings, ...judging]),
    compile(device, [tally, fourRuns, slice, dimension.runs, magnitude, cells, bins, dimension.lane, endings], {
      is_dated: watching.is_dated,
    }),
    observe.losses
      ? compile(device, [
          losses,
          oneRun,
          slice,
          dimension.runs,
          magnitude,
          dimension.value,
          emitted('value', 'value', [value]),
        ])
      : undefined,
    observe.losses ? compile(device, [quantiles]) : undefined,
  ]);
  return {
    starts: starting,
    descend: descending,
    ...(counting && { counting }),
    settle: settling,
    follow: following,
    tally: tallying,
    ...(valuing && { losses: valuing }),
    ...(finding && { quantiles: finding }),
    hasMoments: hasMoments(task),
    pace: paceOf(descending),
  };
}
