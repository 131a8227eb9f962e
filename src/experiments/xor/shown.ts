import * as kit from '../../charts/kit';
import { TOLERANCE, type XorProblem } from './problem';
import { say } from './words';

export const short = (value: number) => kit.formatNumber(value);

/** Colours of the lowest and the highest target. */
export const TARGET_COLORS = ['--gd-minimum-2', '--gd-minimum-1'] as const;
export const INK = '--gd-accent';

/** The lowest and the highest target; apart, so that there is a scale between them. */
export function targetsOf({ parameters: { points } }: XorProblem): kit.Interval {
  const targets = points.map(([, , y]) => y);
  const [low, high] = [Math.min(...targets), Math.max(...targets)];
  return low < high ? [low, high] : [low - 1, high + 1];
}

/** The CSS colour of a value between two targets. */
export function targetColor(value: number, [low, high]: kit.Interval): string {
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  const [blue, orange] = TARGET_COLORS.map(kit.color);
  return `color-mix(in srgb, ${orange} ${Math.round(100 * share)}%, ${blue})`;
}

/** The name of the colour of the target that a value is nearer to. */
export const targetInk = (value: number, [low, high]: kit.Interval) => TARGET_COLORS[value > (low + high) / 2 ? 1 : 0];

/** A prediction, with as many digits as matter beside the targets. */
export function shortPrediction(value: number, [low, high]: kit.Interval): string {
  const unit = 10 ** (Math.floor(Math.log10(high - low)) - 3);
  return kit.formatNumber(Number((Math.round(value / unit) * unit).toPrecision(12)));
}

/** How far descent has come, in words. */
export function stateText({ descent, result, parameters }: XorProblem, iteration: number): string {
  const last = descent.losses.length - 1;
  if (result.diverged !== null && iteration >= last) return say('divergedAt', { count: last });
  const loss = say('atIteration', { count: iteration, loss: short(descent.losses[iteration]) });
  if (parameters.units === 0) return loss;
  const at = descent.at(iteration);
  const count = parameters.points.filter(([x1, x2, y]) => Math.abs(at(x1, x2) - y) <= TOLERANCE).length;
  return `${loss} ${say('solvedPoints', { count, all: parameters.points.length, tolerance: short(TOLERANCE) })}`;
}

/** That the rate is above the limit of the linear model; nothing where it is not, and with hidden units. */
export function aboveLimit({ linear: { threshold }, parameters: { units, learningRate } }: XorProblem): string[] {
  return units === 0 && learningRate > threshold ? [say('aboveLimit', { limit: kit.formatLimit(threshold) })] : [];
}

/** The best linear model, in words. */
export function bestText({ linear: { minimizer, isUnique }, parameters: { points } }: XorProblem): string {
  const { w, b, loss } = minimizer;
  const best = say('best', { w1: short(w[0]), w2: short(w[1]), b: short(b), loss: short(loss) });
  if (isUnique) return best;
  const different = new Set(points.map(([x1, x2]) => `${x1} ${x2}`)).size;
  return `${best} ${say(different < 3 ? 'notUniqueOne' : 'notUnique')}`;
}
