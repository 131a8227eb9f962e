import { listOutcomes, type Outcome } from '../../charts/outcome';
import type { StationaryPoint } from '../../math/stationary';
import { localized } from '../../words/numbers';
import { defineWords } from '../../words/words';
import type { Drawn, Ui } from '../view';
import type { WideMinimaParameters as Parameters } from './parameters';
import type { WideMinimaProblem as Problem, WideMinimaRun as Run } from './problem';

const say = defineWords('wide-minima', {
  minimumAt: 'minimum at {place}',
  sharpMinimum: 'sharp minimum',
  wideMinimum: 'wide minimum',
});

/** What a picture is drawn from. */
export type Input<Computed = undefined> = Drawn<Parameters, Problem, Run, Computed>;
/** What a picture's own computation is given. */
export type Computing = { problem: Problem; parameters: Parameters };

/** Names for the ways a run can end: of two minima the one with the larger curvature is the sharp one. */
export function outcomesOf(minima: readonly StationaryPoint[]): Outcome[] {
  const labelOf = ({ theta, curvature }: StationaryPoint) => {
    const place = `${Number(theta.toFixed(3)) || 0}`.replace('-', '−');
    if (minima.length !== 2 || minima[0].curvature === minima[1].curvature)
      return { label: say('minimumAt', { place: localized(place) }), name: say.inEnglish('minimumAt', { place }) };
    const isSharp = curvature === Math.max(minima[0].curvature, minima[1].curvature);
    const key = isSharp ? 'sharpMinimum' : 'wideMinimum';
    return { label: say(key), name: say.inEnglish(key) };
  };
  return listOutcomes(minima.map((minimum) => ({ theta: minimum.theta, ...labelOf(minimum) })));
}

/** What all pictures share: the outcomes, the letter of the variable, and what stands out. */
export function shared({ minima, objective: { variable } }: Problem, ui: Ui<Parameters>) {
  const { highlighted, hover, pin } = ui;
  return {
    outcomes: outcomesOf(minima),
    variable: variable === 'theta' ? 'θ' : variable,
    highlighted,
    onHoverOutcome: hover,
    onPickOutcome: pin,
  };
}

/** The rate that the landscape shows. */
export const shownRate = ({ selectedRate, learningRates }: Parameters) => selectedRate ?? learningRates[0];
