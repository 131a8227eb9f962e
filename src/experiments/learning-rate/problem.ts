import { parseObjective, type Objective } from '../../formula';
import { descend } from '../../math/descend';
import type { FlatStretch } from '../../math/flat-stretches';
import { FOLLOWED_TWICE, type Outcome } from '../../math/outcomes';
import { oneVariable } from '../../math/one-variable';
import { rateLimit, type NamedOptimizer } from '../../math/optimizers';
import { isConstant, scheduleFactor, type Schedule } from '../../math/schedules';
import type { StationaryPoint } from '../../math/stationary';
import { readOptimizer } from '../parameters/optimizer';
import { parseSchedule } from '../parameters/schedule';
import { BOUND, judgeOf } from './ending';
import { isPlain, type LearningRateParameters } from './parameters';

/** A run of descent from the start. */
export interface RateRun {
  /** The rate it was run at; with a schedule, what that multiplies. */
  learningRate: number;
  /** The weight before the first step and after each one; a run that diverged or left ends early. */
  iterates: number[];
  /** The slope of the function at each of them. */
  slopes: number[];
  /** What became of it. */
  outcome: Outcome;
  /** Of a cycle: after how many steps it comes round. */
  period: number | null;
  /**
   * The measured factor by which a step multiplies the distance to the minimum: the geometric mean of the last 10 steps, or, where the optimizer
   * has a memory, of the last 64, between the greatest distances of 64 iterates.
   */
  factor: number | null;
}

export interface LearningRateResult {
  /** The parameters that it was computed with. */
  parameters: LearningRateParameters;
  /** The minimum downhill of the start, else the nearest one; null where there is none. */
  minimum: number | null;
  /** The second derivative there. */
  curvature: number | null;
  /**
   * The largest learning rate at which descent can settle there: 2 / curvature for plain descent. Null where theory sets none for the
   * optimizer, and where the rate follows a schedule.
   */
  threshold: number | null;
  /** A run for each of the learning rates. */
  runs: RateRun[];
}

export interface LearningRateProblem {
  parameters: LearningRateParameters;
  objective: Objective;
  optimizer: NamedOptimizer;
  schedule: Schedule;
  /** Plain descent at a constant rate: its steps are a map of the weight. */
  isPlain: boolean;
  value: (w: number) => number;
  gradient: (w: number) => number;
  /** All stationary points that were found, from left to right. */
  stationary: readonly StationaryPoint[];
  minima: readonly StationaryPoint[];
  /** Where the function is level all along, from left to right. */
  stretches: readonly FlatStretch[];
  /** Whether no others are known to be; else there are too many, and they are those around the start. */
  isWhole: boolean;
  result: LearningRateResult;
  /** The run at any rate. */
  runAt: (learningRate: number) => RateRun;
  /** What becomes of runs at many rates, without their iterates. */
  sweep: (learningRates: readonly number[]) => RateRun[];
}

/** The minimum that lies downhill of a start; where there is none, the nearest. */
function minimumFor(minima: readonly StationaryPoint[], start: number, slope: number): StationaryPoint | undefined {
  const nearest = [...minima].sort((a, b) => Math.abs(a.theta - start) - Math.abs(b.theta - start));
  return nearest.find(({ theta }) => (start - theta) * slope > 0 || theta === start) ?? nearest[0];
}

/** A function, its minima, and the one that descent from a start is about. */
export function aroundStart(objective: Objective, start: number) {
  const one = oneVariable(objective, start);
  const minima = one.stationary.filter(({ kind }) => kind === 'minimum');
  return { ...one, minima, minimum: minimumFor(minima, start, one.gradient(start)) };
}

/** The largest rate at which the optimizer can settle in a minimum; null where theory sets none, as with a schedule. */
export function limitAt(
  optimizer: NamedOptimizer,
  schedule: Schedule,
  minimum: StationaryPoint | undefined,
): number | null {
  if (!minimum || !isConstant(schedule)) return null;
  return rateLimit(optimizer, Math.max(minimum.curvature, 0)) ?? null;
}

/** Runs descent at every listed rate. */
export function prepare(p: LearningRateParameters): LearningRateProblem {
  const read = parseObjective(p.objective);
  const optimizer = readOptimizer(p.optimizer);
  const schedule = parseSchedule(p.schedule);
  const around = aroundStart(read, p.start);
  const { value, gradient, functions, stationary, stretches, isWhole: hasAll, minima, minimum } = around;
  const held = scheduleFactor(schedule, p.iterations - 1, p.iterations);
  const judge = judgeOf({ objective: read, optimizer, minima, minimum, iterations: p.iterations });
  const runs = (rates: readonly number[], isWhole: boolean): RateRun[] => {
    const keep = isWhole ? Infinity : FOLLOWED_TWICE + 1;
    const { iterations, start } = p;
    const made = descend({
      functions,
      start,
      rates,
      optimizer,
      schedule,
      iterations,
      steps: iterations + FOLLOWED_TWICE,
      bound: BOUND,
      keep,
      minimum: minimum?.theta,
    });
    return made.map((run, i) => {
      const { outcome, period } = judge(run, rates[i] * held);
      const iterates = isWhole ? Array.from(run.iterates.subarray(0, p.iterations + 1)).filter(Number.isFinite) : [];
      return {
        learningRate: rates[i],
        iterates,
        slopes: iterates.map(gradient),
        outcome,
        period: period ?? null,
        factor: run.factor,
      };
    });
  };
  const listed = runs(p.learningRates, true);
  /** The run at the rate in hand, which several pictures ask for. */
  let hand = listed[0];
  return {
    parameters: p,
    objective: read,
    optimizer,
    schedule,
    isPlain: isPlain(p),
    value,
    gradient,
    stationary,
    stretches,
    isWhole: hasAll,
    minima,
    result: {
      parameters: p,
      minimum: minimum?.theta ?? null,
      curvature: minimum?.curvature ?? null,
      threshold: limitAt(optimizer, schedule, minimum),
      runs: listed,
    },
    runAt(rate) {
      const isHand = ({ learningRate }: RateRun) => learningRate === rate;
      return (hand = [...listed, hand].find(isHand) ?? runs([rate], true)[0]);
    },
    sweep: (rates) => runs(rates, false),
  };
}
