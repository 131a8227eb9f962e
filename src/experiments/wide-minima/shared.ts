import { listOutcomes, type Outcome } from '../../charts/outcome';
import { kindsOf } from '../../engine/descend/endings';
import type { Ending } from '../../math/outcomes';
import type { StationaryPoint } from '../../math/stationary';
import { localized } from '../../words/numbers';
import { defineWords } from '../../words/words';
import { isConstant } from '../../math/schedules';
import { pickOptimizer } from '../optimizer-tool';
import { scheduleText } from '../parameters/schedule';
import type { Drawn, Tool, Ui } from '../view';
import type { Method } from './methods';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';

const say = defineWords('wide-minima', {
  minimumAt: 'minimum at {place}',
  sharpMinimum: 'sharp minimum',
  wideMinimum: 'wide minimum',
  shownOptimizer: 'Optimizer of the picture',
  with: 'with',
  scheduled: '{optimizer} and the schedule {schedule}',
});

/** What a picture is drawn from. */
export type Input<Computed = undefined> = Drawn<Parameters, Problem, Run, Computed>;
/** What a picture's own computation is given. */
export type Computing = { problem: Problem; parameters: Parameters };

/** Names for the ways a run can end: of two minima the one with the larger curvature is the sharp one. */
export function outcomesOf(
  { minima, elsewhere }: Pick<Problem, 'minima' | 'elsewhere'>,
  seen: readonly Ending[] = [],
): Outcome[] {
  const labelOf = ({ theta, curvature }: StationaryPoint) => {
    const place = `${Number(theta.toFixed(3)) || 0}`.replace('-', '−');
    if (minima.length !== 2 || minima[0].curvature === minima[1].curvature)
      return { label: say('minimumAt', { place: localized(place) }), name: say.inEnglish('minimumAt', { place }) };
    const isSharp = curvature === Math.max(minima[0].curvature, minima[1].curvature);
    const key = isSharp ? 'sharpMinimum' : 'wideMinimum';
    return { label: say(key), name: say.inEnglish(key) };
  };
  return listOutcomes(
    minima.map((minimum) => ({ theta: minimum.theta, ...labelOf(minimum) })),
    {
      elsewhere: distinct(seen.flatMap(({ outcome, place }) => (outcome === 'elsewhere' ? [elsewhere[place!]] : []))),
      periods: distinct(seen.flatMap(({ period }) => period ?? [])),
    },
  );
}

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** One run's ending, as a picture lists it where there is no other. */
export function endingInWords(problem: Problem, ending: Ending): string | undefined {
  const { outcome, isFalling } = ending;
  const kind = isFalling ? 'falling' : outcome;
  return outcomesOf(problem, [ending]).find((one) => one.kind === kind)?.label;
}

/** What runs ended as, given the numbers of their endings: kinds for the colours, and which endings there were. */
export function kindsAmong({ task }: Problem, endings: readonly Ending[], labels: ArrayLike<number>) {
  const kindOf = kindsOf(task);
  const seen = new Uint8Array(endings.length);
  const outcomes = Uint8Array.from(labels, (label) => ((seen[label] = 1), kindOf[label]));
  return { outcomes, seen: endings.filter((_, i) => seen[i]) };
}

/** What all pictures share: the outcomes, of which some were seen, the letter of the variable, and what stands out. */
export function shared(problem: Problem, ui: Ui<Parameters>, seen?: readonly Ending[]) {
  const { variable } = problem.objective;
  const { highlighted, hover, pin } = ui;
  return {
    outcomes: outcomesOf(problem, seen),
    variable: variable === 'theta' ? 'θ' : variable,
    highlighted,
    onHoverOutcome: hover,
    onPickOutcome: pin,
  };
}

/** The number of the method whose runs are shown, where a picture shows those of one. */
export const shownMethod = ({ methods }: Pick<Problem, 'methods'>, { shownOptimizer }: Parameters) =>
  Math.min(shownOptimizer, methods.length - 1);

/** A method in words: the optimizer, and the schedule if there is one. */
export function methodText({ text, schedule }: Method): string {
  return isConstant(schedule) ? text : say('scheduled', { optimizer: text, schedule: scheduleText(schedule) });
}

/** Which of several optimizers a picture shows. */
export function optimizerTool({ problem: { methods }, ui }: Pick<Input<unknown>, 'problem' | 'ui'>): Tool[] {
  const words = { label: say('with'), title: say('shownOptimizer') };
  return pickOptimizer(
    methods.map(({ text }) => text),
    ui.parameters.shownOptimizer,
    words,
  );
}
