import { flatWords } from '../../charts/flat-words';
import * as kit from '../../charts/kit';
import type { BoxConstraintProblem } from './problem';
import { say } from './words';

/** What every picture is drawn from. */
export interface Picture {
  problem: BoxConstraintProblem;
  /** Theory is left out. */
  hidesAnswers?: boolean;
  /** How many of the steps are shown. */
  steps: number;
  /** Without them a picture is a still one. */
  onStart?: (phi: number) => void;
  onStep?: (iteration: number) => void;
}

export const PHI = '--gd-series-recovery';
export const PROJECTION = '--gd-series-observed';

export const format = (value: number) => kit.formatNumber(value, 6);
export const inFormula = (value: number) => (value < 0 ? `(${format(value)})` : format(value));

/** The last iterate that is shown. */
export const lastOf = ({ problem, steps }: Picture): number => Math.min(steps, problem.result.phi.length - 1);

/** The phi that pictures span: wide enough for the sigmoid, the start and the iterates, as long as the sigmoid is not flat there. */
export function phiDomain({ problem: { result } }: Picture): kit.Interval {
  const far = Math.max(...result.phi.map(Math.abs).filter(Number.isFinite));
  const reach = kit.roundUp(Math.max(6, Math.min(1.1 * far, 40)));
  return [-reach, reach];
}

/** The box with a margin on both sides. */
export function boxDomain({ problem: { parameters } }: Picture): kit.Interval {
  const { lower, upper } = parameters;
  const room = 0.08 * (upper - lower);
  return [lower - room, upper + room];
}

/** The start as a handle at a height. */
export function startHandle({ problem, onStart }: Picture, y: number, grip: kit.Grip): kit.Mark {
  const { start } = problem.parameters;
  return kit.handles({
    name: 'gd-start',
    along: 'x',
    stops: 120,
    handles: [{ x: start, y, label: say('start'), text: `φ = ${format(start)}`, color: PHI }],
    ...grip,
    onMove: onStart && ((_, phi) => onStart(phi)),
  });
}

/** Where J is least in the box, or why that is nowhere in particular. */
export function leastWords({ minima, facts, result }: BoxConstraintProblem): string {
  const { isDefined, hasTooMany, stretches } = facts;
  if (isDefined === 'nowhere') return say('nowhere');
  const holes = isDefined === 'partly' ? say('partly') : '';
  if (hasTooMany) return [say('tooMany'), holes].filter(Boolean).join(' ');
  const best = minima.find(({ theta }) => theta === result.optimum);
  const flat = flatWords(stretches, 'θ');
  // A flat stretch may be as low as any minimum, or lower.
  const lowest = Math.min(...stretches.map(({ value }) => value));
  const none = () => flat || say(holes ? 'noneDefined' : 'noMinimum');
  if (!best || best.value >= lowest) return [holes, none()].filter(Boolean).join(' ');
  const words = best.onBoundary ? 'leastAtEdge' : best.curvature === Infinity ? 'leastAtKink' : 'leastAt';
  return [say(words, { theta: format(best.theta) }), holes, flat].filter(Boolean).join(' ');
}

/** Where both descents are after the last step, and where J is least. */
export function summarizeEnds({ problem, hidesAnswers }: Picture): string {
  const { phi, theta, projected, gradients } = problem.result;
  const last = phi.length - 1;
  return [
    ...(hidesAnswers ? [] : [leastWords(problem)]),
    say('ended', { steps: last, phi: format(phi[last]), theta: format(theta[last]) }),
    ...(Number.isFinite(gradients[last]) ? [] : [say('stopped')]),
    say('endedProjected', { theta: format(projected[projected.length - 1]) }),
  ].join(' ');
}
