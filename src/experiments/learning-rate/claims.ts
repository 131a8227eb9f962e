import type { Claim, Verdict } from '../experiment';
import { verdictOnAll } from '../printed-number';
import { isPlain, PRINTED, SHEET } from './parameters';
import { prepare, type LearningRateProblem, type LearningRateResult, type RateRun } from './problem';

type Judged = { computed: string; verdict: Verdict };

const list = (numbers: readonly number[]) => numbers.join(', ').replaceAll('-', '\u2212');

/** The problem of S1.Q4, and that of S2.P2: the same parabola elsewhere. */
const first = prepare(SHEET);
const second = prepare({ ...SHEET, objective: 't^2/2', start: 1 });

/** A statement about one of the problems. Rates that are not listed are run here, so that it is judged whatever the rates are. */
function claim(
  of: LearningRateProblem,
  source: string,
  statement: string,
  judge: () => Judged,
): Claim<LearningRateResult> {
  const isAbout = (problem: LearningRateProblem, result: LearningRateResult) =>
    result.parameters.objective === problem.parameters.objective;
  return {
    source,
    statement,
    compute: (result) =>
      isPlain(result.parameters) && (isAbout(first, result) || isAbout(of, result)) ? judge() : undefined,
  };
}

const iterates = (rate: number, count: number) => first.runAt(rate).iterates.slice(1, count + 1);
const printed = (rate: number, conclusion: string, isRight: (run: RateRun) => boolean) =>
  claim(first, 'S1.Q4', `At rate ${rate} the iterates are ${list(PRINTED[rate])}: ${conclusion}.`, () => {
    const computed = iterates(rate, PRINTED[rate].length);
    const run = first.runAt(rate);
    const agrees = verdictOnAll(PRINTED[rate].map(String), computed) === 'agrees';
    const verdict = agrees && isRight(run) ? 'agrees' : 'differs';
    const note = agrees ? '' : isRight(run) ? ' The conclusion is right, two of the numbers are not.' : '';
    return { computed: `${list(computed)}; the run ${run.outcome}.${note}`, verdict };
  });
const alternates = ({ slopes }: RateRun) => slopes.every((slope, k) => k === 0 || slope * slopes[k - 1] < 0);
/** What the sheets print, each beside what comes out. */
export const claims: readonly Claim<LearningRateResult>[] = [
  printed(0.5, 'it converges', ({ outcome }) => outcome === 'converged'),
  printed(1.5, 'it converges, jumping from side to side', (run) => run.outcome === 'converged' && alternates(run)),
  printed(2.5, 'it diverges, jumping from side to side', (run) => run.outcome === 'diverged' && alternates(run)),
  claim(first, 'S1.Q4', 'It converges for rates above 0 and below 2 (in general below 2/x²).', () => {
    const { curvature, threshold } = first.result;
    const factors = [0.1, 1.9, -0.1, 2.1].map((rate) => first.runAt(rate).factor!);
    const isSo = threshold === 2 && factors.every((factor, i) => factor < 1 === i < 2);
    return {
      computed: `f″ = x² = ${curvature}, so |1 − rate · f″| < 1 between 0 and ${threshold}. Measured at 0.1, 1.9, −0.1 and 2.1: ${list(factors.map((factor) => Number(factor.toFixed(4))))}.`,
      verdict: isSo ? 'agrees' : 'differs',
    };
  }),
  claim(first, 'S1.Q4', 'At a rate of 0 it oscillates.', () => {
    const run = first.runAt(0);
    return {
      computed: `${list(iterates(0, 4))}: it stays where it is, ${run.outcome}.`,
      verdict: run.outcome === 'cycling' ? 'agrees' : 'differs',
    };
  }),
  claim(first, 'S1.Q4', 'At a rate of 2 it oscillates between two points.', () => {
    const run = first.runAt(2);
    return {
      computed: `${list(iterates(2, 4))}: a cycle of ${run.period} points, unless it starts at the minimum.`,
      verdict: run.outcome === 'cycling' && run.period === 2 ? 'agrees' : 'differs',
    };
  }),
  claim(first, 'S1.Q4', 'To converge, the gradient must decrease.', () => ({
    computed: `Here |f′| shrinks by the same factor in every step, so that it is a test. In general a gradient may shrink for ever away from any minimum, and may grow on the way to one.`,
    verdict: 'imprecise',
  })),
  claim(second, 'S2.P2', 'The iterates on t²/2 are (1 − rate)^k times the start.', () => {
    const rates = [0.5, 1, 2, 2.5, 3];
    const isSo = rates.every((rate) => second.runAt(rate).iterates.every((t, k) => t === (1 - rate) ** k));
    return {
      computed: `At 2.5 from 1: ${list(second.runAt(2.5).iterates.slice(1, 6))}. At ${list(rates)}, all are equal to it.`,
      verdict: isSo ? 'agrees' : 'differs',
    };
  }),
  claim(second, 'S2.P2', 'On t²/2 descent diverges for rates above 2.', () => {
    const [below, at, above] = [1.9, 2, 2.1].map((rate) => second.runAt(rate));
    const isSo = below.factor! < 1 && at.outcome === 'cycling' && above.outcome === 'diverged';
    return {
      computed: `The distance is multiplied by ${below.factor!.toFixed(4)} at 1.9, ${at.factor!.toFixed(4)} at 2 and ${above.factor!.toFixed(4)} at 2.1, where it ${above.outcome}.`,
      verdict: isSo ? 'agrees' : 'differs',
    };
  }),
];
